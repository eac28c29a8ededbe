"""Calendars: appointments as calendar programmes of the world read them (RFC 5545, 5546), and silent.

An *invitation* goes with a mail to one person: REQUEST at first, REQUEST again with a larger SEQUENCE when it changes,
CANCEL when it falls away. Answers are given in the service, never by mail. A *feed* is everything of one person, for a
calendar that comes to fetch it. Both hold when and a link, and one neutral word; no place, no name, nobody else.
A feed of *marked days* is of communal work, which is about nobody: it says what is to be done by a day, not by whom.

Times are planned as clocks in Finland show them, and kept in UTC.
"""
