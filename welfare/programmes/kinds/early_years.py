"""What day-care centres and pre-primary groups have against bullying: play, feelings, friendship (COM F20, F31)."""

from flask_babel import lazy_gettext as _l

from welfare.programmes.kinds.base import Asks, Kind, Question, Tally, choice, number_of
from welfare.rules.programmes import ProgrammeKind
from welfare.rules.unit_types import UnitType

GROUPS = {
    "under_3": _l("Groups of children under three"),
    "3_5": _l("Groups of children from three to five"),
    "pre": _l("Pre-primary"),
}
EARLY_YEARS = Kind(
    code=ProgrammeKind.EARLY_YEARS,
    title=_l("Play, feelings and friendship, against bullying"),
    about=_l("How small children learn to play together, and how adults see to it that nobody is bullied or left out."),
    details=(
        Question(
            code="covered",
            label=_l("Which groups does it cover?"),
            asks=Asks.CHOICES,
            choices=GROUPS,
            hint=_l("Choose all that fit."),
        ),
        Question(code="since", label=_l("In use since"), asks=Asks.DAY),
        Question(
            code="content",
            label=_l("What does it consist of?"),
            asks=Asks.TEXT,
            hint=_l("Play in peace, skills of feelings and friendship, what adults do. Nobody is named here."),
        ),
    ),
    tallies=(
        Tally(
            code="groups",
            title=_l("Groups where it is in use"),
            add=_l("Add groups"),
            measure=number_of(_l("How many groups?")),
            by=(choice("age", _l("Of which age?"), GROUPS),),
            of_pupils=False,
        ),
        Tally(
            code="moments",
            title=_l("Moments of feelings and friendship"),
            add=_l("Add moments"),
            measure=number_of(_l("How many moments with a group?")),
            by=(
                choice(
                    "topic",
                    _l("Which topic?"),
                    {
                        "play": _l("Joining in play"),
                        "feelings": _l("Feelings"),
                        "friends": _l("Friendship and belonging"),
                        "conflicts": _l("Settling quarrels"),
                    },
                ),
            ),
            of_pupils=False,
        ),
    ),
    rhythm=(
        (8, _l("The steps are gone through with staff, substitutes and homes")),
        (11, _l("Weeks of feelings and friendship in every group")),
        (5, _l("What the groups have learned is put together for the next year")),
    ),
    coverage="covered",
    staff=_l("Trained to use it"),
    has_steps=True,
    given_in=frozenset({UnitType.EARLY_CHILDHOOD, UnitType.PRE_PRIMARY}),
)
