"""A number and where it stands, apart from the row that holds it."""

from dataclasses import dataclass
from uuid import UUID

from welfare.indicators.models import IndicatorValue
from welfare.rules.indicators import Group, Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where a number stands."""

    code: str
    level: Level
    place: str
    year: int
    group: Group = Group.TOTAL


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it came: None is a blank of the publisher's."""

    value: float | None
    absolute: float | None = None
    respondents: int | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose keeping a number comes into, and with which file it came."""

    controller_id: UUID
    import_id: UUID | None = None


def number_of(row: IndicatorValue) -> Number:
    """The number that a row holds."""
    return Number(row.value, row.absolute, row.respondents)
