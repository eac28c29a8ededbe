"""What students think of the help they got: three questions, and answers that belong to nobody (rule 38).

An answer is kept as one more of its kind in a count by provider, term and service: no row of anybody's own, no id, no
time. A count that grew one by one would tell who answered last; so answers are added to what is shown in batches of
the floor's size, and what is left over at the end of a term is never shown.
"""

from enum import StrEnum

from welfare.rules.actors import Role
from welfare.rules.requests import ROLES_OF, Service
from welfare.rules.suppression import checked_floor


class FeedbackQuestion(StrEnum):
    """What is asked when a matter has been closed."""

    HELPED = "helped"
    HEARD = "heard"
    AGAIN = "again"


class OfferState(StrEnum):
    """Where the offer to one student is. What was answered, nobody can tell from it."""

    OFFERED = "offered"
    GIVEN = "given"
    SKIPPED = "skipped"


class SkipReason(StrEnum):
    """Why the questions were not answered."""

    DECLINED = "declined"
    NOT_REACHED = "not_reached"
    NOT_FITTING = "not_fitting"  # the student's situation or age
    OTHER = "other"


GRADES = range(1, 6)
"""From 1, not at all, to 5, fully."""


def service_of(role: Role) -> Service:
    """The service whose work is judged: that of the group's responsible person; a curator's where it is no service."""
    services = (each for each in Service if each is not Service.UNSURE)
    return next((each for each in services if role in ROLES_OF[each]), Service.CURATOR)


def is_batch(waiting: int, floor: int) -> bool:
    """Whether so many answers may be added to what is shown, all at once. Raises FloorError."""
    return waiting >= checked_floor(floor)


def needs_words(reason: SkipReason | None) -> bool:
    """Whether a reason is told in words besides."""
    return reason is SkipReason.OTHER
