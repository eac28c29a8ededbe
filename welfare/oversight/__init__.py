"""Oversight: the data protection officer's desk. Who has seen and done what, read from the audit trail.

An *event* is one unit of work as the trail keeps it: ids and codes, never words of a record, so nothing here opens a
matter. *Chains*: an officer reads those of the controllers served, and of the house's own chain what is by or about
their people. Every reading leaves an event itself (TihL 17 §, ATL 10 §). Not here: the log of one matter (cases), and
the log report for a pupil or guardian.
"""
