"""Clubs, and what each asks of those who would take part (COM F25-F26)."""

from flask_babel import lazy_gettext as _l

from welfare.programmes.kinds.base import BANDS, Asks, Kind, Question, Tally, number_of
from welfare.rules.programmes import ProgrammeKind

LANGUAGES = {"fi": _l("Finnish"), "sv": _l("Swedish"), "other": _l("Another language")}

CLUB = Kind(
    code=ProgrammeKind.CLUB,
    title=_l("Club or hobby"),
    about=_l("What pupils can do after or before the school day, and whether all can take part on equal terms."),
    details=(
        Question(
            code="sort",
            label=_l("What is it?"),
            asks=Asks.CHOICE,
            choices={
                "sports": _l("Sports and games"),
                "arts": _l("Music, dance, theatre"),
                "hands": _l("Arts and crafts"),
                "science": _l("Science and technology"),
                "food": _l("Cooking"),
                "homework": _l("Homework together"),
                "other": _l("Something else"),
            },
            is_optional=False,
        ),
        Question(code="bands", label=_l("For whom?"), asks=Asks.CHOICES, choices=BANDS),
        Question(code="when", label=_l("Day and time"), asks=Asks.LINE),
        Question(code="place", label=_l("Place"), asks=Asks.LINE),
        Question(
            code="provider",
            label=_l("Who runs it?"),
            asks=Asks.CHOICE,
            choices={
                "school": _l("The school"),
                "municipality": _l("The municipality"),
                "association": _l("An association"),
                "parish": _l("A parish"),
                "company": _l("A company"),
            },
        ),
        Question(code="places", label=_l("How many places?"), asks=Asks.COUNT, most=999),
        Question(
            code="fee", label=_l("Fee for a term, in euros"), asks=Asks.COUNT, unit="€", hint=_l("0 where it is free.")
        ),
        Question(
            code="distance",
            label=_l("Distance from the school, in kilometres"),
            asks=Asks.COUNT,
            most=200,
            unit="km",
            hint=_l("0 at the school itself."),
        ),
        Question(code="languages", label=_l("In which languages?"), asks=Asks.CHOICES, choices=LANGUAGES),
        Question(
            code="accessible",
            label=_l("Can pupils with a disability take part?"),
            asks=Asks.CHOICE,
            choices={"yes": _l("Yes"), "partly": _l("With help"), "no": _l("Not yet")},
        ),
    ),
    tallies=(
        Tally(
            code="participants",
            title=_l("Pupils taking part"),
            add=_l("Add pupils taking part"),
            measure=number_of(_l("How many pupils?")),
        ),
        Tally(
            code="waiting",
            title=_l("Pupils waiting for a place"),
            add=_l("Add pupils waiting"),
            measure=number_of(_l("How many pupils?")),
        ),
    ),
    rhythm=(
        (8, _l("Clubs are told of to all homes")),
        (1, _l("Pupils are asked what they would like to do")),
        (5, _l("Clubs of the next school year are agreed on")),
    ),
    coverage="bands",
    is_many=True,
)
