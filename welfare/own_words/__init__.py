"""Own words: what a student, or a guardian, wants to say in a matter, in the own words and when the writer chooses.

Each saving is a *version* that stays as it was written. A version is the writer's alone until it is *shared* with the
group; then members read it, and it is offered where the plan and a meeting's minutes ask for the view of the student or
guardian (OHL 18 § 1, 20 § 4). *Taking back* ends the showing; what has been written into a record from it stays there.
"""
