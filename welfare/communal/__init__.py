"""Communal welfare work: the schools, providers and counties that do it, their welfare groups and communal meetings.

A *unit* is a school, an education provider or a wellbeing services county: communal work is planned, carried out and
evaluated in each of them (OHL 4 §, 13-14 a §, 26 §; COM §2). The page of a unit is put together of the parts that the
rooms above hang on it. Behind a wall: no table, query, page or import here knows a named pupil.
Not here: expert groups and their meetings, which handle one student's matter (OHL 14 § 4).
"""
