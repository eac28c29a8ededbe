"""Non-disclosure for safety (turvakielto, spärrmarkering): how it is set and ended, and who has looked.

The law is 661/2009 36-37 §.

A *protection* is of one pupil: from whom the pupil is kept *hidden*, and which *household* it covers with the pupil.
It works at once and everywhere through two marks of the directory, `Person.is_restricted` and
`Guardianship.knows_place`; what pages make of them is in `people` (`Whereabouts`) and `ui` (`PlaceView`). One person
proposes its end and another confirms it; its last day ends nothing by itself. A hidden address is *opened* for a coded
reason, with the second factor given again, and each opening is an event of its own.
"""
