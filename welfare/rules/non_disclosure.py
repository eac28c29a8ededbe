"""Non-disclosure for safety (turvakielto, spärrmarkering): how it is set, how long, and who ends it (661/2009 36-37 §).

It works from the moment it is set, and ends only by two persons: a day in the calendar ends nothing, because whoever
forgot to renew it would let the wrong person in at the door.
"""

from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

LONGEST_FIRST = 5 * 366
"""Days: at first at most five years, later two at a time; what is written here may not reach further."""
REMIND_BEFORE = timedelta(days=30)
"""Policy: time to ask the family and the Digital and Population Data Services Agency."""


class ProtectionSource(StrEnum):
    """How it came to be known."""

    POPULATION_REGISTER = "population_register"
    FAMILY = "family"


class ProtectionPart(StrEnum):
    """How somebody stands to a protection."""

    HIDDEN_FROM = "hidden_from"
    HOUSEHOLD = "household"


class ProtectionState(StrEnum):
    """How far a protection has come."""

    STANDS = "stands"
    ENDING = "ending"
    """One person has proposed its end; it protects as before."""
    ENDED = "ended"


class PlaceReason(StrEnum):
    """The duty for which a hidden address is opened."""

    LETTER = "letter"
    CONTACT = "contact"
    AUTHORITY = "authority"
    JOURNEY = "journey"


class SamePersonError(ValueError):
    """Whoever proposes the end does not confirm it."""


class TooLongError(ValueError):
    """It may not be written down for so long, or it would have ended already."""


def check_until(source: ProtectionSource, begins_on: date, until: date | None, today: date) -> None:
    """The register's has a last day, within five years; the family's may be without. Raises TooLongError."""
    if until is None:
        if source is ProtectionSource.POPULATION_REGISTER:
            raise TooLongError
        return
    if until < today or until > begins_on + timedelta(days=LONGEST_FIRST):
        raise TooLongError


def check_second(confirming: UUID | None, proposing: UUID | None) -> None:
    """Two persons end it. Raises SamePersonError."""
    if confirming is None or proposing is None or confirming == proposing:
        raise SamePersonError


def needs_care(until: date | None, today: date) -> bool:
    """Whether somebody is to look at it: its last day is near or past. It protects all the same."""
    return until is not None and today >= until - REMIND_BEFORE


def reminder_days(until: date | None, today: date) -> tuple[date, ...]:
    """When somebody is reminded: a month before the last day, and on the day after it."""
    days = () if until is None else (until - REMIND_BEFORE, until + timedelta(days=1))
    return tuple(day for day in days if day > today)


def has_run_out(until: date | None, today: date) -> bool:
    """Whether the written day is past."""
    return until is not None and today > until
