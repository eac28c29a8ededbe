from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare.rules.working_days import (
    CalendarEndsError,
    SchoolDaysElseWeekdays,
    Weekdays,
    nth_working_day,
    working_days_between,
)

WEEKDAYS = Weekdays(lambda day: day.weekday() < 5)
NEVER = Weekdays(lambda _day: False)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@dataclass(frozen=True)
class Autumn:
    """A school that works on weekdays from August to December, but for a week in October."""

    starts_on: date = date(2026, 8, 11)
    ends_on: date = date(2026, 12, 21)

    def is_working_day(self, day: date) -> bool:
        on_holiday = date(2026, 10, 12) <= day <= date(2026, 10, 18)
        return self.starts_on <= day <= self.ends_on and day.weekday() < 5 and not on_holiday


@pytest.mark.parametrize(
    ("after", "nth", "day"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),
        (date(2026, 11, 23), 1, date(2026, 11, 24)),
        (date(2026, 11, 20), 7, date(2026, 12, 1)),
    ],
)
def test_the_first_day_itself_is_not_counted(after: date, nth: int, day: date) -> None:
    assert nth_working_day(WEEKDAYS, after, nth) == day


def test_a_calendar_without_working_days_ends() -> None:
    with pytest.raises(CalendarEndsError):
        nth_working_day(NEVER, date(2026, 11, 20), 1)


def test_holidays_do_not_run() -> None:
    assert working_days_between(Autumn(), date(2026, 10, 9), date(2026, 10, 19)) == 1


def test_beyond_the_school_calendar_each_weekday_counts() -> None:
    days = SchoolDaysElseWeekdays(Autumn(), WEEKDAYS)

    assert not days.is_working_day(date(2026, 10, 14))
    assert days.is_working_day(date(2026, 12, 22))
    assert days.is_working_day(date(2026, 8, 10))
    assert not days.is_working_day(date(2026, 12, 26))


@pytest.mark.parametrize(
    ("day", "is_reached"),
    [
        (date(2026, 8, 10), False),
        (date(2026, 8, 11), True),
        (date(2026, 12, 21), True),
        (date(2026, 12, 22), False),
    ],
)
def test_a_calendar_reaches_from_its_first_day_to_its_last(day: date, *, is_reached: bool) -> None:
    assert SchoolDaysElseWeekdays(Autumn(), WEEKDAYS).reaches(day) is is_reached


def test_a_school_without_a_calendar_is_counted_in_weekdays() -> None:
    days = SchoolDaysElseWeekdays(None, WEEKDAYS)

    assert not days.reaches(date(2026, 10, 14))
    assert days.is_working_day(date(2026, 10, 14))


@given(DAYS, st.integers(1, 40))
def test_the_nth_working_day_lies_n_working_days_away(after: date, nth: int) -> None:
    found = nth_working_day(WEEKDAYS, after, nth)

    assert WEEKDAYS.is_working_day(found)
    assert working_days_between(WEEKDAYS, after, found) == nth
    assert working_days_between(WEEKDAYS, after, found - timedelta(days=1)) == nth - 1


@given(DAYS, DAYS)
def test_counting_backwards_gives_nothing(one: date, other: date) -> None:
    assert working_days_between(WEEKDAYS, max(one, other), min(one, other)) == 0


@given(DAYS, st.integers(0, 60), st.integers(1, 12))
def test_a_count_that_stops_tells_whether_more_are_left(after: date, reach: int, most: int) -> None:
    until = after + timedelta(days=reach)

    everything = working_days_between(WEEKDAYS, after, until)
    assert working_days_between(WEEKDAYS, after, until, most=most) == min(everything, most)
