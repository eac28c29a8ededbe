"""Models against bullying, KiVa, peer mediation, and the tally of what has happened (COM F20-F23)."""

from flask_babel import lazy_gettext as _l

from welfare.programmes.kinds.base import BANDS, GRADES, Asks, Kind, Question, Tally, choice, number_of
from welfare.rules.programmes import ProgrammeKind

PLACES = {
    "class": _l("In class"),
    "corridor": _l("In the corridor or lobby"),
    "yard": _l("In the yard"),
    "canteen": _l("In the canteen"),
    "changing": _l("In changing or wash rooms"),
    "way": _l("On the way to school"),
    "net": _l("On the internet"),
}
CONFLICTS = {
    "names": _l("Name-calling"),
    "exclusion": _l("Leaving somebody out"),
    "pushing": _l("Pushing or hitting"),
    "things": _l("Somebody’s things"),
    "rumours": _l("Rumours, also on the internet"),
}
COVERED = Question(
    code="covered", label=_l("Whom does it cover?"), asks=Asks.CHOICES, choices=BANDS, hint=_l("Choose all that fit.")
)

ANTI_BULLYING = Kind(
    code=ProgrammeKind.ANTI_BULLYING,
    title=_l("Model against bullying"),
    about=_l("How the school prevents bullying and acts when it happens, step by step (POL 29 §)."),
    details=(
        COVERED,
        Question(code="since", label=_l("In use since"), asks=Asks.DAY),
        Question(
            code="content",
            label=_l("What does it consist of?"),
            asks=Asks.TEXT,
            hint=_l("Also play and lessons on feelings with the youngest. Nobody is named here."),
        ),
    ),
    tallies=(
        Tally(
            code="groups",
            title=_l("Groups where it is in use"),
            add=_l("Add groups"),
            measure=number_of(_l("How many classes or groups?")),
            by=(choice("band", _l("Of which age?"), BANDS),),
            of_pupils=False,
        ),
    ),
    rhythm=(
        (8, _l("The steps are gone through with staff, pupils and homes")),
        (1, _l("How it works is looked at in the welfare group")),
        (5, _l("The steps are mended for the next school year")),
    ),
    coverage="covered",
    staff=_l("Trained to use it"),
    has_steps=True,
    is_many=True,
)
KIVA = Kind(
    code=ProgrammeKind.KIVA,
    title=_l("KiVa School"),
    about=_l("Lessons for all, a team that handles cases, and a survey every spring."),
    details=(
        COVERED,
        Question(code="pupil_survey", label=_l("Survey for pupils done on"), asks=Asks.DAY),
        Question(code="staff_survey", label=_l("Survey for staff done on"), asks=Asks.DAY),
    ),
    tallies=(
        Tally(
            code="lessons",
            title=_l("KiVa lessons"),
            add=_l("Add lessons"),
            measure=number_of(_l("How many lessons?")),
            by=(choice("grade", _l("Which grade?"), GRADES),),
            of_pupils=False,
        ),
        Tally(
            code="cases",
            title=_l("Cases the team has closed"),
            add=_l("Add closed cases"),
            measure=number_of(_l("How many cases?"), hint=_l("A number alone: who they were stays with the team.")),
            by=(
                choice(
                    "result",
                    _l("How did it end?"),
                    {"stopped": _l("It stopped"), "less": _l("It became less"), "goes_on": _l("It goes on")},
                ),
            ),
        ),
    ),
    rhythm=(
        (8, _l("The team is named and lessons are put into the timetable")),
        (4, _l("Surveys for pupils and staff")),
        (5, _l("Results are gone through with pupils, guardians and staff")),
    ),
    coverage="covered",
    staff=_l("KiVa team"),
)
MEDIATION = Kind(
    code=ProgrammeKind.MEDIATION,
    title=_l("Peer mediation"),
    about=_l("Trained pupils help others settle a quarrel. Not for serious violence or bullying that goes on."),
    details=(
        COVERED,
        Question(code="mediators", label=_l("How many trained mediators?"), asks=Asks.COUNT, most=999),
    ),
    tallies=(
        Tally(
            code="mediations",
            title=_l("Mediations"),
            add=_l("Add mediations"),
            measure=number_of(
                _l("How many mediations?"), hint=_l("Of the same sort: what they were about, what came.")
            ),
            by=(
                choice("about", _l("What was it about?"), CONFLICTS),
                choice(
                    "result",
                    _l("How did it end?"),
                    {"agreed": _l("An agreement"), "none": _l("No agreement"), "adults": _l("Moved to adults")},
                ),
                choice(
                    "kept",
                    _l("Was the agreement kept at the follow-up?"),
                    {"yes": _l("Kept"), "no": _l("Not kept"), "later": _l("Not followed up yet")},
                ),
            ),
        ),
    ),
    rhythm=(
        (9, _l("New mediators are trained")),
        (12, _l("The autumn’s mediations are counted")),
        (5, _l("The spring’s mediations are counted")),
    ),
    coverage="covered",
    staff=_l("Adults in charge"),
)
INCIDENTS = Kind(
    code=ProgrammeKind.INCIDENTS,
    title=_l("Violence, bullying and harassment: tally"),
    about=_l("How often, where, and whether homes were told. No names: each matter is handled elsewhere (POL 29 §)."),
    tallies=(
        Tally(
            code="incidents",
            title=_l("What has happened"),
            add=_l("Add incidents"),
            measure=number_of(_l("How many times?")),
            by=(
                choice(
                    "sort",
                    _l("What was it?"),
                    {
                        "violence": _l("Violence"),
                        "bullying": _l("Bullying"),
                        "harassment": _l("Harassment"),
                        "discrimination": _l("Discrimination"),
                    },
                ),
                choice("place", _l("Where?"), PLACES),
                choice(
                    "told",
                    _l("Were the guardians told?"),
                    {"yes": _l("Guardians were told"), "no": _l("Guardians were not told")},
                ),
            ),
        ),
    ),
    rhythm=(
        (12, _l("The autumn’s tally is gone through in the welfare group")),
        (5, _l("The spring’s tally is gone through, and places that are not safe are mended")),
    ),
)
