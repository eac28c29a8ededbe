"""The plan of a matter, and its versions, goals, measures and ratings in their order."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.cases.models import Case
from welfare.plans.models import Plan, PlanGoal, PlanMeasure, PlanVersion, Rating
from welfare.plans.queries.loading import family_facts
from welfare.rules.actors import Actor, Facts
from welfare.rules.permissions import Permission, decide


def plan_of(session: Session, case_id: UUID) -> Plan | None:
    """The plan of a matter, if one has been agreed on."""
    return session.scalars(select(Plan).where(Plan.case_id == case_id)).one_or_none()


def versions_of(session: Session, plan_id: UUID) -> Sequence[PlanVersion]:
    """Every version, the newest first."""
    statement = select(PlanVersion).where(PlanVersion.plan_id == plan_id)
    return session.scalars(statement.order_by(PlanVersion.number.desc())).all()


def newest_version(session: Session, plan: Plan) -> PlanVersion:
    """The version that stands."""
    return version_numbered(session, plan.id, plan.newest)


def version_numbered(session: Session, plan_id: UUID, number: int) -> PlanVersion:
    """A version by its number."""
    found = (PlanVersion.plan_id == plan_id, PlanVersion.number == number)
    return session.scalars(select(PlanVersion).where(*found)).one()


def goals_of(session: Session, plan_id: UUID) -> Sequence[PlanGoal]:
    """Every goal that has ever been set, by its number."""
    return session.scalars(select(PlanGoal).where(PlanGoal.plan_id == plan_id).order_by(PlanGoal.number)).all()


def measures_of(session: Session, plan_id: UUID) -> Sequence[PlanMeasure]:
    """Every measure that has ever been agreed on, by goal and number."""
    statement = select(PlanMeasure).where(PlanMeasure.plan_id == plan_id)
    return session.scalars(statement.order_by(PlanMeasure.goal_id, PlanMeasure.number)).all()


def ratings_of(session: Session, plan_id: UUID) -> Sequence[Rating]:
    """Every rating in the order of its days; of one day and rater the last counts."""
    statement = select(Rating).where(Rating.plan_id == plan_id)
    return session.scalars(statement.order_by(Rating.rated_on, Rating.recorded_at, Rating.id)).all()


def own_plans(session: Session, actor: Actor, today: Facts) -> Iterator[tuple[Plan, Case]]:
    """The plans that a student or a guardian may read, equal to Permission.PLAN_READ_OWN; the newest first."""
    own = [*actor.ward_ids, *([actor.person_id] if actor.person_id else [])]
    statement = (
        select(Plan, Case)
        .join(Case, Case.id == Plan.case_id)
        .where(Plan.student_id.in_(own))
        .order_by(Plan.agreed_on.desc(), Plan.id)
    )
    for plan, case in session.execute(statement):
        if decide(actor, Permission.PLAN_READ_OWN, family_facts(session, actor, case, today)).is_granted:
            yield plan, case
