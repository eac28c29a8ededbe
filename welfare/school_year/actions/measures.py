"""Measures of a goal: planned, changed, done."""

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.rules.annual_clock import Owner
from welfare.rules.year_plans import MeasureState, Strength
from welfare.school_year.actions.plan import StaleWordsError, note_plan, reopen
from welfare.school_year.models import YearGoal, YearMeasure, YearPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureText:
    """What is done, by whom, by when, and for whom."""

    what_fi: str
    what_sv: str
    due_on: date
    strength: Strength
    owner: Owner
    state: MeasureState = MeasureState.PLANNED


def add_measure(work: UnitOfWork, unit: Organisation, goal: YearGoal, text: MeasureText) -> YearMeasure:
    """Plan one more measure."""
    measure = YearMeasure(id=uuid4(), goal_id=goal.id)
    plan = work.session.get_one(YearPlan, goal.plan_id)
    _write(measure, text, work.facts.on)
    reopen(plan)
    work.session.add(measure)
    work.session.flush()
    note_plan(work, unit, plan, "measure_added")
    return measure


def change_measure(
    work: UnitOfWork, unit: Organisation, measure: YearMeasure, text: MeasureText, revision: int
) -> None:
    """Change it or tell how it stands; the latter alone leaves an approval as it is. Raises StaleWordsError."""
    if measure.revision != revision:
        raise StaleWordsError
    plan = _plan_of(work, measure)
    if measure_text(measure, state=text.state) != text:
        reopen(plan)
    _write(measure, text, work.facts.on)
    work.session.flush()
    note_plan(work, unit, plan, "measure_changed")


def finish_measure(work: UnitOfWork, unit: Organisation, measure: YearMeasure) -> None:
    """Tell that it has been done; told twice it stays as it was told first."""
    if measure.state is MeasureState.DONE:
        return
    measure.state, measure.done_on = MeasureState.DONE, work.facts.on
    work.session.flush()
    note_plan(work, unit, _plan_of(work, measure), "measure_done")


def remove_measure(work: UnitOfWork, unit: Organisation, measure: YearMeasure) -> None:
    """Take out what was planned by mistake; what was given up is rather told so."""
    plan = _plan_of(work, measure)
    reopen(plan)
    work.session.delete(measure)
    work.session.flush()
    note_plan(work, unit, plan, "measure_removed")


def measure_text(measure: YearMeasure, *, state: MeasureState | None = None) -> MeasureText:
    """What is stored, or the same as if it stood otherwise."""
    return MeasureText(
        what_fi=measure.what_fi,
        what_sv=measure.what_sv,
        due_on=measure.due_on,
        strength=measure.strength,
        owner=measure.owner,
        state=state or measure.state,
    )


def _write(measure: YearMeasure, text: MeasureText, on: date) -> None:
    measure.what_fi, measure.what_sv = text.what_fi, text.what_sv
    measure.due_on, measure.strength = text.due_on, text.strength
    measure.give_to(text.owner)
    is_done = text.state is MeasureState.DONE
    measure.done_on = (measure.done_on or on) if is_done else None
    measure.state = text.state


def _plan_of(work: UnitOfWork, measure: YearMeasure) -> YearPlan:
    goal = work.session.get_one(YearGoal, measure.goal_id)
    return work.session.get_one(YearPlan, goal.plan_id)
