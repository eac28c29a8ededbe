"""A unit's school year, put straight into the database."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.rules.annual_clock import Bearer, Owner
from welfare.rules.year_plans import MeasureState, PlanState, Strength
from welfare.school_year.models import ClockTask, PlanApproval, YearGoal, YearMeasure, YearPlan

YEAR = 2026


def a_task(
    village: Village,
    title: str = "Turvallisuuskävely",
    *,
    unit_id: UUID | None = None,
    year: int = YEAR,
    month: int = 11,
    day: int | None = None,
    owner: Someone | Bearer = Bearer.PRINCIPAL,
    done_on: date | None = None,
    carried_from: UUID | None = None,
) -> UUID:
    """One task of the village's school."""
    task_id = uuid4()
    with village.work() as work:
        task = ClockTask(
            id=task_id,
            unit_id=unit_id or village.school_id,
            year=year,
            month=month,
            day=day,
            template="",
            title_fi=title,
            title_sv=f"{title} sv",
            note="",
            done_on=done_on,
            carried_from_id=carried_from,
        )
        task.give_to(Owner(bearer=owner) if isinstance(owner, Bearer) else Owner(person_id=owner.person_id))
        work.session.add(task)
    return task_id


def a_plan(
    village: Village,
    *,
    year: int = YEAR,
    unit_id: UUID | None = None,
    heard: str = "Oppilaskunnan hallitus 12.9.",
    approved_at: datetime | None = None,
) -> UUID:
    """The plan of a year; without goals."""
    plan_id = uuid4()
    state = PlanState.APPROVED if approved_at else PlanState.DRAFT
    with village.work() as work:
        work.session.add(
            YearPlan(
                id=plan_id, unit_id=unit_id or village.school_id, year=year, state=state, beginning="", heard=heard
            )
        )
        work.session.flush()
        if approved_at:
            work.session.add(PlanApproval(id=uuid4(), plan_id=plan_id, approved_at=approved_at, comment=""))
    return plan_id


def a_goal(village: Village, plan_id: UUID, title: str = "Jokainen tulee nähdyksi", place: int = 1) -> UUID:
    """A goal of a plan, that rests on a source in words; the principal answers for it."""
    goal_id = uuid4()
    with village.work() as work:
        work.session.add(
            YearGoal(
                id=goal_id,
                plan_id=plan_id,
                place=place,
                title_fi=title,
                title_sv=f"{title} sv",
                indicator="",
                datum_source="Oma kysely",
                datum_value="62 %",
                datum_year=2025,
                target="Kolme neljästä tuntee kuuluvansa luokkaan.",
                bearer=Bearer.PRINCIPAL,
            )
        )
    return goal_id


def a_measure(
    village: Village,
    goal_id: UUID,
    what: str = "Aamutervehdys ovella",
    *,
    due_on: date = date(2027, 1, 29),
    state: MeasureState = MeasureState.PLANNED,
    strength: Strength = Strength.UNIVERSAL,
) -> UUID:
    """What is done for a goal."""
    measure_id = uuid4()
    with village.work() as work:
        work.session.add(
            YearMeasure(
                id=measure_id,
                goal_id=goal_id,
                what_fi=what,
                what_sv=f"{what} sv",
                due_on=due_on,
                strength=strength,
                state=state,
                bearer=Bearer.CLASS_TEACHERS,
            )
        )
    return measure_id


def an_approved_year(village: Village, *, year: int = YEAR) -> tuple[UUID, UUID, UUID]:
    """A plan that was approved in September, its one goal and its one measure."""
    plan_id = a_plan(village, year=year, approved_at=datetime(year, 9, 21, 9, tzinfo=UTC))
    goal_id = a_goal(village, plan_id)
    return plan_id, goal_id, a_measure(village, goal_id, due_on=date(year + 1, 1, 29))


def year_things(village: Village) -> dict[str, UUID]:
    """An example of each thing that lies in a plan of a year."""
    _plan_id, goal_id, measure_id = an_approved_year(village)
    return {"year_goal_id": goal_id, "year_measure_id": measure_id}
