"""Insight: what those who answer for communal work look at: the signed review of a unit, schools beside each other.

The principal's page is the page of the unit (welfare/communal): here it is signed with a comment, term by term, and
becomes a paper for the board that stays as it was signed (COM §4, F49-F51). This is the only room that may count on
both sides of the wall, and no number leaves it but through rules/suppression.py.
"""
