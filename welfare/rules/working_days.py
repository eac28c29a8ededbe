"""Counting in working days: of the institution, or ordinary weekdays where the school's calendar says nothing.

Holidays do not run: they are simply not working days (OHL 15 § 1; IND §2.3). The calendars themselves are built by the
organisations room; here they are only asked.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Protocol

LONGEST_COUNT = 120
"""Days searched before a calendar is taken to have a hole: a summer fits in, a forgotten year does not."""


class CalendarEndsError(LookupError):
    """The calendar has too few working days left for the count."""


class WorkingDays(Protocol):
    """Any calendar that knows a working day."""

    def is_working_day(self, day: date, /) -> bool:
        """Whether the day counts."""
        ...


class SchoolDays(WorkingDays, Protocol):
    """The working days of one institution, known from a first to a last day (school years as entered)."""

    @property
    def starts_on(self) -> date:
        """First day the calendar knows of."""
        ...

    @property
    def ends_on(self) -> date:
        """Last day the calendar knows of."""
        ...


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Ordinary weekdays, by a rule given from outside: Mondays to Fridays less the national holidays."""

    is_working_day: Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class SchoolDaysElseWeekdays:
    """The institution's days as far as its calendar reaches, and every weekday beyond.

    Beyond the calendar nobody knows the holidays. Counting each weekday there gives a day no later than the law's
    (school Saturdays apart), so an unentered school year may hurry a professional but does not cost a student time.
    """

    school: SchoolDays | None
    weekdays: WorkingDays

    def reaches(self, day: date) -> bool:
        """Whether the institution has said which days it works around this day."""
        return self.school is not None and self.school.starts_on <= day <= self.school.ends_on

    def is_working_day(self, day: date) -> bool:
        """Whether the day counts, by the school's word if it has one."""
        if self.school is not None and self.reaches(day):
            return self.school.is_working_day(day)
        return self.weekdays.is_working_day(day)


def nth_working_day(days: WorkingDays, after: date, nth: int) -> date:
    """The nth working day after a day that is itself not counted (Act 150/1930 2 §). Raises CalendarEndsError."""
    left = nth
    for day in _days_after(after, LONGEST_COUNT):
        left -= days.is_working_day(day)
        if left == 0:
            return day
    raise CalendarEndsError


def working_days_between(days: WorkingDays, after: date, until: date, *, most: int | None = None) -> int:
    """How many working days lie after the first day, the last included; 0 when they are the wrong way round.

    Counting stops at ``most``, for those who only ask whether few are left.
    """
    working = filter(days.is_working_day, _days_after(after, (until - after).days))
    return sum(1 for _ in islice(working, most))


def _days_after(start: date, count: int) -> Iterator[date]:
    return (start + timedelta(days=n) for n in range(1, count + 1))
