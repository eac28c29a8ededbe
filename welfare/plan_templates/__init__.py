"""Templates of plans: what an education provider offers those who write a plan for the first time.

A *template* holds headings and questions for sections of the plan, and *examples* of goals with their five levels and
measures, in both languages and numbered versions; it knows no student. A writer chooses one before the first version,
and it goes into those places alone where nothing stands. Not here: phrases for a single text (welfare.phrases).
"""
