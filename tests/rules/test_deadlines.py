from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare.rules.deadlines import (
    DueDate,
    days_gone,
    days_left,
    days_of_clock,
    due_date,
    talk_limit,
    was_kept,
)
from welfare.rules.requests import Service, Urgency
from welfare.rules.working_days import Weekdays

HOLIDAYS = frozenset({date(2026, 12, 24), date(2026, 12, 25), date(2027, 1, 1), date(2027, 1, 6)})
WEEKDAYS = Weekdays(lambda day: day.weekday() < 5 and day not in HOLIDAYS)
WITH_CLOCK = [Service.CURATOR, Service.PSYCHOLOGIST, Service.UNSURE]
FRIDAY = date(2026, 11, 20)


@dataclass(frozen=True)
class School:
    """School years given as first and last days of terms, with the days between them off."""

    terms: tuple[tuple[date, date], ...]
    extra: frozenset[date] = frozenset()

    @property
    def starts_on(self) -> date:
        return min(first for first, _ in self.terms)

    @property
    def ends_on(self) -> date:
        return max(last for _, last in self.terms)

    def is_working_day(self, day: date) -> bool:
        in_term = any(first <= day <= last for first, last in self.terms)
        return day in self.extra or (in_term and WEEKDAYS.is_working_day(day))


AUTUMN = (date(2026, 8, 11), date(2026, 12, 21))
SPRING = (date(2027, 1, 7), date(2027, 6, 5))
NEXT_AUTUMN = (date(2027, 8, 10), date(2027, 12, 21))
CLOSING_SATURDAY = frozenset({date(2027, 6, 5)})
THIS_YEAR = School((AUTUMN, SPRING), CLOSING_SATURDAY)
BOTH_YEARS = School((AUTUMN, SPRING, NEXT_AUTUMN), CLOSING_SATURDAY)
HOLED = School((AUTUMN, SPRING, (date(2028, 8, 8), date(2028, 12, 20))))


@pytest.mark.parametrize("service", WITH_CLOCK)
@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 11, 11), date(2026, 11, 20)),
        (FRIDAY, date(2026, 12, 1)),
        (date(2026, 11, 21), date(2026, 12, 1)),
        (date(2026, 12, 15), date(2027, 1, 11)),
        (date(2026, 12, 30), date(2027, 1, 15)),
    ],
)
def test_the_due_date_is_the_seventh_school_day_after_the_day_of_the_request(
    service: Service, received: date, due: date
) -> None:
    assert due_date(received, Urgency.NORMAL, service, THIS_YEAR, WEEKDAYS) == DueDate(due, is_provisional=False)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 11, 19), FRIDAY),
        (FRIDAY, date(2026, 11, 23)),
        (date(2026, 11, 22), date(2026, 11, 23)),
        (date(2026, 12, 23), date(2026, 12, 28)),
        (date(2027, 7, 1), date(2027, 7, 2)),
    ],
)
def test_an_urgent_request_is_due_the_next_weekday_even_when_the_school_is_on_holiday(
    received: date, due: date
) -> None:
    found = due_date(received, Urgency.URGENT, Service.CURATOR, THIS_YEAR, WEEKDAYS)

    assert found == DueDate(due, is_provisional=False)


@pytest.mark.parametrize("service", [Service.NURSE, Service.DOCTOR])
@pytest.mark.parametrize("urgency", Urgency)
def test_nurse_and_doctor_have_no_clock(service: Service, urgency: Urgency) -> None:
    assert due_date(FRIDAY, urgency, service, THIS_YEAR, WEEKDAYS) is None


def test_the_limit_for_telling_the_student_runs_whatever_the_service() -> None:
    assert talk_limit(FRIDAY, Urgency.NORMAL, THIS_YEAR, WEEKDAYS).on == date(2026, 12, 1)


