"""The school year that invented people live in: the one around today, so that a demonstration never grows stale."""

from dataclasses import dataclass
from datetime import date, timedelta

LEAD = timedelta(days=84)
"""So much school lies before and after today, also where a real year has just begun or has ended."""
HISTORY = timedelta(days=80)
"""How long ago invented lives begin."""
LONGEST = timedelta(days=395)
FIRST_MONTH = 8


@dataclass(frozen=True, slots=True)
class SchoolYearDates:
    """One school year from its first to its last day, and its two terms."""

    begins_in: int
    first: date
    last: date

    @property
    def terms(self) -> tuple[tuple[date, date], tuple[date, date]]:
        """Autumn and spring, from the first day of the year to its last, with Christmas between them."""
        return (self.first, date(self.begins_in, 12, 21)), (date(self.begins_in + 1, 1, 7), self.last)


def school_year_around(today: date) -> SchoolYearDates:
    """The school year of a day, stretched so that today lies well within it: a demonstration works in July too."""
    year = today.year if today.month >= FIRST_MONTH else today.year - 1
    last = max(date(year + 1, 6, 5), today + LEAD)
    first = max(min(date(year, 8, 11), today - LEAD), last - LONGEST)
    return SchoolYearDates(begins_in=year, first=first, last=last)
