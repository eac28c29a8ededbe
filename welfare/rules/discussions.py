"""With whom results are talked through: knowledge that nobody has heard of changes nothing (OHL 4 §, 26 §; COM §3)."""

from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum

from welfare.rules.citations import Citation, Statute
from welfare.rules.duties import DutyState

DISCUSSION_LAW = Citation(Statute.OHL, "4")


class Party(StrEnum):
    """Who is to hear of a school's results and say what they mean."""

    PUPILS = "pupils"
    GUARDIANS = "guardians"
    STAFF = "staff"


def missing(heard: Collection[Party]) -> Sequence[Party]:
    """With whom results have not been talked through."""
    return [party for party in Party if party not in heard]


def state_of_discussions(heard: Collection[Party]) -> DutyState:
    """In order when all have been heard, late while nobody has."""
    left = len(missing(heard))
    return DutyState.IN_ORDER if not left else DutyState.LATE if left == len(Party) else DutyState.SOON


def is_possible_day(held_on: date, year: int, on: date) -> bool:
    """Whether results of a year can have been talked through on a day: not before that year, not after today."""
    return date(year, 1, 1) <= held_on <= on
