"""The rows in which a plan of measures is typed: more of them than most plans need, the unused ones folded away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from welfare.ui.fields import DrawnField

MEASURES: Final = 8
"""Rows for measures; the ones not used are left out."""
PARTS: Final = ("what", "by", "followed_by", "until")
_SHOWN_AT_FIRST: Final = 2


@dataclass(frozen=True, slots=True)
class PlanRow:
    """The controls of one measure (rule 20: who carries it out, and who follows it up)."""

    number: int
    what: DrawnField
    by: DrawnField
    followed_by: DrawnField
    until: DrawnField

    @property
    def fields(self) -> tuple[DrawnField, ...]:
        """The four that are filled in."""
        return self.what, self.by, self.followed_by, self.until

    @property
    def is_used(self) -> bool:
        """Whether anything at all was typed."""
        return any((field.raw_data and str(field.raw_data[0]).strip()) or field.data for field in self.fields)


Row = TypeVar("Row", bound=PlanRow)


def shown_rows(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows drawn open: those in use and one or two more."""
    last = max((row.number for row in rows if row.is_used), default=0)
    return rows[: max(last + 1, _SHOWN_AT_FIRST)]


def further_rows(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows that open on request."""
    return rows[len(shown_rows(rows)) :]
