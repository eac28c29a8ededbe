"""Opening a matter in an emergency, without a place in its group: for an hour, little of it, looked at afterwards.

A worker of the pupil's own services may use what is *necessary* for the pupil's welfare without a consent (OHL 23 § 2);
that it was necessary is shown afterwards, by somebody else (TihL 16-17 §). Nobody is let off: a matter opened so has a
reason, an end, and a review.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from welfare.rules.working_days import WorkingDays, nth_working_day

LASTS = timedelta(minutes=60)
REVIEW_WORKING_DAYS = 3
LONGEST_DELAY = timedelta(days=90)
"""Policy: a reasoned delay of telling the pupil is looked at anew within a quarter of a year."""


class EmergencyReason(StrEnum):
    """Why it cannot wait for a consent."""

    DANGER_TO_LIFE = "danger_to_life"
    CHILD_PROTECTION = "child_protection"
    MISSING_PUPIL = "missing_pupil"
    LEAD_OUT_OF_REACH = "lead_out_of_reach"


class EmergencySection(StrEnum):
    """What may be opened of a matter, each by itself."""

    MATTER = "matter"
    JOURNAL = "journal"
    PLAN = "plan"


class EmergencyState(StrEnum):
    """Whether it is open now."""

    OPEN = "open"
    OVER = "over"


class EmergencyFinding(StrEnum):
    """What the review found."""

    JUSTIFIED = "justified"
    TOO_WIDE = "too_wide"
    NOT_JUSTIFIED = "not_justified"


class SelfReviewError(ValueError):
    """Nobody reviews what they opened themselves (HL 27-28 §)."""


def emergency_state(ends_at: datetime, ended_at: datetime | None, now: datetime) -> EmergencyState:
    """It ends by itself at its hour, or earlier when its opener ends it."""
    return EmergencyState.OPEN if ended_at is None and now < ends_at else EmergencyState.OVER


def review_due(opened_on: date, weekdays: WorkingDays) -> date:
    """The third working day after the day of the opening."""
    return nth_working_day(weekdays, opened_on, REVIEW_WORKING_DAYS)


def check_reviewer(reviewer: UUID | None, opener: UUID) -> None:
    """Somebody else reviews. Raises SelfReviewError."""
    if reviewer is None or reviewer == opener:
        raise SelfReviewError


def is_delayed(delayed_until: date | None, on: date) -> bool:
    """Whether the pupil is not told yet: for a reason, up to a last day."""
    return delayed_until is not None and on <= delayed_until
