"""Log information that somebody asks for: in what time, how far back, and why not (ATL 11 §, GDPR 12 and 15).

The county's registers have the Client Data Act; the student welfare register has the regulation alone, whose month is
shorter and which knows no two years (IND §7.2-7.3; rules 28 and 29).
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from welfare.rules.ages import birthday_in
from welfare.rules.citations import Citation, Statute
from welfare.rules.guardians_view import is_kept_from_guardians
from welfare.rules.registers import COUNTY_REGISTERS, Register

MONTHS_TO_ANSWER = {"welfare": 1, "county": 2}
LOOK_BACK_YEARS = 2
SOON_DAYS = 7
"""With at most a week left the list says that the day is near."""
LAST_MONTH = 12
YEARS_FROM_TWELVE = 6
"""From the twelfth birthday to the eighteenth."""


class Asker(StrEnum):
    """Who asks (ATL 11 § 1, GDPR 15): the one whom the log is about, or somebody who may speak for that person."""

    ONESELF = "oneself"
    GUARDIAN = "guardian"
    REPRESENTATIVE = "representative"


class Mandate(StrEnum):
    """By what a representative speaks (HL 12 §): shown before anything is told."""

    PERSON = "person"
    """Of the person whom it is about."""
    GUARDIAN = "guardian"
    """Of a guardian: the representative is told no more than that guardian."""
    APPOINTED = "appointed"
    """A decision of an authority or a court."""


class LogState(StrEnum):
    """How far a request has come."""

    RECEIVED = "received"
    GRANTED = "granted"
    REFUSED = "refused"
    SENT = "sent"
    CLOSED = "closed"


class LogRefusal(StrEnum):
    """Why log information is not given (ATL 11 § 1-2, TSL 34 § 1)."""

    DANGER_TO_HEALTH = "danger_to_health"
    RIGHTS_OF_OTHERS = "rights_of_others"
    CRIME_PREVENTION = "crime_prevention"
    PUBLIC_SECURITY = "public_security"
    TOO_OLD = "too_old"
    NO_RIGHT = "no_right"
    """The asker has shown no right to it. Says the same of somebody in the register and of somebody who never was."""


class Light(StrEnum):
    """How an answer stands against its last day."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    MET = "met"
    MISSED = "missed"


NEXT = {
    LogState.RECEIVED: frozenset({LogState.GRANTED, LogState.REFUSED}),
    LogState.GRANTED: frozenset({LogState.REFUSED, LogState.SENT}),
    LogState.REFUSED: frozenset({LogState.SENT}),
    LogState.SENT: frozenset({LogState.CLOSED}),
    LogState.CLOSED: frozenset(),
}
"""Steps are not skipped: what is sent has been decided on. What was granted is refused if the right is lost first."""


def answer_due(register: Register, received: date) -> date:
    """The last day to answer: two months for a county's register (ATL 11 § 1), one for others (GDPR 12; rule 28)."""
    return months_after(received, MONTHS_TO_ANSWER["county" if register in COUNTY_REGISTERS else "welfare"])


def months_after(day: date, months: int) -> date:
    """The day of the same number some months later, or the last of a month that lacks it (150/1930 3 §)."""
    number = day.month + months
    year, month = day.year + (number - 1) // LAST_MONTH, (number - 1) % LAST_MONTH + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def looked_back_to(received: date) -> date:
    """Two years before the request: as far back as the log is given when nothing else is asked."""
    return months_after(received, -LOOK_BACK_YEARS * LAST_MONTH)


def needs_special_reason(register: Register, since: date, received: date) -> bool:
    """Whether so old events are given for a special reason alone (ATL 11 § 2; rule 29)."""
    return register in COUNTY_REGISTERS and since < looked_back_to(received)


def refusals_for(register: Register) -> Sequence[LogRefusal]:
    """The grounds there are: age is one in a county's register alone."""
    is_county = register in COUNTY_REGISTERS
    return [ground for ground in LogRefusal if is_county or ground is not LogRefusal.TOO_OLD]


def is_told_to_guardian(permission: str, *, is_of_the_family: bool) -> bool:
    """Whether an event is in the log that a guardian is given of a child.

    Not what the child or another guardian has done or asked for, which is theirs (rule 37).
    """
    return not (is_of_the_family or is_kept_from_guardians(permission))


def is_childs_own_to_ask(register: Register, of_age_on: date | None, on: date) -> bool:
    """Whether a guardian gets the log of a service of a minor only through the minor (ATL 11 § 1, 34 §, 51 §).

    The right is the client's own, and who has visited a service is told by its log. A child under twelve is taken to
    be unable to decide, as in the services' records (ATL 34 §); from then on the minor asks, or lets somebody ask with
    a mandate. In the education provider's register a guardian is a party.
    """
    if register not in COUNTY_REGISTERS:
        return False
    return of_age_on is None or on >= birthday_in(of_age_on, of_age_on.year - YEARS_FROM_TWELVE)


def law_of(ground: LogRefusal, register: Register) -> Citation:
    """Where the ground stands."""
    if register in COUNTY_REGISTERS:
        return Citation(Statute.ATL, "11", 1 if ground is LogRefusal.NO_RIGHT else 2)
    return Citation(Statute.GDPR, "15") if ground is LogRefusal.NO_RIGHT else Citation(Statute.TSL, "34", 1)


def right_of(register: Register) -> Citation:
    """Where the right to know stands."""
    return Citation(Statute.ATL, "11", 1) if register in COUNTY_REGISTERS else Citation(Statute.GDPR, "15")


def light_of(due: date, today: date, answered: date | None) -> Light:
    """How an answer stands today; one that was sent stays as it was sent."""
    if answered is not None:
        return Light.MET if answered <= due else Light.MISSED
    if today >= due:
        return Light.TODAY if today == due else Light.LATE
    return Light.SOON if (due - today).days <= SOON_DAYS else Light.LATER
