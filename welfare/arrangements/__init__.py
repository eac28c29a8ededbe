"""Arrangements: what a provider can offer a student (a remote path, a shortened day, a quiet room), and their use.

An *arrangement* is kept by the provider's coordinator or administrator, in both languages, in numbered *versions*; it
knows no student. A *use* is one of them agreed on in a matter, from a day on, on conditions of its own; it belongs to
the matter and is sealed with it. Of uses the provider sees numbers by term alone, small ones hidden (IND §9; COM F29).
Not here: decisions on teaching and support, which are no part of student welfare (rule 34).
"""
