"""Expressions of will: consent, refusal, withdrawal and the minor's prohibition; written once, never changed.

An *expression* is one answer of one giver for one purpose (IND §6). What stands today is computed from all of them by
`welfare.rules.consent`; nothing stores "the status". Law: OHL 14 § 4, 18 § 2, 19 §, 21 § 1, 22 § 2, 23 § 3.
"""
