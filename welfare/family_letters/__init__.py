"""Letters with a one-time code, by which students and guardians come to their own pages.

A *letter* is written to one person and says the same to everybody: nothing in it tells of a matter, and under
non-disclosure it names no place. Its code is kept as a keyed hash, opens once, ends after thirty days or when a new
letter is made, and does so only for whoever also knows the birth date or the end of the identity code of the person.
Not here: accounts themselves.
"""
