"""Support pupils, buddy pupils and tutors: pupils for each other (COM F24)."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from welfare.programmes.kinds.base import BANDS, GRADES, Asks, Kind, Question, Tally, choice, number_of
from welfare.rules.programmes import ProgrammeKind
from welfare.ui.fields.drawn import Words

COVERED = Question(code="covered", label=_l("Whom do they work with?"), asks=Asks.CHOICES, choices=BANDS)
EVENTS: Mapping[str, Words] = {
    "theme": _l("Theme day or event"),
    "break": _l("Activity during a break"),
    "lesson": _l("Lesson held by pupils"),
    "newcomers": _l("Welcoming new pupils"),
}
ADULTS = _l("Adults in charge")


def _members(title: Words) -> Tally:
    return Tally(
        code="members",
        title=title,
        add=_l("Add pupils"),
        measure=number_of(_l("How many pupils?")),
        by=(choice("grade", _l("Which grade?"), GRADES),),
    )


TRAININGS = Tally(
    code="trainings",
    title=_l("Training for them"),
    add=_l("Add training"),
    measure=number_of(_l("How many hours?"), unit="h"),
    by=(
        choice(
            "sort",
            _l("Which training?"),
            {"basic": _l("First training"), "more": _l("Further training"), "camp": _l("Camp or meeting with others")},
        ),
    ),
    of_pupils=False,
)
ACTIVITIES = Tally(
    code="activities",
    title=_l("What they have done"),
    add=_l("Add activities"),
    measure=number_of(_l("How many times?")),
    by=(choice("sort", _l("What was it?"), EVENTS),),
    of_pupils=False,
)
PAIRS = Tally(
    code="pairs",
    title=_l("Classes that are paired"),
    add=_l("Pair two classes"),
    measure=number_of(_l("How many times have they met?")),
    by=(
        Question(code="elder", label=_l("The older class"), asks=Asks.CLASS, is_optional=False),
        Question(code="younger", label=_l("The younger class"), asks=Asks.CLASS, is_optional=False),
    ),
    of_pupils=False,
)
SUPPORT_PUPILS = Kind(
    code=ProgrammeKind.SUPPORT_PUPILS,
    title=_l("Support pupils"),
    about=_l("Pupils trained to listen, to keep anybody from being alone, and to make the school pleasant for all."),
    details=(COVERED,),
    tallies=(_members(_l("Support pupils")), TRAININGS, ACTIVITIES),
    rhythm=(
        (8, _l("New classes are welcomed")),
        (10, _l("First training")),
        (4, _l("New support pupils are chosen")),
    ),
    coverage="covered",
    staff=ADULTS,
)
BUDDY_PUPILS = Kind(
    code=ProgrammeKind.BUDDY_PUPILS,
    title=_l("Buddy pupils"),
    about=_l("An older class befriends a younger one. Pairs are told by class alone."),
    details=(COVERED,),
    tallies=(_members(_l("Buddy pupils")), PAIRS),
    rhythm=((8, _l("Classes are paired")), (5, _l("The next buddy class meets the newcomers"))),
    coverage="covered",
    staff=ADULTS,
)
TUTORS = Kind(
    code=ProgrammeKind.TUTORS,
    title=_l("Tutors"),
    about=_l("Pupils and students who help newcomers find their way in a new school."),
    details=(COVERED,),
    tallies=(_members(_l("Tutors")), TRAININGS, ACTIVITIES),
    rhythm=((8, _l("Tutors lead newcomers through their first weeks")), (3, _l("New tutors are chosen and trained"))),
    coverage="covered",
    staff=ADULTS,
)
