"""The measures of a version as tasks: begun, carried on from the version before, or left out by a newer one."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.plans.actions.version import AgreePlan
from welfare.plans.models import Plan, PlanMeasure
from welfare.plans.queries.rows import measures_of
from welfare.rules.measures import MeasureState


def within(plan: Plan) -> dict[str, UUID]:
    """The columns that tie a row to its plan and matter."""
    place = {"case_id": plan.case_id, "student_id": plan.student_id, "controller_id": plan.controller_id}
    return {"plan_id": plan.id, **place}


def give_measures(work: UnitOfWork, plan: Plan, goal_ids: Mapping[int, UUID], command: AgreePlan) -> None:
    """Give each measure of the newest version to its parties; those left out stay as they were, and wait no more."""
    rows = {(row.goal_id, row.number): row for row in measures_of(work.session, plan.id)}
    for goal in command.text.goals:
        for measure in goal.measures:
            place = (goal_ids[goal.number], measure.number)
            row = rows.get(place) or _begun(plan, place)
            doer, follower = command.parties_of(goal.number, measure.number)
            row.version, row.until = plan.newest, measure.until or plan.review_on
            row.doer_account_id, row.follower_account_id = doer.account_id, follower.account_id
            work.session.add(row)
    work.session.flush()


def _begun(plan: Plan, place: tuple[UUID, int]) -> PlanMeasure:
    goal_id, number = place
    return PlanMeasure(id=uuid4(), goal_id=goal_id, number=number, state=MeasureState.OPEN, **within(plan))
