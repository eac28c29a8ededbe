"""The plan of a year: begun, worded, given goals, approved. What is changed after approval is to be approved anew."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.organisations.models import Organisation
from welfare.rules.annual_clock import Owner
from welfare.rules.registers import Register
from welfare.rules.school_years import SchoolYear
from welfare.rules.year_plans import PlanLack, PlanState, what_blocks_approval
from welfare.school_year.models import GoalEvaluation, PlanApproval, YearGoal, YearMeasure, YearPlan
from welfare.school_year.queries.plan import carried_on, plan_of, unfinished_goals, whole_plan


class PlanBegunError(RuntimeError):
    """The year has a plan already."""


class StaleWordsError(RuntimeError):
    """Somebody has saved it since the form was drawn."""


class GoalEvaluatedError(ValueError):
    """A goal that has been evaluated is part of what was found, and stays."""


class PlanRefusedError(ValueError):
    """The plan cannot be approved so."""

    def __init__(self, lacks: Collection[PlanLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalText:
    """What is to be reached, what it is based on, by what it is seen, and who answers for it."""

    title_fi: str
    title_sv: str
    indicator: str
    datum_source: str
    datum_value: str
    datum_year: int
    target: str
    owner: Owner


def begin_plan(work: UnitOfWork, unit: Organisation, year: SchoolYear, carry: Collection[UUID]) -> YearPlan:
    """Begin a plan, going on with these goals of the year before. Raises PlanBegunError."""
    if plan_of(work.session, unit.id, year) is not None:
        raise PlanBegunError
    plan = YearPlan(id=uuid4(), unit_id=unit.id, year=year.begins_in, state=PlanState.DRAFT, beginning="", heard="")
    work.session.add(plan)
    work.session.flush()
    earlier = plan_of(work.session, unit.id, year.before)
    goals = unfinished_goals(whole_plan(work.session, earlier)) if earlier is not None else ()
    work.session.add_all(_carried(goal, plan) for goal in goals if goal.id in carry)
    work.session.flush()
    note_plan(work, unit, plan, "begun")
    return plan


def word_plan(work: UnitOfWork, unit: Organisation, plan: YearPlan, words: tuple[str, str], revision: int) -> None:
    """Keep where the work begins from, and who was heard. Raises StaleWordsError."""
    if plan.revision != revision:
        raise StaleWordsError
    plan.beginning, plan.heard = words
    reopen(plan)
    work.session.flush()
    note_plan(work, unit, plan, "worded")


def add_goal(work: UnitOfWork, unit: Organisation, plan: YearPlan, text: GoalText) -> YearGoal:
    """Put one more goal into a plan."""
    last = max((each.place for each in whole_plan(work.session, plan).goals), default=0)
    goal = YearGoal(id=uuid4(), plan_id=plan.id, place=last + 1)
    _write(goal, text)
    reopen(plan)
    work.session.add(goal)
    work.session.flush()
    note_plan(work, unit, plan, "goal_added")
    return goal


def change_goal(work: UnitOfWork, unit: Organisation, goal: YearGoal, text: GoalText, revision: int) -> None:
    """Word it anew, or give it to somebody else. Raises StaleWordsError."""
    if goal.revision != revision:
        raise StaleWordsError
    plan = work.session.get_one(YearPlan, goal.plan_id)
    _write(goal, text)
    reopen(plan)
    work.session.flush()
    note_plan(work, unit, plan, "goal_changed")


def remove_goal(work: UnitOfWork, unit: Organisation, goal: YearGoal) -> None:
    """Take it out of its plan, with its measures. Raises GoalEvaluatedError."""
    session = work.session
    if session.scalars(select(GoalEvaluation.id).where(GoalEvaluation.goal_id == goal.id)).first() is not None:
        raise GoalEvaluatedError
    plan = session.get_one(YearPlan, goal.plan_id)
    for later in carried_on(session, goal.id):
        later.carried_from_id = None
    for measure in session.scalars(select(YearMeasure).where(YearMeasure.goal_id == goal.id)):
        session.delete(measure)
    session.flush()
    session.delete(goal)
    reopen(plan)
    session.flush()
    note_plan(work, unit, plan, "goal_removed")


def approve_plan(work: UnitOfWork, unit: Organisation, plan: YearPlan, comment: str) -> None:
    """Approve it as it stands. Raises PlanRefusedError."""
    whole = whole_plan(work.session, plan)
    lacks = what_blocks_approval([len(whole.of(goal)) for goal in whole.goals], plan.heard)
    if lacks:
        raise PlanRefusedError(lacks)
    approval = PlanApproval(
        id=uuid4(), plan_id=plan.id, approved_at=work.now, approved_by=work.actor.account_id, comment=comment
    )
    plan.state = PlanState.APPROVED
    work.session.add(approval)
    work.session.flush()
    note_plan(work, unit, plan, "approved")


def reopen(plan: YearPlan) -> None:
    """What is changed is no longer what was approved."""
    plan.state = PlanState.DRAFT


def note_plan(work: UnitOfWork, unit: Organisation, plan: YearPlan, what: str) -> None:
    """Tell it in the trail."""
    subjects = (("unit", unit.id), ("year_plan", plan.id))
    work.note(keeper_of(unit), Register.COMMUNAL, *subjects, plan=what, year=plan.year)


def goal_text(goal: YearGoal) -> GoalText:
    """What is stored."""
    return GoalText(
        title_fi=goal.title_fi,
        title_sv=goal.title_sv,
        indicator=goal.indicator,
        datum_source=goal.datum_source,
        datum_value=goal.datum_value,
        datum_year=goal.datum_year,
        target=goal.target,
        owner=goal.owner,
    )


def _write(goal: YearGoal, text: GoalText) -> None:
    words = {name: value for name, value in asdict(text).items() if name != "owner"}
    for name, value in words.items():
        setattr(goal, name, value)
    goal.give_to(text.owner)


def _carried(goal: YearGoal, plan: YearPlan) -> YearGoal:
    again = YearGoal(id=uuid4(), plan_id=plan.id, place=goal.place, carried_from_id=goal.id)
    _write(again, goal_text(goal))
    return again
