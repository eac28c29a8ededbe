"""Taking part: whom a unit has heard and what it changed, and the ideas box of the classes.

A *hearing* says who was heard (pupils, guardians, staff), how, on what, and how it had effect. An *idea* comes from a
class, through its teacher or from a pupil's own page, and goes by way of the student council and the welfare group to
a decision, which is *told back* to the class. No name is kept with an idea, neither of whoever had it nor by account
(OHL 4 §, 13 §; COM F32-F33). What pupils and guardians say of services comes as numbers from `insight` alone.
"""
