"""A school's health and safety is inspected every three years (Act 1326/2010 16 §; Decree 338/2011 12 §)."""

from collections.abc import Iterable
from datetime import date

from welfare.rules.citations import Citation, Statute
from welfare.rules.duties import DutyState, state_by, state_until

YEARS_BETWEEN = 3
INSPECTION_LAW = Citation(Statute.TERVHL, "16")
FOLLOW_UP_YEARS = 1


def due_after(held_on: date, years: int = YEARS_BETWEEN) -> date:
    """The last day for the next one: the same day of the third year (338/2011 12 § 1)."""
    try:
        return held_on.replace(year=held_on.year + years)
    except ValueError:
        return date(held_on.year + years, 3, 1)  # 29 February


def state_of_inspection(held_on: date | None, on: date) -> DutyState:
    """How the duty to inspect stands; a school that has never been inspected is late."""
    return state_until(None if held_on is None else due_after(held_on), on)


def state_of_defect(due_on: date, done_on: date | None, on: date) -> DutyState:
    """How the mending of one defect stands."""
    return DutyState.IN_ORDER if done_on is not None else state_by(due_on, on)


def needs_follow_up(held_on: date, looked_on: Iterable[date], on: date) -> bool:
    """Whether open defects should be looked at again: they are followed up every year (338/2011 12 § 1)."""
    return due_after(max((held_on, *looked_on)), FOLLOW_UP_YEARS) <= on
