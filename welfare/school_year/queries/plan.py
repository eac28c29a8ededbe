"""Reading the plans of units' years."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import unit_facts
from welfare.organisations.models import Organisation
from welfare.rules.school_years import SchoolYear
from welfare.rules.year_plans import MeasureState
from welfare.school_year.models import PlanApproval, YearGoal, YearMeasure, YearPlan


@dataclass(frozen=True, slots=True)
class WholePlan:
    """A plan with its goals in order and their measures by due day."""

    plan: YearPlan
    goals: Sequence[YearGoal] = field(default=())
    measures: Mapping[UUID, Sequence[YearMeasure]] = field(default_factory=dict)
    approvals: Sequence[PlanApproval] = field(default=())
    """The newest first."""

    def of(self, goal: YearGoal) -> Sequence[YearMeasure]:
        """What is done for a goal."""
        return self.measures.get(goal.id, ())

    @property
    def all_measures(self) -> Sequence[YearMeasure]:
        """Every measure of the plan."""
        return [measure for goal in self.goals for measure in self.of(goal)]


def load_goal(reading: Reading, goal_id: UUID) -> Loaded | None:
    """Loader of ``<year_goal_id:goal>``, within its unit."""
    goal = reading.session.get(YearGoal, goal_id)
    return None if goal is None else _within_unit(reading, goal.plan_id, ("year_goal", goal.id), goal)


def load_measure(reading: Reading, measure_id: UUID) -> Loaded | None:
    """Loader of ``<year_measure_id:measure>``, within its unit."""
    measure = reading.session.get(YearMeasure, measure_id)
    if measure is None:
        return None
    goal = reading.session.get_one(YearGoal, measure.goal_id)
    return _within_unit(reading, goal.plan_id, ("year_measure", measure.id), measure)


def plan_of(session: Session, unit_id: UUID, year: SchoolYear) -> YearPlan | None:
    """The plan of a year, if one has been begun."""
    return session.scalars(
        select(YearPlan).where(YearPlan.unit_id == unit_id, YearPlan.year == year.begins_in)
    ).one_or_none()


def whole_plan(session: Session, plan: YearPlan) -> WholePlan:
    """Everything in a plan; three statements."""
    goals = session.scalars(select(YearGoal).where(YearGoal.plan_id == plan.id)).all()
    rows = session.scalars(select(YearMeasure).where(YearMeasure.goal_id.in_([goal.id for goal in goals]))).all()
    measures: defaultdict[UUID, list[YearMeasure]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.due_on, row.what_fi, str(row.id))):
        measures[row.goal_id].append(row)
    approvals = select(PlanApproval).where(PlanApproval.plan_id == plan.id).order_by(PlanApproval.approved_at.desc())
    ordered = sorted(goals, key=lambda goal: (goal.place, str(goal.id)))
    return WholePlan(plan, ordered, measures, session.scalars(approvals).all())


def years_planned(session: Session, unit_id: UUID) -> Sequence[SchoolYear]:
    """The years for which a unit has a plan, the newest first."""
    years = session.scalars(select(YearPlan.year).where(YearPlan.unit_id == unit_id))
    return sorted((SchoolYear(year) for year in years), reverse=True)


def unfinished_goals(whole: WholePlan) -> Sequence[YearGoal]:
    """Goals for which something is still to be done: what the next year may go on with."""
    open_states = {MeasureState.PLANNED, MeasureState.UNDERWAY}
    return [goal for goal in whole.goals if any(each.state in open_states for each in whole.of(goal))]


def latest_approvals(session: Session, unit_ids: Collection[UUID], year: SchoolYear) -> Mapping[UUID, PlanApproval]:
    """The latest approval of a year's plan by unit; one statement."""
    statement = (
        select(YearPlan.unit_id, PlanApproval)
        .join(PlanApproval, PlanApproval.plan_id == YearPlan.id)
        .where(YearPlan.unit_id.in_(unit_ids), YearPlan.year == year.begins_in)
        .order_by(PlanApproval.approved_at)
    )
    return {row[0]: row[1] for row in session.execute(statement)}


def carried_on(session: Session, goal_id: UUID) -> Sequence[YearGoal]:
    """Goals of a later year that go on with this one."""
    return session.scalars(select(YearGoal).where(YearGoal.carried_from_id == goal_id)).all()


def _within_unit(reading: Reading, plan_id: UUID, subject: tuple[str, UUID], thing: object) -> Loaded | None:
    unit: Organisation = reading.loaded["unit"]
    plan = reading.session.get_one(YearPlan, plan_id)
    if plan.unit_id != unit.id:
        return None
    facts = unit_facts(reading, unit)
    return Loaded(thing, replace(facts, subject_ids=(*facts.subject_ids, subject)))
