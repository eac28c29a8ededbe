"""One giver's answers about a consent: which of them counts on a day, and for how long (IND §6; LHL 3 §; rule 35).

The last answer counts, and a yes ends on its own last day even when it is the newest.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from welfare.rules.consent import INVALIDATING, Answer, ExpressionOfWill, GiverCapacity, what_is_missing
from welfare.rules.ids import PersonId

DEFAULT_VALIDITY_MONTHS = 6
"""Policy: offered on the form; the giver may choose another day, or "until the matter closes"."""
EXPIRY_WARNING_DAYS = 14
"""Policy: so many days before its end a consent shows as expiring, and a new one can be asked for."""


class ConsentStatus(StrEnum):
    """Only VALID opens anything."""

    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    MISSING = "missing"
    EXPIRED = "expired"
    VALID = "valid"
    COMING = "coming"  # of a single expression: given, its first day is still ahead
    SUPERSEDED = "superseded"  # of a single expression: the same giver has answered anew


def first_day(will: ExpressionOfWill) -> date:
    """The day from which an answer counts. A yes may begin later than it is said; a no waits for nothing."""
    return max(will.given_on, will.valid_from) if will.answer is Answer.GIVEN else will.given_on


def latest_answer(wills: Iterable[ExpressionOfWill], giver: PersonId, on: date) -> ExpressionOfWill | None:
    """The answer by which a giver stands on a day: the last said, not the last recorded; of equals, the no.

    A yes that begins later leaves an earlier one in force until then.
    """
    said = [will for will in wills if will.giver_id == giver and first_day(will) <= on]
    return max(said, key=_order, default=None)


def _order(will: ExpressionOfWill) -> tuple[date, datetime, bool, UUID]:
    """By day said, then by moment recorded; the id decides nothing but that every reading gives the same answer."""
    return will.given_on, will.recorded_at, will.answer is not Answer.GIVEN, will.id


def last_day(will: ExpressionOfWill, adult_from: date) -> date | None:
    """The last day of a yes; None = until the matter closes.

    A guardian's yes ends at the latest on the day before the student comes of age (LHL 3 §; rule 35).
    """
    if will.capacity is not GiverCapacity.GUARDIAN:
        return will.valid_to
    return min(will.valid_to or date.max, adult_from - timedelta(days=1))


def worth_of(will: ExpressionOfWill | None, on: date, adult_from: date) -> ConsentStatus:
    """What an answer is worth by itself. A yes that lacks what the act demands is none."""
    if will is None:
        return ConsentStatus.MISSING
    if will.answer is not Answer.GIVEN:
        return ConsentStatus.REFUSED if will.answer is Answer.REFUSED else ConsentStatus.WITHDRAWN
    if INVALIDATING.intersection(what_is_missing(will)):
        return ConsentStatus.MISSING
    return ConsentStatus.EXPIRED if (last_day(will, adult_from) or on) < on else ConsentStatus.VALID


def status_of_will(
    will: ExpressionOfWill, wills: Iterable[ExpressionOfWill], on: date, adult_from: date
) -> ConsentStatus:
    """How one expression's own card reads among all of its matter: replaced, still to come, or what it is worth."""
    if first_day(will) > on:
        return ConsentStatus.COMING
    same = [other for other in wills if (other.kind, other.person_id) == (will.kind, will.person_id)]
    latest = latest_answer(same, will.giver_id, on)
    if latest is not None and latest.id != will.id:
        return ConsentStatus.SUPERSEDED
    return worth_of(will, on, adult_from)


def default_valid_to(given_on: date) -> date:
    """The end of validity offered on the form: the same day so many months on, or that month's last."""
    years, month = divmod(given_on.month - 1 + DEFAULT_VALIDITY_MONTHS, 12)
    year = given_on.year + years
    return date(year, month + 1, min(given_on.day, monthrange(year, month + 1)[1]))
