"""Upkeep: the administrator's view of what the house was to do afterwards and could not.

A *job* that was given up, and a *mail* that has not been delivered, are shown by kind, code and time. Nothing tells to
whom a mail goes or what a job is about: that a pupil has a meeting at all is secret (OHL 22 §; JulkL 24 § 1 mom 30 k.),
and whoever called it together is told there who could not be reached. Administrators see those of the controllers they
serve, and the house's own daily jobs; they can have the former tried again.
"""
