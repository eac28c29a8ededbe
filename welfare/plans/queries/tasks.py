"""What plans leave to their people: measures that wait, and reviews that come near."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from welfare.cases.queries import SeenCase
from welfare.plans.models import Plan, PlanGoal, PlanMeasure
from welfare.rules.actors import Actor
from welfare.rules.cases import CaseState
from welfare.rules.goals import REVIEW_WARNED
from welfare.rules.measures import MeasureState
from welfare.rules.permissions import Permission, decide


def own_measures(session: Session, actor: Actor, seen: Collection[SeenCase]) -> Sequence[PlanMeasure]:
    """The open measures of plans in force that the actor carries out or follows up, in those of these matters."""
    case_ids = [found.case.id for found in seen if _is_open_to(actor, found)]
    if not case_ids or actor.account_id is None:
        return []
    own = or_(PlanMeasure.doer_account_id == actor.account_id, PlanMeasure.follower_account_id == actor.account_id)
    waits = (PlanMeasure.state == MeasureState.OPEN, PlanMeasure.version == Plan.newest, PlanGoal.outcome.is_(None))
    statement = (
        select(PlanMeasure)
        .join(Plan, Plan.id == PlanMeasure.plan_id)
        .join(PlanGoal, PlanGoal.id == PlanMeasure.goal_id)
        .where(PlanMeasure.case_id.in_(case_ids), own, *waits)
        .order_by(PlanMeasure.until, PlanMeasure.id)
    )
    return session.scalars(statement).all()


def goal_numbers(session: Session, goal_ids: Collection[UUID]) -> dict[UUID, int]:
    """By which number each goal is known in its plan."""
    rows = session.execute(select(PlanGoal.id, PlanGoal.number).where(PlanGoal.id.in_(goal_ids))) if goal_ids else ()
    return {row.id: row.number for row in rows}


def reviews_near(session: Session, actor: Actor, seen: Collection[SeenCase], on: date) -> Sequence[Plan]:
    """The plans whose review comes near, of those of these matters that the actor leads."""
    case_ids = [found.case.id for found in seen if _is_open_to(actor, found) and _is_led(found)]
    if not case_ids:
        return []
    near = (Plan.case_id.in_(case_ids), Plan.review_on <= on + REVIEW_WARNED)
    return session.scalars(select(Plan).where(*near).order_by(Plan.review_on, Plan.id)).all()


def _is_open_to(actor: Actor, found: SeenCase) -> bool:
    may_read = decide(actor, Permission.PLAN_READ, found.facts).is_granted
    return may_read and found.case.state is not CaseState.CLOSED


def _is_led(found: SeenCase) -> bool:
    return found.facts.membership is not None and found.facts.membership.is_responsible
