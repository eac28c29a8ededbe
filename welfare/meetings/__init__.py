"""Meetings of multidisciplinary expert groups: planned, invited to, held item by item, minuted, amended and locked.

A *meeting* has a time, a place and a *convenor*; an *item* is one matter of one student, with its own *attendees* by
their own consents. Whoever attends one item sees that item and nothing of the others: not their number, not their
length. The *minutes* of an item are sections that its group writes while it meets; final, they are an entry of that
student's journal, and only there. A *measure* is agreed on, carried out and followed up (OHL 14 § 4, 18-20 §).
Not here: communal meetings of the institution (OHL 14 § 2), which never know a named student.
"""
