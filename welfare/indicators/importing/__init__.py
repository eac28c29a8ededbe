"""Files of numbers: read, resolved and compared with what stands, before anything is saved; all of it or nothing.

Three forms are known by their first line: the statistics bank Sotkanet's CSV and JSON, and the house's own CSV of
schools' results. A *mistake* is what the sender must mend: with one of them nothing is imported. What is *left out* is
sound, but not ours: a region or an indicator that nobody here follows.

Order of work: bytes -> rows -> places and indicators -> plan.
"""
