"""Cases: one matter of one student, its expert group, its states, and who is shut out.

A *case* has a number, a subject, an initiator and exactly one *responsible person* (OHL 14 § 4). A *member* belongs by
consent and sees the matter only while that consent stands; an *outside participant* attends by specific written consent
(19 § 2) and gets no account; an *exclusion* shuts a named worker out over every role (HL 27-28 §).
Not here: what is written about the matter (journal), and why access stands (rules/permissions.py).
"""
