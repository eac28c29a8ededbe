"""Absences as counts by category and term, never by pupil (POL 26 §: the provider prevents, follows and intervenes)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from welfare.rules.suppression import shown


class Category(StrEnum):
    """Why a pupil was away, as schools sort it."""

    ILLNESS = "illness"
    SERVICE = "service"  # health care or student welfare
    LEAVE = "leave"  # by permission
    UNEXPLAINED = "unexplained"  # waits for an explanation
    UNAUTHORISED = "unauthorised"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Count:
    """How many pupils were away for one reason, and for how many hours together."""

    pupils: int
    hours: int


def shown_counts(counts: Mapping[Category, Count], floor: int) -> Mapping[Category, Count | None]:
    """What may be shown: hours of few pupils are hidden with them, and one hidden alone is not left alone.

    The hours of all together may be known elsewhere; a single hidden category would be what is left of them.
    Raises FloorError.
    """
    hidden = {category for category, count in counts.items() if shown(count.pupils, floor) is None}
    if len(hidden) == 1:
        others = [category for category, count in counts.items() if count.pupils and category not in hidden]
        hidden |= set(sorted(others, key=lambda category: counts[category].hours)[:1])
    return {category: None if category in hidden else count for category, count in counts.items()}


def is_possible(count: Count) -> bool:
    """Whether hours and pupils can go together: without pupils there are no hours, nor pupils without hours."""
    return bool(count.pupils) is bool(count.hours)
