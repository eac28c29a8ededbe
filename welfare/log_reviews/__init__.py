"""Log reviews: openings that stand out, asked about by somebody else (TihL 17 §; ATL 10 §; GDPR 5, 32).

A *finding* is one reader and one pupil (or one reader and their pace) whose openings gave *signals* enough. The house
itself finds them in the chains, some minutes behind: from events and clear ids alone, and nothing is opened for it. The
officer hears the reader and decides: *explained*, with a reason, or a *breach*, which begins a file of its own. An
explanation makes the same pattern weigh less from then on. Each week some ordinary openings of each school are looked
at as a *sample*. A *decoy* is an invented pupil whom nobody has a task with. Nobody reviews own openings.
"""
