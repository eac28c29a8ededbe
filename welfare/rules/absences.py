"""Absences as counts by category and term, never by pupil (POL 26 §: the provider prevents, follows and intervenes)."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from welfare.rules.suppression import shown

Kind = TypeVar("Kind", bound=Hashable)


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


def shown_counts(counts: Mapping[Kind, Count], floor: int) -> Mapping[Kind, Count | None]:
    """What may be shown: hours of few pupils are hidden with them, and one hidden alone is not left alone.

    The hours of all together may be known elsewhere; a single hidden category would be what is left of them.
    Raises FloorError.
    """
    hidden = {kind for kind, count in counts.items() if shown(count.pupils, floor) is None}
    if len(hidden) == 1:
        others = [kind for kind, count in counts.items() if count.pupils and kind not in hidden]
        hidden |= set(sorted(others, key=lambda kind: counts[kind].hours)[:1])
    return {kind: None if kind in hidden else count for kind, count in counts.items()}


def is_possible(count: Count) -> bool:
    """Whether hours and pupils can go together: without pupils there are no hours, nor pupils without hours."""
    return bool(count.pupils) is bool(count.hours)
