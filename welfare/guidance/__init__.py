"""Guidance and competence: instructions that staff have read, what they need to learn, and the training they get.

An *instruction* belongs to a unit and is in force from a day on, in numbered *versions*, as text or as a link; those of
the offices above hold in a school too. A *receipt* says that one worker has read one version. A *need* is what a survey
of the staff found, in numbers; a *training* is an event with its participants, its grade from 4 to 10 and what came of
it (COM F34-F36). Staff are known by their accounts; nobody else is known.
"""