def test_the_seven_days_of_late_may_run_on_in_august_once_that_year_is_entered() -> None:
    found = due_date(date(2027, 6, 1), Urgency.NORMAL, Service.CURATOR, BOTH_YEARS, WEEKDAYS)

    assert found == DueDate(date(2027, 8, 12), is_provisional=False)


def test_until_the_next_year_is_entered_a_request_of_late_may_gets_a_provisional_day_in_june() -> None:
    found = due_date(date(2027, 6, 1), Urgency.NORMAL, Service.CURATOR, THIS_YEAR, WEEKDAYS)

    assert found == DueDate(date(2027, 6, 9), is_provisional=True)


@pytest.mark.parametrize(
    ("school", "received"),
    [(None, FRIDAY), (School((SPRING,)), date(2027, 1, 4)), (HOLED, date(2027, 6, 2))],
    ids=["no calendar", "received before the calendar begins", "a forgotten year between two"],
)
def test_where_the_school_has_not_said_its_days_the_due_date_is_provisional(
    school: School | None, received: date
) -> None:
    found = due_date(received, Urgency.NORMAL, Service.CURATOR, school, WEEKDAYS)

    assert found is not None
    assert found.is_provisional
    assert found.on <= received + timedelta(days=13)


@given(st.dates(date(2026, 8, 11), date(2027, 6, 5)))
def test_a_provisional_due_date_is_never_later_than_the_one_the_calendar_gives(received: date) -> None:
    known = talk_limit(received, Urgency.NORMAL, BOTH_YEARS, WEEKDAYS)
    guessed = talk_limit(received, Urgency.NORMAL, THIS_YEAR, WEEKDAYS)

    assert guessed.on <= known.on
    assert guessed.is_provisional or guessed == known


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (date(2026, 11, 20), 2),
        (date(2026, 11, 21), 2),
        (date(2026, 11, 23), 1),
        (date(2026, 11, 24), 0),
        (date(2026, 11, 25), -1),
        (date(2026, 11, 27), -3),
        (date(2026, 11, 28), -3),
        (date(2026, 11, 30), -4),
    ],
)
def test_days_left_count_down_over_the_due_date(today: date, left: int) -> None:
    assert days_left(date(2026, 11, 24), today, WEEKDAYS) == left


def test_on_the_weekend_after_the_due_date_it_is_a_day_late() -> None:
    assert days_left(FRIDAY, date(2026, 11, 21), WEEKDAYS) == -1
    assert days_left(FRIDAY, date(2026, 11, 23), WEEKDAYS) == -1


def test_days_gone_and_days_left_make_the_seven() -> None:
    days = days_of_clock(Urgency.NORMAL, THIS_YEAR, WEEKDAYS)
    today = date(2026, 11, 25)

    assert days_gone(FRIDAY, today, days) == 3
    assert days_left(date(2026, 12, 1), today, days) == 4


def test_an_urgent_clock_runs_in_weekdays_and_a_normal_one_in_school_days() -> None:
    holiday = date(2026, 12, 22)

    assert days_of_clock(Urgency.URGENT, THIS_YEAR, WEEKDAYS).is_working_day(holiday)
    assert not days_of_clock(Urgency.NORMAL, THIS_YEAR, WEEKDAYS).is_working_day(holiday)


def test_a_talk_on_the_due_date_keeps_the_limit_and_the_day_after_does_not() -> None:
    assert was_kept(FRIDAY, FRIDAY)
    assert not was_kept(FRIDAY, date(2026, 11, 23))


@given(st.dates(date(2026, 8, 11), date(2027, 6, 5)), st.sampled_from(Urgency))
def test_every_due_date_lies_after_its_request_on_a_day_of_its_clock(received: date, urgency: Urgency) -> None:
    found = talk_limit(received, urgency, BOTH_YEARS, WEEKDAYS)
    days = days_of_clock(urgency, BOTH_YEARS, WEEKDAYS)

    assert found.on > received
    assert days.is_working_day(found.on)
    assert days_gone(received, found.on, days) == (1 if urgency is Urgency.URGENT else 7)
