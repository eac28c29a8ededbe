"""Three school years of plans: approved, followed up, evaluated, and gone on with."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.rules.annual_clock import Bearer, Owner
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.rules.year_plans import MeasureState, PlanState, Rating, Stage
from welfare.school_year.models import (
    GoalEvaluation,
    PlanApproval,
    PlanEvaluation,
    YearGoal,
    YearMeasure,
    YearPlan,
)
from welfare.web.seeding.in_swedish import written
from welfare.web.seeding.troupe import Troupe
from welfare.web.seeding.year_plan_texts import OTHERWISE, YEARS, Aim, Step, Year, day_of

APPROVED, MID_YEAR, YEAR_END = (9, 24), (12, 14), (6, 2)
OPEN = {MeasureState.PLANNED, MeasureState.UNDERWAY}
People = Mapping[str, UUID]


def write_plans(
    work: UnitOfWork, unit: Organisation, troupe: Troupe, people: People, years: Sequence[Year] = YEARS
) -> None:
    """The plans of the running year and of those before it; what lies in the future has not happened."""
    today = troupe.diary.today
    running, goals = school_year_of(today), dict[str, UUID]()
    for back, year in ((len(years) - number, year) for number, year in enumerate(years, start=1)):
        if not troupe.turn.has(back):
            continue
        of = (SchoolYear(running.begins_in - back), as_written(unit, year))
        goals = _write_year(work, unit, of, today, people, goals)
    work.session.flush()


def _write_year(  # noqa: PLR0913, PLR0917 - a whole year
    work: UnitOfWork,
    unit: Organisation,
    of: tuple[SchoolYear, Year],
    today: date,
    people: People,
    before: Mapping[str, UUID],
) -> dict[str, UUID]:
    year, words = of
    approved_on = day_of(year.begins_in, APPROVED)
    is_approved = approved_on <= today
    plan = YearPlan(
        id=uuid4(),
        unit_id=unit.id,
        year=year.begins_in,
        state=PlanState.APPROVED if is_approved else PlanState.DRAFT,
        beginning=words.beginning,
        heard=words.heard,
    )
    work.session.add(plan)
    work.session.flush()
    if is_approved:
        moment = datetime.combine(approved_on, datetime.min.time().replace(hour=14), HOME_ZONE)
        work.session.add(PlanApproval(id=uuid4(), plan_id=plan.id, approved_at=moment, comment=""))
    goals: dict[str, UUID] = {}
    for place, aim in enumerate(words.aims, start=1):
        goal = _goal(plan, aim, place, people, before.get(aim.title[0]))
        work.session.add(goal)
        work.session.flush()
        goals[aim.title[0]] = goal.id
        work.session.add_all(_measure(goal, step, year, today, people) for step in aim.steps)
    _evaluate(work, plan, (year, words), goals, today)
    return goals


def _goal(plan: YearPlan, aim: Aim, place: int, people: People, carried: UUID | None) -> YearGoal:
    source, value, back = aim.datum
    goal = YearGoal(
        id=uuid4(),
        plan_id=plan.id,
        place=place,
        title_fi=aim.title[0],
        title_sv=aim.title[1],
        indicator=aim.indicator,
        datum_source=source,
        datum_value=value,
        datum_year=plan.year - back + 1,
        target=aim.target,
        carried_from_id=carried,
    )
    goal.give_to(owner_of(aim.owner, people))
    return goal


def _measure(goal: YearGoal, step: Step, year: SchoolYear, today: date, people: People) -> YearMeasure:
    due_on = day_of(year.begins_in, step.by)
    happened = step.state not in OPEN and due_on > today
    state = MeasureState.PLANNED if happened else step.state
    measure = YearMeasure(
        id=uuid4(),
        goal_id=goal.id,
        what_fi=step.what[0],
        what_sv=step.what[1],
        due_on=due_on,
        strength=step.strength,
        state=state,
        done_on=due_on - timedelta(days=3) if state is MeasureState.DONE else None,
    )
    measure.give_to(owner_of(step.owner, people))
    return measure


def _evaluate(
    work: UnitOfWork, plan: YearPlan, of: tuple[SchoolYear, Year], goals: Mapping[str, UUID], today: date
) -> None:
    year, words = of
    if words.rating is None:
        return
    for stage, by in ((Stage.MID_YEAR, MID_YEAR), (Stage.YEAR_END, YEAR_END)):
        on = day_of(year.begins_in, by)
        if on > today:
            continue
        is_end = stage is Stage.YEAR_END
        evaluation = PlanEvaluation(
            id=uuid4(),
            plan_id=plan.id,
            stage=stage,
            rating=words.rating if is_end else Rating.PARTLY,
            evidence=words.evidence if is_end else words.halfway[0],
            lessons=words.lessons if is_end else words.halfway[1],
            published_on=on + timedelta(days=7) if is_end else None,
            finished_at=datetime.combine(on, datetime.min.time().replace(hour=15), HOME_ZONE),
        )
        work.session.add(evaluation)
        work.session.flush()
        work.session.add_all(
            GoalEvaluation(
                id=uuid4(),
                evaluation_id=evaluation.id,
                goal_id=goals[aim.title[0]],
                rating=(aim.rating if is_end else None) or Rating.PARTLY,
                evidence=aim.evidence if is_end else aim.halfway,
                lessons="",
            )
            for aim in words.aims
        )


def as_written(unit: Organisation, year: Year) -> Year:
    """A year in the language in which this school writes what is written once."""
    aims = [
        replace(
            aim,
            datum=(written(unit, aim.datum[0]), written(unit, aim.datum[1]), aim.datum[2]),
            target=written(unit, aim.target),
            evidence=written(unit, aim.evidence),
            halfway=written(unit, aim.halfway),
        )
        for aim in year.aims
    ]
    return replace(
        year,
        beginning=written(unit, year.beginning),
        heard=written(unit, year.heard),
        evidence=written(unit, year.evidence),
        lessons=written(unit, year.lessons),
        halfway=(written(unit, year.halfway[0]), written(unit, year.halfway[1])),
        aims=aims,
    )


def owner_of(owner: str | Bearer, people: People) -> Owner:
    """A colleague by given name where there is one, or else the seat."""
    if isinstance(owner, Bearer):
        return Owner(bearer=owner)
    return Owner(person_id=people[owner]) if owner in people else Owner(bearer=OTHERWISE[owner])
