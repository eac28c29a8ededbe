"""The landing page of staff, and the search among one's own; students and guardians have the portal.

It owns no table and no verb: it shows what other rooms let this actor see, the most pressing first (OHL 15 § 1).
Each part of the page stands there because the actor has the permission for it, not because of a title.
"""
