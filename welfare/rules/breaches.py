"""Personal data breaches: the clock, and what has to be settled before a file is closed (GDPR 33-34; TSL 1050/2018).

The clock runs from when the controller *became aware*, by the hour and through week-ends. Whether a period that ends on
a day off may be longer (Regulation 1182/71, 3(4)) is not counted on here.
"""

from datetime import datetime, timedelta
from enum import StrEnum

HOURS = timedelta(hours=72)


class BreachKind(StrEnum):
    """What happened to the data (GDPR 4(12))."""

    SEEN = "seen"
    GIVEN = "given"
    CHANGED = "changed"
    LOST = "lost"


class Risk(StrEnum):
    """How bad it may become for those concerned: decides who has to be told (GDPR 33(1), 34(1))."""

    UNLIKELY = "unlikely"
    RISK = "risk"
    HIGH = "high"


class BreachState(StrEnum):
    """Whether something is still to be done."""

    OPEN = "open"
    CLOSED = "closed"


class Telling(StrEnum):
    """What was decided about telling somebody."""

    TOLD = "told"
    NOT_TOLD = "not_told"


class NotSettledError(ValueError):
    """Somebody has still to be told, or it has to be decided with grounds not to tell."""


def authority_due(noticed_at: datetime) -> datetime:
    """The last moment to tell the supervisory authority without a reason for the delay (GDPR 33(1))."""
    return noticed_at + HOURS


def may_stay_untold(risk: Risk) -> bool:
    """The authority may be left untold where a risk is unlikely (GDPR 33(1)); the reason is kept (GDPR 33(5))."""
    return risk is Risk.UNLIKELY


def may_spare_people(risk: Risk) -> bool:
    """Those concerned are told of a high risk (GDPR 34(1)); of a lesser one by a reasoned decision, either way."""
    return risk is not Risk.HIGH


def check_settled(authority: Telling | None, people: Telling | None) -> None:
    """A file is closed once both have been decided. Raises NotSettledError."""
    if authority is None or people is None:
        raise NotSettledError
