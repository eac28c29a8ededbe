"""A goal is rated on days of its plan's life, and closed with what became of it."""

from datetime import date

import pytest

from welfare.rules.goals import (
    ClosingBlock,
    Outcome,
    RatingBlock,
    is_review_near,
    reminder_day,
    what_blocks_closing,
    what_blocks_rating,
)

AGREED, TODAY = date(2026, 11, 3), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("rated", "day", "blocks"),
    [
        (1, AGREED, ()),
        (6, TODAY, ()),
        (0, TODAY, (RatingBlock.NOTHING,)),
        (1, None, (RatingBlock.DAY,)),
        (1, date(2026, 11, 24), (RatingBlock.IN_FUTURE,)),
        (1, date(2026, 11, 2), (RatingBlock.BEFORE_PLAN,)),
        (0, None, (RatingBlock.NOTHING, RatingBlock.DAY)),
    ],
)
def test_a_rating_tells_at_least_one_level_of_a_day_of_the_plan(
    rated: int, day: date | None, blocks: tuple[RatingBlock, ...]
) -> None:
    assert what_blocks_rating(rated, day, first_agreed_on=AGREED, on=TODAY) == blocks


@pytest.mark.parametrize("outcome", [Outcome.ATTAINED, Outcome.PARTLY])
def test_a_goal_that_was_attained_at_least_in_part_needs_no_words(outcome: Outcome) -> None:
    assert what_blocks_closing(outcome, has_note=False, is_closed=False) == ()


@pytest.mark.parametrize("outcome", [Outcome.NOT_ATTAINED, Outcome.DROPPED])
def test_another_end_of_a_goal_says_why(outcome: Outcome) -> None:
    assert what_blocks_closing(outcome, has_note=False, is_closed=False) == (ClosingBlock.NOTE,)
    assert what_blocks_closing(outcome, has_note=True, is_closed=False) == ()


@pytest.mark.parametrize("outcome", Outcome)
def test_a_goal_is_closed_once(outcome: Outcome) -> None:
    assert what_blocks_closing(outcome, has_note=True, is_closed=True) == (ClosingBlock.CLOSED,)


@pytest.mark.parametrize(
    ("on", "is_near"), [(date(2026, 11, 29), False), (date(2026, 11, 30), True), (date(2026, 12, 20), True)]
)
def test_a_review_stands_among_what_is_to_be_done_from_two_weeks_before(on: date, *, is_near: bool) -> None:
    assert is_review_near(date(2026, 12, 14), on) is is_near


@pytest.mark.parametrize(
    ("day", "reminded"),
    [
        (date(2026, 12, 14), date(2026, 12, 7)),
        (date(2026, 11, 9), date(2026, 11, 4)),  # a week before lies before the agreement
        (date(2026, 11, 3), date(2026, 11, 3)),  # due at once
    ],
)
def test_a_reminder_comes_a_week_before_and_never_before_there_is_anything_to_remind_of(
    day: date, reminded: date
) -> None:
    assert reminder_day(day, AGREED) == reminded
