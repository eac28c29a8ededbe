"""Reading evaluations."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.rules.school_years import SchoolYear
from welfare.rules.year_plans import Stage
from welfare.school_year.models import GoalEvaluation, PlanEvaluation, YearPlan


def evaluation_of(session: Session, plan: YearPlan, stage: Stage) -> PlanEvaluation | None:
    """One evaluation of a plan, if it has been begun."""
    wanted = (PlanEvaluation.plan_id == plan.id, PlanEvaluation.stage == stage)
    return session.scalars(select(PlanEvaluation).where(*wanted)).one_or_none()


def evaluations_of(session: Session, plan: YearPlan) -> Mapping[Stage, PlanEvaluation]:
    """Every evaluation of a plan."""
    rows = session.scalars(select(PlanEvaluation).where(PlanEvaluation.plan_id == plan.id))
    return {row.stage: row for row in rows}


def goal_ratings(session: Session, evaluation: PlanEvaluation) -> Mapping[UUID, GoalEvaluation]:
    """What was found of each goal."""
    rows = session.scalars(select(GoalEvaluation).where(GoalEvaluation.evaluation_id == evaluation.id))
    return {row.goal_id: row for row in rows}


def stages_finished(session: Session, unit_ids: Collection[UUID], year: SchoolYear) -> Mapping[UUID, Sequence[Stage]]:
    """Which evaluations of a year are finished, by unit; one statement."""
    statement = (
        select(YearPlan.unit_id, PlanEvaluation.stage)
        .join(PlanEvaluation, PlanEvaluation.plan_id == YearPlan.id)
        .where(
            YearPlan.unit_id.in_(unit_ids),
            YearPlan.year == year.begins_in,
            PlanEvaluation.finished_at.is_not(None),
        )
    )
    found: defaultdict[UUID, list[Stage]] = defaultdict(list)
    for unit_id, stage in session.execute(statement):
        found[unit_id].append(stage)
    return found
