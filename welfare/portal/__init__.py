"""The portal: what a student sees and does in own matters, and a guardian in a child's.

*Own student*: the actor's own person, or a minor child of whom the actor is guardian today; every page is about one of
them alone, so that children are never mixed. It owns no matter: each part of a page is what another room lets this
reader see. Where a minor's prohibition stands (OHL 18 § 2), a guardian's page is the page of one whose child has no
matter (rule 13). Law: OHL 14, 18-19 §; JulkL 11-12 §; LHL 3 §; rules 13, 32, 35, 37.
"""
