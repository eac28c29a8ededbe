"""Catalogues: what an education provider keeps for its schools and groups, in both languages and in numbered versions.

An *item* is one thing kept (an arrangement, a process, a template of a plan); a *version* is how it was worded from one
day to the next, written once. What was begun by a version goes on by it. An item knows no student. Each room that keeps
a catalogue has one `Catalogue` of its own tables, and the same two pages: the list, and one item in a form.
"""
