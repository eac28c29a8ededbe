"""Plans that an act asks for, heading by heading and in versions; and the self-control of student welfare.

The provider's welfare plan and a school's section of it (OHL 13 §), a school's plan against violence, bullying and
harassment (POL 29 §), the children's plan of a municipality or county (LSL 12 §), and the county's regional student
welfare plan (OHL 13 a §). A *version* is written as a
draft, *approved* by whoever leads the unit, then never changed: the next one begins as its copy. Approved versions are
published on paper in each language. *Self-control* is a checklist of one school year: what shows it, what is lacking,
by when it is mended (OHL 26 §; COM F07, F10, F38).
"""
