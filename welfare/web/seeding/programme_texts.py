"""Three school years of programmes in the demonstration's school: what is asked of each, and what is counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from welfare.rules.programmes import ProgrammeKind
from welfare.rules.terms import Season

AUTUMN, SPRING = Season.AUTUMN, Season.SPRING
Count = tuple[str, Season, Mapping[str, str], Sequence[int]]
"""Tally, term, answers, and how many in each school year from the first on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One programme through the years."""

    kind: ProgrammeKind
    coordinator: str
    details: Mapping[str, Any]
    names: tuple[str, str] = ("", "")
    since: int = 0
    """How many years after the first it begins."""
    counts: Sequence[Count] = ()
    steps: Sequence[tuple[str, str]] = ()
    staff: Sequence[str] = ()
    change: Mapping[str, Any] = field(default_factory=dict)
    """What is another way in the last year."""


FIRST_FI = """Kerro heti aikuiselle, mitä näit tai koit.
Aikuinen keskeyttää tilanteen ja kirjaa sen samana päivänä.
Osallisia kuullaan yksitellen kahden koulupäivän kuluessa.
Huoltajille kerrotaan samana päivänä.
Seuranta viikon ja kuukauden kuluttua."""
FIRST_SV = """Berätta genast för en vuxen vad du sett eller varit med om.
Den vuxna avbryter och antecknar händelsen samma dag.
De inblandade hörs en och en inom två skoldagar.
Vårdnadshavarna får veta samma dag.
Uppföljning efter en vecka och efter en månad."""
NEXT_FI = FIRST_FI.replace("Seuranta viikon", "Luokan ilmapiiristä keskustellaan ryhmänä.\nSeuranta viikon")
NEXT_SV = FIRST_SV.replace("Uppföljning", "Klassens stämning diskuteras i grupp.\nUppföljning")
STEPS = ((FIRST_FI, FIRST_SV), (NEXT_FI, NEXT_SV))
LEISURE = {"bands": ["7-9"], "languages": ["fi"], "accessible": "yes", "provider": "school", "fee": 0, "distance": 0}
SCRIPTS: Sequence[Script] = (
    Script(
        kind=ProgrammeKind.ANTI_BULLYING,
        names=("Samana päivänä", "Samma dag"),
        coordinator="karoliina",
        details={
            "covered": ["7-9"],
            "since": "2021-08-11",
            "content": "Kuusi vaihetta, joista jokainen tuntee omansa.",
        },
        counts=(
            ("groups", AUTUMN, {"band": "7-9"}, (7, 9, 9)),
            ("groups", SPRING, {"band": "7-9"}, (9, 9, 0)),
        ),
        steps=STEPS,
        staff=("karoliina", "marjatta", "maarit"),
    ),
    Script(
        kind=ProgrammeKind.KIVA,
        coordinator="marjatta",
        details={"covered": ["7-9"], "pupil_survey": "2025-04-22", "staff_survey": "2025-05-06"},
        counts=(
            ("lessons", AUTUMN, {"grade": "7"}, (6, 8, 9)),
            ("lessons", AUTUMN, {"grade": "8"}, (2, 4, 5)),
            ("lessons", SPRING, {"grade": "7"}, (7, 9, 0)),
            ("lessons", SPRING, {"grade": "9"}, (1, 3, 0)),
            ("cases", AUTUMN, {"result": "stopped"}, (6, 7, 8)),
            ("cases", AUTUMN, {"result": "less"}, (5, 3, 2)),
            ("cases", SPRING, {"result": "stopped"}, (9, 8, 0)),
            ("cases", SPRING, {"result": "goes_on"}, (2, 1, 0)),
        ),
        staff=("marjatta", "rauno"),
        change={"pupil_survey": "2026-04-21", "staff_survey": "2026-05-05"},
    ),
    Script(
        kind=ProgrammeKind.MEDIATION,
        coordinator="maarit",
        details={"covered": ["7-9"], "mediators": 12},
        counts=(
            ("mediations", AUTUMN, {"about": "names", "result": "agreed", "kept": "yes"}, (6, 9, 11)),
            ("mediations", AUTUMN, {"about": "exclusion", "result": "agreed", "kept": "no"}, (2, 3, 2)),
            ("mediations", AUTUMN, {"about": "pushing", "result": "adults", "kept": "later"}, (5, 6, 5)),
            ("mediations", SPRING, {"about": "rumours", "result": "agreed", "kept": "yes"}, (7, 10, 0)),
            ("mediations", SPRING, {"about": "things", "result": "none", "kept": "later"}, (6, 5, 0)),
        ),
        staff=("maarit",),
        change={"mediators": 16},
    ),
    Script(
        kind=ProgrammeKind.SUPPORT_PUPILS,
        coordinator="marjatta",
        details={"covered": ["7-9"]},
        counts=(
            ("members", AUTUMN, {"grade": "8"}, (8, 9, 10)),
            ("members", AUTUMN, {"grade": "9"}, (7, 8, 8)),
            ("trainings", AUTUMN, {"sort": "basic"}, (12, 14, 14)),
            ("trainings", SPRING, {"sort": "camp"}, (0, 16, 0)),
            ("activities", AUTUMN, {"sort": "newcomers"}, (2, 3, 3)),
            ("activities", AUTUMN, {"sort": "break"}, (4, 6, 9)),
            ("activities", SPRING, {"sort": "theme"}, (2, 3, 0)),
        ),
        staff=("marjatta", "rauno"),
    ),
    Script(
        kind=ProgrammeKind.TUTORS,
        coordinator="rauno",
        details={"covered": ["7-9"]},
        since=1,
        counts=(
            ("members", AUTUMN, {"grade": "9"}, (6, 12)),
            ("trainings", AUTUMN, {"sort": "basic"}, (4, 6)),
            ("activities", AUTUMN, {"sort": "newcomers"}, (3, 5)),
        ),
        staff=("rauno",),
    ),
    Script(
        kind=ProgrammeKind.CLUB,
        names=("Sählykerho", "Innebandyklubb"),
        coordinator="marjatta",
        details={**LEISURE, "sort": "sports", "when": "ti 14.30–16.00", "place": "Liikuntasali", "places": 24},
        counts=(
            ("participants", AUTUMN, {}, (18, 22, 24)),
            ("participants", SPRING, {}, (19, 23, 0)),
            ("waiting", AUTUMN, {}, (0, 2, 6)),
        ),
    ),
    Script(
        kind=ProgrammeKind.CLUB,
        names=("Kuvataidekerho", "Bildkonstklubb"),
        coordinator="maarit",
        details={**LEISURE, "sort": "hands", "when": "to 14.30–15.30", "place": "Kuvataideluokka", "places": 16},
        counts=(("participants", AUTUMN, {}, (9, 11, 12)), ("participants", SPRING, {}, (8, 11, 0))),
    ),
    Script(
        kind=ProgrammeKind.CLUB,
        names=("Ratsastus", "Ridning"),
        coordinator="",
        details={
            **LEISURE,
            "sort": "sports",
            "provider": "company",
            "fee": 180,
            "distance": 11,
            "accessible": "partly",
            "when": "ma 16.00–17.00",
            "place": "Lakeuden talli",
            "places": 8,
        },
        since=1,
        counts=(("participants", AUTUMN, {}, (6, 3)),),
    ),
    Script(
        kind=ProgrammeKind.SOCIAL_SKILLS,
        coordinator="rauno",
        details={"covered": ["7-9"], "material": "Koulun oma tuntisarja"},
        counts=(
            ("hours", AUTUMN, {"grade": "7", "topic": "friends"}, (6, 8, 10)),
            ("hours", AUTUMN, {"grade": "8", "topic": "net"}, (2, 4, 6)),
            ("hours", SPRING, {"grade": "7", "topic": "feelings"}, (4, 6, 0)),
            ("hours", SPRING, {"grade": "9", "topic": "conflicts"}, (2, 3, 0)),
        ),
        staff=("rauno", "maarit"),
    ),
    Script(
        kind=ProgrammeKind.INCIDENTS,
        coordinator="karoliina",
        details={},
        counts=(
            ("incidents", AUTUMN, {"sort": "bullying", "place": "corridor", "told": "yes"}, (9, 7, 6)),
            ("incidents", AUTUMN, {"sort": "bullying", "place": "net", "told": "yes"}, (6, 8, 7)),
            ("incidents", AUTUMN, {"sort": "violence", "place": "yard", "told": "yes"}, (5, 4, 3)),
            ("incidents", AUTUMN, {"sort": "harassment", "place": "net", "told": "no"}, (2, 1, 2)),
            ("incidents", SPRING, {"sort": "bullying", "place": "yard", "told": "yes"}, (8, 6, 0)),
            ("incidents", SPRING, {"sort": "violence", "place": "changing", "told": "yes"}, (6, 5, 0)),
        ),
    ),
    Script(
        kind=ProgrammeKind.METHOD,
        names=("Ryhmäytyspäivät", "Gruppstärkande dagar"),
        coordinator="rauno",
        details={
            "target": ["classes"],
            "evidence": "some",
            "source": "Oma arvio",
            "content": "Kaksi päivää jokaiselle seitsemännelle luokalle elokuussa.",
        },
        counts=(("uses", AUTUMN, {"band": "7-9"}, (3, 3, 3)),),
        staff=("rauno", "marjatta", "maarit"),
    ),
)
