"""Measures agreed on in a group: each with who carries it out and who follows it up (OHL 20 § 4 k. 4; rule 20)."""

from datetime import date
from enum import StrEnum


class MeasureState(StrEnum):
    """What became of a measure."""

    DRAFT = "draft"  # in minutes that are not final
    OPEN = "open"
    DONE = "done"
    NOT_DONE = "not_done"


class MeasureLack(StrEnum):
    """What a measure lacks."""

    WHAT = "what"
    CARRIED_OUT_BY = "carried_out_by"
    FOLLOWED_UP_BY = "followed_up_by"
    NOTE = "note"  # what was not done says why


def what_measure_lacks(*, has_what: bool, has_doer: bool, has_follower: bool) -> tuple[MeasureLack, ...]:
    """What keeps a measure from standing in a plan."""
    lacks = {
        MeasureLack.WHAT: not has_what,
        MeasureLack.CARRIED_OUT_BY: not has_doer,
        MeasureLack.FOLLOWED_UP_BY: not has_follower,
    }
    return tuple(lack for lack, is_lacking in lacks.items() if is_lacking)


def what_blocks_ending(wanted: MeasureState, *, has_note: bool) -> tuple[MeasureLack, ...]:
    """What ending a measure still asks for."""
    return (MeasureLack.NOTE,) if wanted is MeasureState.NOT_DONE and not has_note else ()


def is_overdue(state: MeasureState, until: date | None, on: date) -> bool:
    """Whether a measure should have been done by now."""
    return state is MeasureState.OPEN and until is not None and until < on
