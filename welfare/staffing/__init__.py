"""Staffing: how many pupils there are, and the posts of curators and psychologists that serve them (OHL 9 §, 9 a §).

*Pupils* are counted once a school year, by level and language of teaching: written by whoever leads the school, or
counted from the roster by `insight`, as the whole number of a school. *Posts* are filled, vacant or bought, in
hundredths of a whole one, by service and language, kept by whoever arranges the service (the county, or a provider of
its own) for a school, a municipality or the whole. Law: at most 670 pupils for each curator and 780 for each
psychologist; no pupil and no worker is known here (COM F09).
"""
