"""The life of a goal: rated over time by three who each see it in their own way, and closed with what became of it."""

from datetime import date, timedelta
from enum import StrEnum

REVIEW_WARNED = timedelta(days=14)
"""From so long before its day a review stands on the worklist."""
REMINDED = timedelta(days=7)
"""So long before its day a silent mail tells that something waits."""


class Rater(StrEnum):
    """Whose view of a goal a rating is (SHL 39 § as model; OHL 18 § 1: the student's own counts)."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    WORKER = "worker"


class Feeling(StrEnum):
    """How the student is, as the student says it beside the own rating (OHL 18 § 1). It is told, and never reckoned."""

    VERY_GOOD = "very_good"
    GOOD = "good"
    SO_SO = "so_so"
    BAD = "bad"
    VERY_BAD = "very_bad"


class Outcome(StrEnum):
    """What became of a goal."""

    ATTAINED = "attained"
    PARTLY = "partly"
    NOT_ATTAINED = "not_attained"
    DROPPED = "dropped"  # it is not worth pursuing any more


class RatingBlock(StrEnum):
    """What keeps a rating from being kept."""

    NOTHING = "nothing"
    DAY = "day"
    IN_FUTURE = "in_future"
    BEFORE_PLAN = "before_plan"


class ClosingBlock(StrEnum):
    """What keeps a goal from being closed."""

    CLOSED = "closed"
    NOTE = "note"


def what_blocks_rating(
    rated: int, rated_on: date | None, *, first_agreed_on: date, on: date
) -> tuple[RatingBlock, ...]:
    """What keeps ratings of a day from being kept: none is given, or the day is not one of the plan's life."""
    blocks = [] if rated else [RatingBlock.NOTHING]
    if rated_on is None:
        blocks.append(RatingBlock.DAY)
    elif rated_on > on:
        blocks.append(RatingBlock.IN_FUTURE)
    elif rated_on < first_agreed_on:
        blocks.append(RatingBlock.BEFORE_PLAN)
    return tuple(blocks)


def what_blocks_closing(outcome: Outcome, *, has_note: bool, is_closed: bool) -> tuple[ClosingBlock, ...]:
    """What keeps a goal from being closed: it is closed already, or why it was not attained is not said."""
    if is_closed:
        return (ClosingBlock.CLOSED,)
    needs_note = outcome in {Outcome.NOT_ATTAINED, Outcome.DROPPED}
    return (ClosingBlock.NOTE,) if needs_note and not has_note else ()


def is_review_near(review_on: date, on: date) -> bool:
    """Whether the review of a plan stands among what is to be done."""
    return review_on - REVIEW_WARNED <= on


def reminder_day(day: date, agreed_on: date) -> date:
    """The day on which somebody is reminded of a review or a deadline: a week before, never before the day after."""
    return max(day - REMINDED, min(agreed_on + timedelta(days=1), day))
