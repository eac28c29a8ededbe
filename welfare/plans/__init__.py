"""Individual welfare plans: what a student and the group have agreed on, how it goes, and what became of it.

A *plan* belongs to one matter. Each *version* is written once and agreed on whole, by a named author in an office (OHL
20 § 4 k. 4 and 6); no later one replaces its text. A *goal* has five described *levels* and is *rated* over time by the
student, a guardian and a worker apart; a *measure* is carried out by one party and followed up by another (rule 20).
Not here: the provider's student welfare plan (OHL 13 §), the client plan of social welfare, support decisions.
"""
