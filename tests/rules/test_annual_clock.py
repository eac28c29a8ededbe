"""School years, the days of their months, and how a task stands."""

from datetime import date
from uuid import uuid4

import pytest

from welfare.rules.annual_clock import Bearer, NoOwnerError, Owner, TaskState, task_state
from welfare.rules.school_years import MONTHS, NoSuchDayError, SchoolYear, school_year_of


@pytest.mark.parametrize(
    ("day", "begins_in"), [(date(2026, 8, 1), 2026), (date(2027, 7, 31), 2026), (date(2027, 8, 1), 2027)]
)
def test_a_school_year_runs_from_august_to_july(day: date, begins_in: int) -> None:
    year = school_year_of(day)
    assert year == SchoolYear(begins_in)
    assert year.starts_on <= day <= year.ends_on
    assert (MONTHS[0], MONTHS[-1]) == (8, 7)


def test_years_are_named_as_everybody_writes_them() -> None:
    assert SchoolYear(2026).name == "2026–2027"


@pytest.mark.parametrize(
    ("month", "day", "found"),
    [
        (8, None, date(2026, 8, 31)),
        (2, None, date(2027, 2, 28)),
        (12, 15, date(2026, 12, 15)),
        (1, 1, date(2027, 1, 1)),
    ],
)
def test_a_task_without_a_day_has_its_whole_month(month: int, day: int | None, found: date) -> None:
    assert SchoolYear(2026).day(month, day) == found


@pytest.mark.parametrize(("month", "day"), [(2, 29), (4, 31), (9, 0)])
def test_a_day_that_the_month_lacks_is_no_day(month: int, day: int) -> None:
    with pytest.raises(NoSuchDayError):
        SchoolYear(2026).day(month, day)
    assert SchoolYear(2026).nearest(2, 29) == date(2027, 2, 28)
    assert SchoolYear(2027).nearest(2, 29) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("due_on", "done_on", "state"),
    [
        (date(2026, 11, 22), None, TaskState.LATE),
        (date(2026, 11, 23), None, TaskState.NOW),
        (date(2026, 11, 30), None, TaskState.NOW),
        (date(2026, 12, 1), None, TaskState.COMING),
        (date(2027, 11, 30), None, TaskState.COMING),
        (date(2026, 9, 1), date(2026, 11, 1), TaskState.DONE),
    ],
)
def test_how_a_task_stands(due_on: date, done_on: date | None, state: TaskState) -> None:
    assert task_state(due_on, done_on, date(2026, 11, 23)) is state


def test_an_owner_is_one_person_or_one_seat() -> None:
    person = uuid4()
    assert str(Owner(person_id=person)) == f"person:{person}"
    assert str(Owner(bearer=Bearer.NURSE)) == "role:nurse"
    for wrong in ({}, {"bearer": Bearer.NURSE, "person_id": person}):
        with pytest.raises(NoOwnerError):
            Owner(**wrong)  # type: ignore[arg-type]  # what must be refused
