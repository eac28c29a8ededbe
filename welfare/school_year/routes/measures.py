"""Measures of a goal."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.guard import lets_through
from welfare.communal.pages import UnitHead
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.rules.permissions import Permission
from welfare.rules.school_years import SchoolYear
from welfare.school_year.actions.measures import add_measure, change_measure, finish_measure, remove_measure
from welfare.school_year.actions.plan import StaleWordsError
from welfare.school_year.forms.plan import MeasureForm, NewMeasureForm
from welfare.school_year.models import YearGoal, YearMeasure, YearPlan
from welfare.school_year.pages.owners import owner_options
from welfare.school_year.pages.plan import goal_title
from welfare.school_year.routes.blueprint import bp
from welfare.school_year.routes.goals import GOAL
from welfare.school_year.routes.plan import PLAN
from welfare.ui.forms import ActionForm
from welfare.ui.versions import Conflict

MEASURE = f"{PLAN}/measures/<year_measure_id:measure>"


@bp.get(f"{GOAL}/measures/new", needs=Permission.COMMUNITY_WRITE)
def begin_measure(work: UnitOfWork, unit: Organisation, goal: YearGoal) -> str:
    """Ask what is done for the goal."""
    form = NewMeasureForm(today=work.facts.on)
    form.offer(_year(work, goal), owner_options(work, unit))
    return _draw(work, unit, goal, form)


@bp.post(f"{GOAL}/measures/new", needs=Permission.COMMUNITY_WRITE)
def new_measure(work: UnitOfWork, unit: Organisation, goal: YearGoal) -> ResponseReturnValue:
    """Plan it."""
    form = NewMeasureForm(today=work.facts.on)
    form.offer(_year(work, goal), owner_options(work, unit))
    if not form.validate_on_submit() or not lets_through(work, unit, form):
        return _draw(work, unit, goal, form), 422
    add_measure(work, unit, goal, form.to_text())
    flash(_("The measure is in the plan."), "good")
    return _back(work, unit, goal)


@bp.get(MEASURE, needs=Permission.COMMUNITY_WRITE)
def begin_changing_measure(work: UnitOfWork, unit: Organisation, measure: YearMeasure) -> str:
    """One measure in a form."""
    form = _form_of(work, unit, measure)
    fill(form, form.values_of(measure))
    return _draw(work, unit, _goal(work, measure), form, measure)


@bp.post(MEASURE, needs=Permission.COMMUNITY_WRITE)
def changed_measure(work: UnitOfWork, unit: Organisation, measure: YearMeasure) -> ResponseReturnValue:
    """Save it, or show what somebody else has saved since."""
    form, goal = _form_of(work, unit, measure), _goal(work, measure)
    before = [measure.what_fi, measure.what_sv]
    if not form.validate_on_submit() or not lets_through(work, unit, form, before):
        return _draw(work, unit, goal, form, measure), 422
    try:
        change_measure(work, unit, measure, form.to_text(), revision_of(form))
    except StaleWordsError:
        conflict = versions_of(form, form.values_of(measure))
        form.revision.put(measure.revision)
        return _draw(work, unit, goal, form, measure, conflict), 409
    flash(_("The changes are saved."), "good")
    return _back(work, unit, goal)


@bp.post(f"{MEASURE}/done", needs=Permission.COMMUNITY_WRITE)
def done_measure(work: UnitOfWork, unit: Organisation, measure: YearMeasure) -> ResponseReturnValue:
    """Tell that it has been done."""
    if ActionForm().validate_on_submit():
        finish_measure(work, unit, measure)
    return _back(work, unit, _goal(work, measure))


@bp.post(f"{MEASURE}/remove", needs=Permission.COMMUNITY_WRITE)
def no_measure(work: UnitOfWork, unit: Organisation, measure: YearMeasure) -> ResponseReturnValue:
    """Take out what was planned by mistake."""
    goal = _goal(work, measure)
    if ActionForm().validate_on_submit():
        remove_measure(work, unit, measure)
        flash(_("The measure is no longer in the plan."), "good")
    return _back(work, unit, goal)


def _form_of(work: UnitOfWork, unit: Organisation, measure: YearMeasure) -> MeasureForm:
    form = MeasureForm(today=work.facts.on)
    form.offer(_year(work, _goal(work, measure)), owner_options(work, unit, measure.owner))
    return form


def _goal(work: UnitOfWork, measure: YearMeasure) -> YearGoal:
    return work.session.get_one(YearGoal, measure.goal_id)


def _year(work: UnitOfWork, goal: YearGoal) -> SchoolYear:
    return SchoolYear(work.session.get_one(YearPlan, goal.plan_id).year)


def _draw(  # noqa: PLR0913, PLR0917 - a page of two uses
    work: UnitOfWork,
    unit: Organisation,
    goal: YearGoal,
    form: NewMeasureForm,
    measure: YearMeasure | None = None,
    conflict: Conflict | None = None,
) -> str:
    year = _year(work, goal)
    return render_template(
        "school_year/measure.html",
        head=UnitHead.of(work, unit),
        year=year.begins_in,
        goal=goal_title(goal),
        form=form,
        title=_("Change a measure") if measure else _("Add a measure"),
        measure_id=measure.id if measure else None,
        conflict=conflict,
        action=ActionForm(formdata=None),
    )


def _back(work: UnitOfWork, unit: Organisation, goal: YearGoal) -> ResponseReturnValue:
    year = _year(work, goal).begins_in
    return redirect(url_for("school_year.plan", unit=unit.id, year=year, _anchor=f"goal-{goal.id}"), 303)
