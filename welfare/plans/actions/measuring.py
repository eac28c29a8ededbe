"""Telling what became of a measure of the plan (OHL 20 § 4 k. 4; rule 20)."""

from collections.abc import Collection
from dataclasses import dataclass

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at
from welfare.cases.models import Case
from welfare.plans.actions.agreeing import wait_for_plan
from welfare.plans.models import PlanMeasure
from welfare.rules.measures import MeasureLack, MeasureState, what_blocks_ending
from welfare.rules.registers import Register


class MeasureEndedError(ValueError):
    """Somebody has told of the measure already."""


class MeasureRefusedError(ValueError):
    """Ending the measure so asks for more."""

    def __init__(self, lacks: Collection[MeasureLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMeasure:
    """How it ended."""

    state: MeasureState
    note: str = ""


def end_measure(work: UnitOfWork, case: Case, measure: PlanMeasure, command: EndMeasure) -> None:
    """End an open measure. Raises ClosedMatterError, MeasureEndedError, MeasureRefusedError."""
    wait_for_plan(work, case)
    work.session.refresh(measure)
    if measure.state is not MeasureState.OPEN:
        raise MeasureEndedError
    lacks = what_blocks_ending(command.state, has_note=bool(command.note))
    if lacks:
        raise MeasureRefusedError(lacks)
    measure.state, measure.ended_at, measure.ended_by = command.state, work.now, account_at(work)
    if command.note:
        work.encrypt(measure, PlanMeasure.note, command.note)
    work.session.flush()
    work.note(measure.controller_id, Register.WELFARE, ("plan_measure", measure.id), state=command.state.value)
