"""Invented people at work: how the demonstration and the instances for tests get their contents.

Everything is done as it would be in life: people come by a roster, and what they do goes through the rooms' own
actions, by an actor whom the rule permits, at a moment of the past weeks. What the law refuses cannot be seeded.
"""
