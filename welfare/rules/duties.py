"""Duties of communal welfare work: whether each is in order, not yet due, soon or late (OHL 13-14 a §, 26 §; COM §4).

What the duties are, the modules of their subjects tell: welfare groups, plans, inspections, self-control.
"""

from datetime import date, timedelta
from enum import StrEnum

NOTICE = timedelta(days=30)
"""How long before its day a duty is said to be soon due."""


class DutyState(StrEnum):
    """How a duty stands on a day; the worst last."""

    IN_ORDER = "in_order"
    NOT_YET = "not_yet"  # it is not done, and its day is far
    SOON = "soon"
    LATE = "late"


def state_until(due_on: date | None, on: date, notice: timedelta = NOTICE) -> DutyState:
    """How a duty stands that must be done anew by a day; one that has never been done is late."""
    if due_on is None or due_on < on:
        return DutyState.LATE
    return DutyState.SOON if due_on - notice <= on else DutyState.IN_ORDER


def state_by(due_on: date | None, on: date, notice: timedelta = NOTICE) -> DutyState:
    """How a duty stands that has not been done, and must be by a day: never in order, and late without a day."""
    state = state_until(due_on, on, notice)
    return DutyState.NOT_YET if state is DutyState.IN_ORDER else state


def worst(states: tuple[DutyState, ...]) -> DutyState:
    """The state of a duty that has several parts. Raises ValueError for none."""
    order = tuple(DutyState)
    return max(states, key=order.index)
