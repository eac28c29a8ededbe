"""The order in which a service's queue stands, and what happens to it on the way (OHL 15 § 1; IND §12 rules 3-4, 7)."""

from datetime import date, timedelta
from enum import StrEnum

from welfare.rules.requests import Urgency

LAST = date.max
"""Where a request waits that no time limit presses: the law sets none, or the talk has been held."""
WEEK = 7


class QueueGroup(StrEnum):
    """The three parts of a queue."""

    NOW = "now"
    THIS_WEEK = "this_week"
    LATER = "later"


class StepKind(StrEnum):
    """What was done with a request, by whom and when; kept for ever beside it."""

    CLAIMED = "claimed"
    CLAIMED_OVER = "claimed_over"
    """Taken over from a colleague, with the reason."""
    HANDED_TO_COLLEAGUE = "handed_to_colleague"
    RETURNED = "returned"
    """Back to the queue of the service."""
    HANDED_TO_SERVICE = "handed_to_service"
    URGENCY_CHANGED = "urgency_changed"
    KEPT_OUT = "kept_out"
    """A conflict of interest shuts a named worker out (HL 27-28 §)."""
    ADDED_TO = "added_to"
    """Whoever asked has said more."""
    TAKEN_BACK = "taken_back"
    CLOSED = "closed"


def queue_day(received: date, due: date | None, urgency: Urgency, *, talk_is_held: bool) -> date:
    """The day a request stands at in its queue: its due day, an urgent one the day it came."""
    if talk_is_held:
        return LAST
    if urgency is Urgency.URGENT:
        return received
    return due or LAST


def group_of(stands_at: date, today: date) -> QueueGroup:
    """The part of the queue a request belongs to: now when it is urgent, due today or late; this week till Sunday."""
    if stands_at <= today:
        return QueueGroup.NOW
    end_of_week = today + timedelta(days=WEEK - today.isoweekday())
    return QueueGroup.THIS_WEEK if stands_at <= end_of_week else QueueGroup.LATER
