"""The school year of communal work: from 1 August to 31 July, the same everywhere (POL 23 §; LukioL and AmmL alike).

A school's own calendar moves by a few days; plans, the annual clock and evaluations are of the whole year.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from welfare.rules.terms import YEAR_BEGINS

EARLIEST, LATEST = 2000, 2100
MONTHS = (*range(YEAR_BEGINS, 13), *range(1, YEAR_BEGINS))
"""August to July."""


class NoSuchDayError(ValueError):
    """A month that has no day of this number."""


@dataclass(frozen=True, slots=True, order=True)
class SchoolYear:
    """One school year, known by the calendar year in which it begins."""

    begins_in: int

    @property
    def starts_on(self) -> date:
        """Its first day."""
        return date(self.begins_in, YEAR_BEGINS, 1)

    @property
    def ends_on(self) -> date:
        """Its last day."""
        return date(self.begins_in + 1, YEAR_BEGINS - 1, 31)

    @property
    def before(self) -> "SchoolYear":
        """The year before it."""
        return SchoolYear(self.begins_in - 1)

    @property
    def after(self) -> "SchoolYear":
        """The year after it."""
        return SchoolYear(self.begins_in + 1)

    @property
    def name(self) -> str:
        """As everybody writes it: 2026–2027."""
        return f"{self.begins_in}–{self.begins_in + 1}"

    def first_of(self, month: int) -> date:
        """The first day of one of its months."""
        return date(self.begins_in if month >= YEAR_BEGINS else self.begins_in + 1, month, 1)

    def day(self, month: int, day: int | None) -> date:
        """A day of one of its months; its last day where none is named. Raises NoSuchDayError."""
        first = self.first_of(month)
        length = monthrange(first.year, month)[1]
        if day is not None and not 1 <= day <= length:
            raise NoSuchDayError
        return first.replace(day=length if day is None else day)

    def nearest(self, month: int, day: int | None) -> date:
        """The same, where a day that a month lacks this year (29 February) is its last."""
        try:
            return self.day(month, day)
        except NoSuchDayError:
            return self.day(month, None)


def school_year_of(day: date) -> SchoolYear:
    """The school year of a day."""
    return SchoolYear(day.year if day.month >= YEAR_BEGINS else day.year - 1)
