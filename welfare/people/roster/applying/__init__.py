"""The applying half of a roster import: what the plan says is written, all of it or nothing.

Days: a person, a class and a school are gone *from* their ``ended_on``; a post, a tie, a group and a place in a class
hold *through* their ``ends_on``. So who is ended today has had the last day of every bond yesterday.
"""
