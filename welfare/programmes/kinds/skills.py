"""Lessons in social skills, and the methods a school has in its toolbox (COM F27-F28)."""

from flask_babel import lazy_gettext as _l

from welfare.programmes.kinds.base import BANDS, GRADES, Asks, Kind, Question, Tally, choice, number_of
from welfare.rules.programmes import ProgrammeKind

SOCIAL_SKILLS = Kind(
    code=ProgrammeKind.SOCIAL_SKILLS,
    title=_l("Lessons in social and emotional skills"),
    about=_l("Feelings, friendship and getting on together, taught grade by grade."),
    details=(
        Question(code="covered", label=_l("Whom does it cover?"), asks=Asks.CHOICES, choices=BANDS),
        Question(code="material", label=_l("Which programme or material?"), asks=Asks.LINE),
    ),
    tallies=(
        Tally(
            code="hours",
            title=_l("Hours taught"),
            add=_l("Add hours"),
            measure=number_of(_l("How many hours?"), unit="h"),
            by=(
                choice("grade", _l("Which grade?"), GRADES),
                choice(
                    "topic",
                    _l("Which topic?"),
                    {
                        "feelings": _l("Feelings"),
                        "friends": _l("Friendship and belonging"),
                        "conflicts": _l("Settling quarrels"),
                        "strengths": _l("Own strengths"),
                        "net": _l("Life on the internet"),
                    },
                ),
            ),
            of_pupils=False,
        ),
    ),
    rhythm=(
        (8, _l("Hours are put into the timetable of each grade")),
        (2, _l("A week of feelings and friendship")),
        (5, _l("Hours are counted beside the results on bullying")),
    ),
    coverage="covered",
    staff=_l("Trained to teach them"),
)
METHOD = Kind(
    code=ProgrammeKind.METHOD,
    title=_l("Method in the toolbox"),
    about=_l("A method that staff have learned, how well it is known to work, and who can use it."),
    details=(
        Question(
            code="target",
            label=_l("For whom?"),
            asks=Asks.CHOICES,
            choices={
                "pupils": _l("Pupils"),
                "classes": _l("Whole classes"),
                "guardians": _l("Guardians and families"),
                "staff": _l("Staff"),
            },
        ),
        Question(
            code="evidence",
            label=_l("How well is it known to work?"),
            asks=Asks.CHOICE,
            choices={
                "strong": _l("Strong evidence"),
                "good": _l("Good evidence"),
                "some": _l("Some evidence"),
                "none": _l("Not studied yet"),
            },
            is_optional=False,
            hint=_l("As the one who grades methods says, or your own reading of the studies."),
        ),
        Question(code="source", label=_l("Who says so?"), asks=Asks.LINE),
        Question(code="content", label=_l("What is it, and when is it used?"), asks=Asks.TEXT),
    ),
    tallies=(
        Tally(
            code="uses",
            title=_l("Groups where it was used"),
            add=_l("Add groups"),
            measure=number_of(_l("How many classes or groups?")),
            by=(choice("band", _l("Of which age?"), BANDS),),
            of_pupils=False,
        ),
    ),
    rhythm=((2, _l("Needs of training are asked")), (5, _l("What was of use is kept, the rest is let go"))),
    coverage="target",
    staff=_l("Trained to use it"),
    is_many=True,
)
