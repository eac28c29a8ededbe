"""Programmes of communal welfare work: what a school carries out through a school year, and what came of it.

A *programme* belongs to one unit and one school year; it is of one *kind* (a model against bullying, KiVa, peer
mediation, support pupils, clubs, …). A kind is data: what it asks, what it *tallies*, its yearly rhythm and its words
(``kinds/``); the machinery is one for all. *Entries* of tallies are counts by term, never about somebody; what counts
pupils leaves here through rules/suppression.py alone (COM F20-F28, §4). *Steps* of a model are kept in versions.
Not here: one pupil's matter, and who was bullied by whom.
"""
