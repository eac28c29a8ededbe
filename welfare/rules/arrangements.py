"""Arrangements of teaching that a provider offers, and one of them agreed on for a student (IND §9; COM F29).

Whether a student gets one is decided where teaching is decided on; a plan tells which is meant, when, on what terms.
"""

from datetime import date
from enum import StrEnum

LONGEST_DAYS = 3 * 366
"""A period longer than this is a slip of the pen."""


class CatalogueState(StrEnum):
    """Whether something in a provider's catalogue is offered."""

    ACTIVE = "active"
    ENDED = "ended"  # offered no more; what was agreed on by it stays


class UseLack(StrEnum):
    """What keeps an arrangement from being agreed on."""

    NOT_OFFERED = "not_offered"
    REVERSED = "reversed"
    TOO_LONG = "too_long"


def what_blocks_use(state: CatalogueState, starts_on: date, ends_on: date | None) -> tuple[UseLack, ...]:
    """What forbids a period of an arrangement."""
    length = (ends_on - starts_on).days if ends_on else 0
    lacks = {
        UseLack.NOT_OFFERED: state is not CatalogueState.ACTIVE,
        UseLack.REVERSED: length < 0,
        UseLack.TOO_LONG: length > LONGEST_DAYS,
    }
    return tuple(lack for lack, is_lacking in lacks.items() if is_lacking)


def may_end_on(starts_on: date, day: date, on: date) -> bool:
    """Whether a use may end on a day: not before it began, and not later than today."""
    return starts_on <= day <= max(on, starts_on)
