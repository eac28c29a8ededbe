"""Who is asked how a meeting was, and for how long."""

from datetime import date

import pytest

from welfare.rules.feedback import GRADES
from welfare.rules.meeting_feedback import UNSAID, is_asked_about
from welfare.rules.meetings import ItemState

HELD_ON = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("on", "is_asked"),
    [
        (date(2026, 11, 1), False),
        (date(2026, 11, 2), True),
        (date(2026, 11, 30), True),
        (date(2026, 12, 1), False),
    ],
)
def test_one_who_was_there_is_asked_for_four_weeks(on: date, *, is_asked: bool) -> None:
    for state in (ItemState.HANDLED, ItemState.FINAL):
        assert is_asked_about(state, HELD_ON, on, has_come=True) is is_asked
        assert not is_asked_about(state, HELD_ON, on, has_come=False)


def test_nobody_is_asked_before_the_own_item_is_over() -> None:
    for state in (ItemState.WAITING, ItemState.NOW):
        assert not is_asked_about(state, HELD_ON, HELD_ON, has_come=True)
    assert not is_asked_about(ItemState.HANDLED, None, HELD_ON, has_come=True)


def test_what_is_not_said_is_no_grade() -> None:
    assert UNSAID not in GRADES
