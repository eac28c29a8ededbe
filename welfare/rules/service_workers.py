"""Who works with a client: the own worker, who hands a client over, and who stands in during an absence.

Access follows the task and is kept current (TihL 16 §; ATL 9 §): a hand-over counts from its acceptance, and a cover
begins and ends by its own days without anybody's doing anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LONGEST_COVER = timedelta(days=366)
"""A longer absence is a change of worker, and is handed over (inference)."""


class HandOverAnswer(StrEnum):
    """How an offered hand-over ended."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    TAKEN_OVER = "taken_over"
    """Nobody was left to offer it: the worker had left the service."""


@dataclass(frozen=True, slots=True)
class Days:
    """From a first day to a last one, both of which count."""

    first: date
    last: date

    def overlap(self, other: "Days") -> bool:
        """Whether any day is in both."""
        return self.first <= other.last and other.first <= self.last

    def hold(self, on: date) -> bool:
        """Whether a day is among them."""
        return self.first <= on <= self.last


class CoverBlock(StrEnum):
    """What forbids a cover."""

    REVERSED = "reversed"
    PAST = "past"
    TOO_LONG = "too_long"
    OVERLAPS = "overlaps"


def what_blocks_cover(days: Days, arranged: Iterable[Days], today: date) -> tuple[CoverBlock, ...]:
    """What forbids a cover for these days: one colleague stands in at a time, so that it is plain who answers."""
    if days.last < days.first:
        return (CoverBlock.REVERSED,)
    blocks = {
        CoverBlock.PAST: days.last < today,
        CoverBlock.TOO_LONG: days.last - days.first > LONGEST_COVER,
        CoverBlock.OVERLAPS: any(days.overlap(other) for other in arranged),
    }
    return tuple(block for block, is_blocking in blocks.items() if is_blocking)


def last_day_if_ended(days: Days, today: date) -> date:
    """The last day of a cover that is ended today: access ends at once, so yesterday, or before it ever began."""
    return min(days.last, max(today, days.first) - timedelta(days=1))
