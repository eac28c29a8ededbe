"""Telling what became of a measure that the group agreed on (OHL 20 § 4 k. 4; rule 20)."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings.models import Measure
from welfare.rules.measures import MeasureLack, MeasureState, what_blocks_ending


class MeasureEndedError(ValueError):
    """The measure does not wait to be done: somebody has told of it already, or it is not final yet."""


class MeasureRefusedError(ValueError):
    """Ending the measure so asks for more."""

    def __init__(self, lacks: Collection[MeasureLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMeasure:
    """How it ended. ``document`` is what was agreed on, as the page has opened it."""

    state: MeasureState
    note: str
    document: dict[str, Any]


def end_measure(work: UnitOfWork, measure: Measure, command: EndMeasure) -> None:
    """End an open measure; what was agreed on stays as it is. Raises MeasureEndedError, MeasureRefusedError."""
    if measure.state is not MeasureState.OPEN:
        raise MeasureEndedError
    lacks = what_blocks_ending(command.state, has_note=bool(command.note))
    if lacks:
        raise MeasureRefusedError(lacks)
    measure.state, measure.ended_at, measure.ended_by = command.state, work.now, work.actor.account_id
    work.encrypt_document(measure, Measure.document, command.document | {"note": command.note})
    work.session.flush()
    work.note(measure.controller_id, measure.key_holder().register, ("measure", measure.id), state=command.state.value)
