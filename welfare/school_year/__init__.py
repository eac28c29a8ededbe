"""The school year of a unit: its annual clock, its action plan with goals and measures, and their evaluation.

A *clock* is the tasks of one school year by month, each with an owner; it begins from a template or from the year
before, with what has changed. A *plan* of a year is goals, each citing a *datum*, and their *measures*, each tagged
universal, early or corrective. It is *approved*, followed up and *evaluated* at mid-year and at the end (OHL 4 §, 13 §,
14 §, 26 §; COM F05, F06, F11). A school year runs from August to July (POL 23 §).
Not here: plans with a statutory content and versions (provider plan, plan against bullying), nor any pupil's matter.
"""
