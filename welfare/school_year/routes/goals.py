"""Goals of a year's plan."""

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
from welfare.school_year.actions.plan import (
    GoalEvaluatedError,
    StaleWordsError,
    add_goal,
    change_goal,
    remove_goal,
)
from welfare.school_year.forms.plan import GoalForm, NewGoalForm
from welfare.school_year.models import YearGoal, YearPlan
from welfare.school_year.pages.owners import owner_options
from welfare.school_year.pages.plan import indicator_options
from welfare.school_year.routes.blueprint import YEAR, bp
from welfare.school_year.routes.plan import PLAN, existing_plan
from welfare.ui.forms import ActionForm
from welfare.ui.versions import Conflict

GOAL = f"{PLAN}/goals/<year_goal_id:goal>"


@bp.get(f"{PLAN}/{YEAR}/goals/new", needs=Permission.COMMUNITY_WRITE)
def begin_goal(work: UnitOfWork, unit: Organisation, year: int) -> str:
    """Ask what is to be reached."""
    plan, form = existing_plan(work, unit, year), NewGoalForm()
    form.offer(indicator_options(work, unit), owner_options(work, unit))
    return _draw(work, unit, plan, form, _("Add a goal"))


@bp.post(f"{PLAN}/{YEAR}/goals/new", needs=Permission.COMMUNITY_WRITE)
def new_goal(work: UnitOfWork, unit: Organisation, year: int) -> ResponseReturnValue:
    """Put it into the plan."""
    plan, form = existing_plan(work, unit, year), NewGoalForm()
    form.offer(indicator_options(work, unit), owner_options(work, unit))
    if not form.validate_on_submit() or not lets_through(work, unit, form):
        return _draw(work, unit, plan, form, _("Add a goal")), 422
    goal = add_goal(work, unit, plan, form.to_text())
    flash(_("The goal is in the plan. Say now what is done for it."), "good")
    return _back(unit, year, goal)


@bp.get(GOAL, needs=Permission.COMMUNITY_WRITE)
def begin_changing_goal(work: UnitOfWork, unit: Organisation, goal: YearGoal) -> str:
    """One goal in a form."""
    form = _form_of(work, unit, goal)
    fill(form, form.values_of(goal))
    return _draw_goal(work, unit, goal, form)


@bp.post(GOAL, needs=Permission.COMMUNITY_WRITE)
def changed_goal(work: UnitOfWork, unit: Organisation, goal: YearGoal) -> ResponseReturnValue:
    """Save it, or show what somebody else has saved since."""
    form, plan = _form_of(work, unit, goal), _plan(work, goal)
    before = [goal.title_fi, goal.title_sv, goal.datum_source, goal.datum_value, goal.target]
    if not form.validate_on_submit() or not lets_through(work, unit, form, before):
        return _draw_goal(work, unit, goal, form), 422
    try:
        change_goal(work, unit, goal, form.to_text(), revision_of(form))
    except StaleWordsError:
        conflict = versions_of(form, form.values_of(goal))
        form.revision.put(goal.revision)
        return _draw_goal(work, unit, goal, form, conflict), 409
    flash(_("The changes are saved."), "good")
    return _back(unit, plan.year, goal)


@bp.post(f"{GOAL}/remove", needs=Permission.COMMUNITY_WRITE)
def no_goal(work: UnitOfWork, unit: Organisation, goal: YearGoal) -> ResponseReturnValue:
    """Take it out of its plan."""
    year = _plan(work, goal).year
    if not ActionForm().validate_on_submit():
        return _back(unit, year)
    try:
        remove_goal(work, unit, goal)
    except GoalEvaluatedError:
        flash(_("The goal has been evaluated and stays in the plan. Give up its measures instead."), "late")
        return _back(unit, year, goal)
    flash(_("The goal is no longer in the plan."), "good")
    return _back(unit, year)


def _form_of(work: UnitOfWork, unit: Organisation, goal: YearGoal) -> GoalForm:
    form = GoalForm()
    form.offer(indicator_options(work, unit), owner_options(work, unit, goal.owner))
    return form


def _plan(work: UnitOfWork, goal: YearGoal) -> YearPlan:
    return work.session.get_one(YearPlan, goal.plan_id)


def _draw(work: UnitOfWork, unit: Organisation, plan: YearPlan, form: NewGoalForm, title: str) -> str:
    return render_template(
        "school_year/goal.html",
        head=UnitHead.of(work, unit),
        year=plan.year,
        name=SchoolYear(plan.year).name,
        form=form,
        title=title,
    )


def _draw_goal(
    work: UnitOfWork, unit: Organisation, goal: YearGoal, form: GoalForm, conflict: Conflict | None = None
) -> str:
    year = _plan(work, goal).year
    return render_template(
        "school_year/goal.html",
        head=UnitHead.of(work, unit),
        year=year,
        name=SchoolYear(year).name,
        form=form,
        title=_("Change a goal"),
        goal_id=goal.id,
        conflict=conflict,
        action=ActionForm(formdata=None),
    )


def _back(unit: Organisation, year: int, goal: YearGoal | None = None) -> ResponseReturnValue:
    anchor = f"goal-{goal.id}" if goal else None
    return redirect(url_for("school_year.plan", unit=unit.id, year=year, _anchor=anchor), 303)
