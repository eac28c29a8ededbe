"""Breaches: the file of each personal data breach, from its finding to its end (GDPR 33-34; TSL 1050/2018).

A *file* tells what happened to whose data, by whom and since when, filled from the chain; how bad it may become; what
was done about it. Its clock runs for 72 hours. The *authority* (the Data Protection Ombudsman) is told, and *those
concerned*, or it is decided with grounds that they are not. What those concerned are told stands on their own pages. It
is closed when both are settled, and is kept as the controller's own account (GDPR 33(5)).
"""
