"""A duty is in order, not yet due, soon due or late by its day."""

from datetime import date

import pytest

from welfare.rules.duties import DutyState, state_by, state_until, worst

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("due_on", "state"),
    [
        (None, DutyState.LATE),
        (date(2026, 11, 22), DutyState.LATE),
        (date(2026, 11, 23), DutyState.SOON),
        (date(2026, 12, 23), DutyState.SOON),
        (date(2026, 12, 24), DutyState.IN_ORDER),
    ],
)
def test_a_duty_stands_by_the_day_it_must_be_done_anew(due_on: date | None, state: DutyState) -> None:
    assert state_until(due_on, ON) is state


@pytest.mark.parametrize(
    ("due_on", "state"),
    [
        (None, DutyState.LATE),
        (date(2026, 11, 22), DutyState.LATE),
        (date(2026, 12, 23), DutyState.SOON),
        (date(2026, 12, 24), DutyState.NOT_YET),
    ],
)
def test_what_has_not_been_done_is_never_in_order(due_on: date | None, state: DutyState) -> None:
    assert state_by(due_on, ON) is state


def test_a_duty_of_several_parts_stands_as_its_worst_part() -> None:
    assert worst((DutyState.IN_ORDER, DutyState.LATE, DutyState.SOON)) is DutyState.LATE
    assert worst((DutyState.IN_ORDER, DutyState.SOON, DutyState.NOT_YET)) is DutyState.SOON
    assert worst((DutyState.NOT_YET, DutyState.IN_ORDER)) is DutyState.NOT_YET
