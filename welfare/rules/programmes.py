"""Programmes of communal welfare work: their kinds and states, their sums by term, and what a year has changed.

What a programme asks and counts stands as data in welfare/programmes/kinds; here is what is true of every kind. Counts
of pupils leave by rules/suppression.py alone (COM §4).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from welfare.rules.terms import SchoolTerm


class ProgrammeKind(StrEnum):
    """What a school can carry out as a programme (COM F20-F28)."""

    ANTI_BULLYING = "anti-bullying"
    EARLY_YEARS = "early-years"
    KIVA = "kiva"
    MEDIATION = "mediation"
    SUPPORT_PUPILS = "support-pupils"
    BUDDY_PUPILS = "buddy-pupils"
    TUTORS = "tutors"
    CLUB = "club"
    SOCIAL_SKILLS = "social-skills"
    INCIDENTS = "incidents"
    METHOD = "method"


class ProgrammeState(StrEnum):
    """How far a programme of one school year has come."""

    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class HobbyGap(StrEnum):
    """What keeps some pupils from having a hobby on equal terms with others (COM F26)."""

    NOTHING_FREE = "nothing_free"
    NOTHING_NEAR = "nothing_near"
    NO_FINNISH = "no_finnish"
    NO_SWEDISH = "no_swedish"
    NOT_ACCESSIBLE = "not_accessible"
    FULL = "full"


NEAR = 2
"""Kilometres that a pupil of any age can walk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leisure:
    """What one club asks of whoever would take part. None is what nobody has told."""

    fee: int | None
    distance: int | None
    languages: frozenset[str]
    is_accessible: bool
    waiting: int = 0


def hobby_gaps(clubs: Sequence[Leisure], teaching_languages: Iterable[str]) -> tuple[HobbyGap, ...]:
    """Who finds no club: those without money, transport, the language of teaching, a way in, a place (COM F26)."""
    languages = frozenset(teaching_languages)
    spoken = frozenset[str]().union(*(club.languages for club in clubs))
    found = {
        HobbyGap.NOTHING_FREE: all(club.fee != 0 for club in clubs),
        HobbyGap.NOTHING_NEAR: all(club.distance is None or club.distance > NEAR for club in clubs),
        HobbyGap.NO_FINNISH: "fi" in languages - spoken,
        HobbyGap.NO_SWEDISH: "sv" in languages - spoken,
        HobbyGap.NOT_ACCESSIBLE: not any(club.is_accessible for club in clubs),
        HobbyGap.FULL: any(club.waiting for club in clubs),
    }
    return tuple(gap for gap, is_there in found.items() if is_there)


@dataclass(frozen=True, slots=True)
class Counted:
    """One entry of a tally: of which term, under which answers, and how many."""

    term: SchoolTerm
    answers: Mapping[str, str]
    count: int


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that is not what it was a year ago."""

    code: str
    before: object
    now: object


def changes_between(
    before: Mapping[str, object], now: Mapping[str, object], codes: Iterable[str]
) -> tuple[Change, ...]:
    """Which answers have changed, in the order of the questions; an empty one is as good as none."""
    pairs = ((code, _told(before.get(code)), _told(now.get(code))) for code in codes)
    return tuple(Change(code, old, new) for code, old, new in pairs if old != new)


def _told(value: object) -> object:
    return None if value in ("", []) else value
