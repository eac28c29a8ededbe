from datetime import date

import pytest

from welfare.rules.measures import MeasureLack, MeasureState, is_overdue, what_blocks_ending, what_measure_lacks

TODAY, YESTERDAY = date(2026, 11, 23), date(2026, 11, 22)


def test_a_measure_needs_what_is_done_and_both_its_parties() -> None:
    assert what_measure_lacks(has_what=True, has_doer=True, has_follower=True) == ()
    assert what_measure_lacks(has_what=True, has_doer=False, has_follower=False) == (
        MeasureLack.CARRIED_OUT_BY,
        MeasureLack.FOLLOWED_UP_BY,
    )
    assert what_measure_lacks(has_what=False, has_doer=True, has_follower=True) == (MeasureLack.WHAT,)


def test_what_was_not_done_says_why_and_what_was_done_need_not() -> None:
    assert what_blocks_ending(MeasureState.NOT_DONE, has_note=False) == (MeasureLack.NOTE,)
    assert what_blocks_ending(MeasureState.NOT_DONE, has_note=True) == ()
    assert what_blocks_ending(MeasureState.DONE, has_note=False) == ()


@pytest.mark.parametrize(
    ("state", "until", "is_late"),
    [
        (MeasureState.OPEN, YESTERDAY, True),
        (MeasureState.OPEN, TODAY, False),
        (MeasureState.OPEN, None, False),
        (MeasureState.DONE, YESTERDAY, False),
    ],
)
def test_an_open_measure_is_late_from_the_day_after(state: MeasureState, until: date | None, *, is_late: bool) -> None:
    assert is_overdue(state, until, TODAY) is is_late
