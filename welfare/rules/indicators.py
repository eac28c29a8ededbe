"""Indicators of wellbeing: which way is better, and what of a school's own numbers is shown (OHL 4 §, 26 §).

What a publisher has published is shown as published, its blanks stay blanks. A school's own result is shown by the
floor of rules/suppression.py, with how many it was reckoned from.
"""

from dataclasses import dataclass
from enum import StrEnum

from welfare.rules.suppression import PROTECTED, SHARE_FROM, Basis, Figure, checked_floor, shown, shown_share


class Direction(StrEnum):
    """Which way is better."""

    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


class Measure(StrEnum):
    """What the number is counted in."""

    PERCENT = "percent"
    MEAN = "mean"
    POINTS = "points"
    HOURS = "hours"  # a pupil


class Level(StrEnum):
    """Whose number it is, the widest first."""

    COUNTRY = "country"
    COUNTY = "county"
    MUNICIPALITY = "municipality"
    SCHOOL = "school"


class Group(StrEnum):
    """Which of those who were asked."""

    TOTAL = "total"
    BOYS = "male"
    GIRLS = "female"


class Publisher(StrEnum):
    """Who asks, counts and publishes."""

    HEALTH_SURVEY = "health_survey"
    KIVA = "kiva"
    MOVE = "move"
    HEALTH_PROMOTION = "health_promotion"
    ABSENCES = "absences"
    CLIMATE = "climate"
    OWN = "own"  # defined by a provider, a county or a school


class Licence(StrEnum):
    """On what terms the numbers may be used."""

    CC_BY = "cc_by"  # open data, cite the publisher
    OWN = "own"  # the school's or the provider's own numbers
    AGREED = "agreed"  # by an agreement with the publisher


class ImportState(StrEnum):
    """Where a file of numbers is."""

    OPEN = "open"
    APPROVED = "approved"
    LEFT = "left"


class Withheld(StrEnum):
    """Why there is no number to show."""

    BLANK = "blank"
    FEW = "few"
    PROTECTED = "protected"


SURVEYS = frozenset({Publisher.HEALTH_SURVEY, Publisher.KIVA, Publisher.CLIMATE, Publisher.OWN})
"""An own indicator may be asked or counted: the stricter of the two holds for it."""
LEAST_OF_SURVEY, LEAST_OF_REGISTER = SHARE_FROM[Basis.SURVEY], SHARE_FROM[Basis.REGISTER]
"""A share of fewer than so many is not told (COM §4)."""


@dataclass(frozen=True, slots=True)
class Told:
    """A number as it may be shown, or the reason why not."""

    value: float | None
    withheld: Withheld | None = None


def told(  # noqa: PLR0913 - what a number is, and the floor of the house
    value: float | None, of: int | None, publisher: Publisher, measure: Measure, *, is_sensitive: bool, floor: int
) -> Told:
    """A school's own result: hidden for few, for a share that counts few, and where all of few answered alike.

    A sensitive share hides few on either side: who knows that all but two were bullied knows something of the two.
    Raises FloorError.
    """
    basis = Basis.SURVEY if publisher in SURVEYS else Basis.REGISTER
    if value is None:
        return Told(None, Withheld.BLANK)
    if of is None or of < max(SHARE_FROM[basis], checked_floor(floor)):
        return Told(None, Withheld.FEW)
    if measure is not Measure.PERCENT:
        return Told(value)
    part = round(value * of / 100)
    if is_sensitive and shown(of - part, floor) is None:
        return Told(None, Withheld.PROTECTED)
    figure = PROTECTED if shown(part, floor) is None else Figure(part)
    if shown_share(figure, Figure(of), basis, is_sensitive=is_sensitive).percent is None:
        return Told(None, Withheld.PROTECTED)
    return Told(value)


def as_published(value: float | None) -> Told:
    """A number that its publisher has made public; what was left blank stays so."""
    return Told(value, Withheld.BLANK if value is None else None)


def is_better(direction: Direction, before: float, after: float) -> bool | None:
    """Whether a change is for the better; None where neither way is, or nothing has changed."""
    if direction is Direction.NEITHER or before == after:
        return None
    return (after > before) is (direction is Direction.MORE)


def is_within(measure: Measure, value: float) -> bool:
    """Whether a number can be one of its measure."""
    return 0 <= value <= (100 if measure in {Measure.PERCENT, Measure.POINTS} else 10_000)
