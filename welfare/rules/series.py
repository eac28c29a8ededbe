"""Meetings that recur: the days of a series (a practice of schools; no act asks for it)."""

from collections.abc import Callable
from datetime import date, timedelta

MOST = 40
"""Policy: a school year of weekly meetings."""


class SeriesTooLongError(ValueError):
    """More days than one series may have."""


def days_of_series(first: date, every_weeks: int, until: date, is_open: Callable[[date], bool]) -> list[date]:
    """The first day, and every so many weeks after it to the last, those left out on which the school is closed.

    The first day stays whatever the calendar says: somebody chose it. Raises SeriesTooLongError.
    """
    days, day = [first], first + timedelta(weeks=every_weeks)
    while day <= until:
        if is_open(day):
            days.append(day)
        if len(days) > MOST:
            raise SeriesTooLongError
        day += timedelta(weeks=every_weeks)
    return days
