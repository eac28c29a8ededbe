"""Closing a goal with what became of it."""

from collections.abc import Collection
from dataclasses import dataclass

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at
from welfare.cases.models import Case
from welfare.plans.actions.agreeing import wait_for_plan
from welfare.plans.models import PlanGoal
from welfare.rules.goals import ClosingBlock, Outcome, what_blocks_closing
from welfare.rules.registers import Register


class GoalNotClosedError(ValueError):
    """A goal cannot be closed so (rules/goals.py)."""

    def __init__(self, blocks: Collection[ClosingBlock]) -> None:
        super().__init__(", ".join(blocks))
        self.blocks = tuple(blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseGoal:
    """What became of a goal, and why."""

    outcome: Outcome
    note: str = ""


def close_goal(work: UnitOfWork, case: Case, goal: PlanGoal, command: CloseGoal) -> None:
    """Close it; what it was and how it was rated stays. Its measures wait for nobody any more.

    Raises ClosedMatterError, GoalNotClosedError.
    """
    wait_for_plan(work, case)
    work.session.refresh(goal)
    blocks = what_blocks_closing(command.outcome, has_note=bool(command.note), is_closed=goal.outcome is not None)
    if blocks:
        raise GoalNotClosedError(blocks)
    goal.outcome, goal.closed_at, goal.closed_by = command.outcome, work.now, account_at(work)
    if command.note:
        work.encrypt(goal, PlanGoal.note, command.note)
    work.session.flush()
    work.note(goal.controller_id, Register.WELFARE, ("plan_goal", goal.id), outcome=command.outcome.value)
