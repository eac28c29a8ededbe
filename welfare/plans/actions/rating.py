"""Rating goals: each of the three apart, on a day, by levels that were described when the goal was set."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at
from welfare.cases.models import Case
from welfare.plans.actions.agreeing import wait_for_plan
from welfare.plans.actions.tasks import within
from welfare.plans.models import Rating
from welfare.plans.queries.rows import goals_of
from welfare.rules.goal_scaling import Level
from welfare.rules.goals import Feeling, Rater, RatingBlock, what_blocks_rating


class RatingRefusedError(ValueError):
    """Nothing can be rated so (rules/goals.py)."""

    def __init__(self, blocks: Collection[RatingBlock]) -> None:
        super().__init__(", ".join(blocks))
        self.blocks = tuple(blocks)


class NoPlanError(LookupError):
    """Nothing has been agreed on that could be rated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateGoals:
    """The levels that one of the three gives, by the numbers of the goals; a goal that is not rated is left out."""

    rater: Rater
    rated_on: date | None
    levels: Mapping[int, Level]
    note: str = ""
    feeling: Feeling | None = None
    """The student's own word of how the student is."""


def rate(work: UnitOfWork, case: Case, command: RateGoals) -> Rating:
    """Keep ratings of open goals; an earlier one of the same day is kept too, and counts no more.

    Raises ClosedMatterError, NoPlanError, RatingRefusedError.
    """
    plan = wait_for_plan(work, case)
    if plan is None:
        raise NoPlanError(case.id)
    goals = {goal.number: goal for goal in goals_of(work.session, plan.id) if goal.outcome is None}
    levels = {number: level for number, level in command.levels.items() if number in goals}
    blocks = what_blocks_rating(len(levels), command.rated_on, first_agreed_on=plan.first_agreed_on, on=work.facts.on)
    if blocks or command.rated_on is None:
        raise RatingRefusedError(blocks)
    for number in levels:
        goals[number].rated_on = goals[number].rated_on or command.rated_on
    row = Rating(
        id=uuid4(),
        rater=command.rater,
        rated_on=command.rated_on,
        recorded_at=work.now,
        recorded_by=account_at(work),
        **within(plan),
    )
    kept = {str(number): int(level) for number, level in levels.items()}
    felt = {"feeling": command.feeling.value} if command.feeling else {}
    work.encrypt_document(row, Rating.document, {"levels": kept, "note": command.note, **felt})
    work.session.add(row)
    work.session.flush()
    return row
