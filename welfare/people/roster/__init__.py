"""A school's roster: OneRoster 1.1 CSV files read, checked and compared with what is known, before anything is saved.

Words: a *roster* is a folder or ZIP of CSV files; each file comes in *bulk* (all there is) or *delta* (what changed)
and may be *absent*. A *record* is a row that passed its checks, a *problem* is what stands in the way, a *plan* says
what applying the roster would do. A pupil in OneRoster is a student here; an *agent* is the guardian or parent of one.

Nothing in this folder opens a database or a request. It takes only the columns that student welfare needs: sex,
country of birth and the race columns are never read (GDPR 5 art. 1 c). Nothing is ever deleted by a roster: who
vanishes is ended with a date and listed for review.

Order of work: files -> manifest -> tables -> rows -> references, families, schooling -> plan.
"""
