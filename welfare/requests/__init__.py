"""Requests for support (yhteydenotto, kontakttagande): from the sender's three steps to the service's outcome.

A *request* is the receiving service's own record (OHL 20 § 2), sealed under its register; the sender keeps a receipt.
*Talks* are offered and held against the statutory clock (15 § 1); *tasks* are what the law makes the service do next:
tell the student, tell the guardian, assess a wish to leave the guardian out. Not here: cases; nothing joins a request
to a case but what a person writes.
"""
