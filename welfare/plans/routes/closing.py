"""Closing a goal with what became of it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.plans.actions import CloseGoal, GoalNotClosedError, close_goal
from welfare.plans.forms import CloseGoalForm
from welfare.plans.models import Plan, PlanGoal
from welfare.plans.pages.reading import PlanPage
from welfare.plans.routes.blueprint import PLAN, bp
from welfare.rules.permissions import Permission

CLOSE = f"{PLAN}/goals/<goal_id:goal>/close"


@bp.get(CLOSE, needs=Permission.GOAL_CLOSE)
def begin_closing(work: UnitOfWork, case: Case, goal: PlanGoal) -> str:
    """The goal as it has gone, and the question."""
    return _draw(work, case, goal, CloseGoalForm())


@bp.post(CLOSE, needs=Permission.GOAL_CLOSE)
def close(work: UnitOfWork, case: Case, goal: PlanGoal) -> ResponseReturnValue:
    """Close it."""
    form = CloseGoalForm()
    if not form.validate_on_submit():
        return _draw(work, case, goal, form), 422
    try:
        close_goal(work, case, goal, CloseGoal(outcome=form.outcome.data, note=form.note.data))
    except GoalNotClosedError:
        flash(_("Somebody has closed this goal already."), "soon")
    else:
        flash(_("Goal %(number)s is closed.", number=goal.number), "good")
    return redirect(url_for("plans.show", case=case.id), 303)


def _draw(work: UnitOfWork, case: Case, goal: PlanGoal, form: CloseGoalForm) -> str:
    page = PlanPage.of(work, case, work.session.get_one(Plan, goal.plan_id))
    view = next((each for each in page.goals if each.text.number == goal.number), None)
    return render_template("plans/close.html", page=page, goal=view, number=goal.number, form=form)
