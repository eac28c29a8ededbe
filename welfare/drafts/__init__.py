"""Drafts: unfinished text of one account, sealed, seen by nobody else, gone when the text is sent or thrown away.

A *draft* is known by its owner, its purpose ("request", "entry") and its subject; so one person has at most one of a
kind about one thing, and a later save replaces the earlier. ``typed`` is what a form had: {field name: [values]}.
A draft ends when its owner may not go on with it: at once where a deed tells of it, and else within a day, by a job
that asks every room.
"""
