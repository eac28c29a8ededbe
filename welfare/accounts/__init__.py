"""Accounts: sign-in, the second factor, server-side sessions, and the actor of a request.

An *account* belongs to one person and one world (staff or citizen). Its *credentials* are sealed under the session
register. A *sign-in session* lives in the database; the browser holds an opaque token of which only the hash is kept.
Not here: what anybody may do (rules/permissions.py). NIST SP 800-63B-4, OWASP ASVS 5.0 V6-V7.
"""
