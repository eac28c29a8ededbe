"""The audit house: every unit of work leaves one event per controller, in the transaction of the change.

An event holds ids and codes, never words: who, in which role, by which permission and on what ground, which rows were
opened, the digest of every ciphertext written, and the outcome (ATL 10 §, TihL 17 §). Events are chained by HMAC per
controller and can be neither changed nor deleted.
"""
