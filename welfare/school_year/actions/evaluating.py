"""Evaluating a year's plan: each goal, then the whole, then finished. Only what was once approved can be evaluated."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.rules.year_plans import EvaluationLack, Rating, Stage, what_blocks_evaluation
from welfare.school_year.actions.plan import StaleWordsError, note_plan
from welfare.school_year.models import GoalEvaluation, PlanEvaluation, YearGoal, YearPlan
from welfare.school_year.queries.evaluation import evaluation_of, goal_ratings
from welfare.school_year.queries.plan import whole_plan


class EvaluationRefusedError(ValueError):
    """It cannot be written or finished so."""

    def __init__(self, lacks: Collection[EvaluationLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


class EvaluationFinishedError(RuntimeError):
    """It was finished, and is kept as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How far, by what it is seen, and what was learned."""

    rating: Rating
    evidence: str
    lessons: str
    published_on: date | None = None


def evaluate_goal(  # noqa: PLR0913, PLR0917 - a goal, when, what was found, and what its writer saw
    work: UnitOfWork, unit: Organisation, goal: YearGoal, stage: Stage, finding: Finding, revision: int
) -> None:
    """Keep what was found of one goal. Raises EvaluationRefusedError, EvaluationFinishedError, StaleWordsError."""
    plan = work.session.get_one(YearPlan, goal.plan_id)
    evaluation = _open_evaluation(work, plan, stage)
    row = goal_ratings(work.session, evaluation).get(goal.id)
    if revision != (row.revision if row else 0):
        raise StaleWordsError
    if row is None:
        row = GoalEvaluation(id=uuid4(), evaluation_id=evaluation.id, goal_id=goal.id)
        work.session.add(row)
    row.rating, row.evidence, row.lessons = finding.rating, finding.evidence, finding.lessons
    work.session.flush()
    note_plan(work, unit, plan, "goal_evaluated")


def evaluate_whole(  # noqa: PLR0913, PLR0917 - the same of the whole
    work: UnitOfWork, unit: Organisation, plan: YearPlan, stage: Stage, finding: Finding, revision: int
) -> None:
    """Keep what was found as a whole. Raises EvaluationRefusedError, EvaluationFinishedError, StaleWordsError."""
    known = evaluation_of(work.session, plan, stage)
    if known is not None and known.finished_at is not None:
        raise EvaluationFinishedError
    if revision != (known.revision if known else 0):
        raise StaleWordsError
    evaluation = _open_evaluation(work, plan, stage)
    evaluation.rating, evaluation.evidence = finding.rating, finding.evidence
    evaluation.lessons, evaluation.published_on = finding.lessons, finding.published_on
    work.session.flush()
    note_plan(work, unit, plan, "evaluated")


def finish_evaluation(work: UnitOfWork, unit: Organisation, plan: YearPlan, stage: Stage) -> None:
    """Let it stand as it is from now on. Raises EvaluationRefusedError, EvaluationFinishedError."""
    known = evaluation_of(work.session, plan, stage)
    lacks = lacks_of(work, plan, known)
    if lacks:
        raise EvaluationRefusedError(lacks)
    evaluation = _open_evaluation(work, plan, stage)
    evaluation.finished_at, evaluation.finished_by = work.now, work.actor.account_id
    work.session.flush()
    note_plan(work, unit, plan, "evaluation_finished")


def lacks_of(work: UnitOfWork, plan: YearPlan, evaluation: PlanEvaluation | None) -> tuple[EvaluationLack, ...]:
    """What an evaluation still lacks."""
    whole = whole_plan(work.session, plan)
    rated = goal_ratings(work.session, evaluation) if evaluation else {}
    return what_blocks_evaluation(
        was_approved=bool(whole.approvals),
        is_every_goal_rated=all(goal.id in rated for goal in whole.goals),
        is_whole_rated=evaluation is not None and evaluation.rating is not None,
        lessons=evaluation.lessons if evaluation else "",
    )


def _open_evaluation(work: UnitOfWork, plan: YearPlan, stage: Stage) -> PlanEvaluation:
    if not whole_plan(work.session, plan).approvals:
        raise EvaluationRefusedError([EvaluationLack.NEVER_APPROVED])
    found = evaluation_of(work.session, plan, stage)
    if found is not None and found.finished_at is not None:
        raise EvaluationFinishedError
    if found is None:
        found = PlanEvaluation(id=uuid4(), plan_id=plan.id, stage=stage, evidence="", lessons="")
        work.session.add(found)
        work.session.flush()
    return found
