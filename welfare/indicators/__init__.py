"""Knowledge for communal welfare work: indicators, a school's own results, with whom they were talked through.

An *indicator* is one entry of the library: what it is called, what it tells, which way is better. A *value* is its
number for one place, year and group. Numbers of the country, counties and municipalities come as *imports* of files
that a publisher gives out; a school's own are typed or imported, and pass the floor of small numbers before any page.
Law: OHL 4 § (planned and followed up), 26 § (evaluation); Health Care Act 16 § (inspections); POL 26 § (absences).
Behind the wall: no table here knows a named pupil or guardian.
"""
