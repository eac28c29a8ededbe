"""Evaluating a year's plan, at mid-year and at the end."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.guard import lets_through
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.rules.permissions import Permission
from welfare.rules.year_plans import Stage
from welfare.school_year.actions.evaluating import (
    EvaluationFinishedError,
    EvaluationRefusedError,
    evaluate_goal,
    evaluate_whole,
    finish_evaluation,
)
from welfare.school_year.actions.plan import StaleWordsError
from welfare.school_year.forms.evaluation import FindingForm, WholeForm
from welfare.school_year.models import GoalEvaluation, PlanEvaluation, YearGoal, YearPlan
from welfare.school_year.pages.evaluation import EvaluationPage, goal_part_of
from welfare.school_year.queries.evaluation import evaluation_of, goal_ratings
from welfare.school_year.routes.blueprint import YEAR, bp
from welfare.school_year.routes.goals import GOAL
from welfare.school_year.routes.plan import PLAN, existing_plan
from welfare.school_year.words import EVALUATION_LACK_WORDS
from welfare.ui.forms import ActionForm
from welfare.ui.versions import Conflict

STAGE = '<any("mid-year", "year-end"):stage>'
EVALUATION = f"{PLAN}/{YEAR}/evaluation/{STAGE}"


@bp.get(EVALUATION, needs=Permission.COMMUNITY_READ)
def evaluation(work: UnitOfWork, unit: Organisation, year: int, stage: str) -> str:
    """What has been found so far."""
    return _draw(work, unit, existing_plan(work, unit, year), Stage(stage))


@bp.get(f"{EVALUATION}/whole", needs=Permission.COMMUNITY_WRITE)
def begin_whole(work: UnitOfWork, unit: Organisation, year: int, stage: str) -> str:
    """The year as a whole, in a form."""
    plan, form = existing_plan(work, unit, year), WholeForm(today=work.facts.on)
    fill(form, form.values_of(evaluation_of(work.session, plan, Stage(stage))))
    return _draw_whole(work, unit, plan, Stage(stage), form)


@bp.post(f"{EVALUATION}/whole", needs=Permission.COMMUNITY_WRITE)
def save_whole(work: UnitOfWork, unit: Organisation, year: int, stage: str) -> ResponseReturnValue:
    """Keep what was found of the whole."""
    plan, form = existing_plan(work, unit, year), WholeForm(today=work.facts.on)
    before = _words_of(evaluation_of(work.session, plan, Stage(stage)))
    if not form.validate_on_submit() or not lets_through(work, unit, form, before):
        return _draw_whole(work, unit, plan, Stage(stage), form), 422
    try:
        evaluate_whole(work, unit, plan, Stage(stage), form.to_finding(), revision_of(form))
    except StaleWordsError:
        stored = evaluation_of(work.session, plan, Stage(stage))
        return _draw_whole(work, unit, plan, Stage(stage), form, _conflict(form, stored)), 409
    except (EvaluationRefusedError, EvaluationFinishedError) as refused:
        _refuse(form, refused)
        return _draw_whole(work, unit, plan, Stage(stage), form), 422
    flash(_("What was found is saved."), "good")
    return _back(unit, year, stage)


@bp.get(f"{GOAL}/evaluation/{STAGE}", needs=Permission.COMMUNITY_WRITE)
def begin_goal_finding(work: UnitOfWork, unit: Organisation, goal: YearGoal, stage: str) -> str:
    """One goal with how its measures stand, in a form."""
    form = FindingForm()
    fill(form, form.values_of(_stored(work, goal, Stage(stage))))
    return _draw_goal(work, unit, goal, Stage(stage), form)


@bp.post(f"{GOAL}/evaluation/{STAGE}", needs=Permission.COMMUNITY_WRITE)
def save_goal_finding(work: UnitOfWork, unit: Organisation, goal: YearGoal, stage: str) -> ResponseReturnValue:
    """Keep what was found of it."""
    form = FindingForm()
    before = _words_of(_stored(work, goal, Stage(stage)))
    if not form.validate_on_submit() or not lets_through(work, unit, form, before):
        return _draw_goal(work, unit, goal, Stage(stage), form), 422
    try:
        evaluate_goal(work, unit, goal, Stage(stage), form.to_finding(), revision_of(form))
    except StaleWordsError:
        conflict = _conflict(form, _stored(work, goal, Stage(stage)))
        return _draw_goal(work, unit, goal, Stage(stage), form, conflict), 409
    except (EvaluationRefusedError, EvaluationFinishedError) as refused:
        _refuse(form, refused)
        return _draw_goal(work, unit, goal, Stage(stage), form), 422
    flash(_("What was found is saved."), "good")
    return _back(unit, _plan(work, goal).year, stage)


@bp.post(f"{EVALUATION}/finish", needs=Permission.COMMUNITY_WRITE)
def finish(work: UnitOfWork, unit: Organisation, year: int, stage: str) -> ResponseReturnValue:
    """Let it stand as it is, or say what it lacks."""
    plan = existing_plan(work, unit, year)
    if not ActionForm().validate_on_submit():
        return _draw(work, unit, plan, Stage(stage)), 422
    try:
        finish_evaluation(work, unit, plan, Stage(stage))
    except EvaluationRefusedError as refused:
        for lack in refused.lacks:
            flash(str(EVALUATION_LACK_WORDS[lack]), "late")
    except EvaluationFinishedError:
        flash(_finished(), "soon")
    else:
        flash(_("The evaluation is finished. It can be read, and no longer changed."), "good")
    return _back(unit, year, stage)


def _words_of(row: GoalEvaluation | PlanEvaluation | None) -> list[str]:
    return [row.evidence, row.lessons] if row else []


def _finished() -> str:
    return _("The evaluation has been finished, and is kept as it was.")


def _refuse(form: FindingForm, refused: EvaluationRefusedError | EvaluationFinishedError) -> None:
    if isinstance(refused, EvaluationFinishedError):
        form.refuse(None, _finished())
        return
    for lack in refused.lacks:
        form.refuse(None, str(EVALUATION_LACK_WORDS[lack]))


def _conflict(form: FindingForm, stored: GoalEvaluation | PlanEvaluation | None) -> Conflict:
    values = form.values_of(stored)
    conflict = versions_of(form, values)
    form.revision.put(values["revision"])
    return conflict


def _plan(work: UnitOfWork, goal: YearGoal) -> YearPlan:
    return work.session.get_one(YearPlan, goal.plan_id)


def _stored(work: UnitOfWork, goal: YearGoal, stage: Stage) -> GoalEvaluation | None:
    row = evaluation_of(work.session, _plan(work, goal), stage)
    return goal_ratings(work.session, row).get(goal.id) if row else None


def _draw(work: UnitOfWork, unit: Organisation, plan: YearPlan, stage: Stage) -> str:
    page = EvaluationPage.of(work, unit, plan, stage)
    return render_template("school_year/evaluation.html", page=page, action=ActionForm(formdata=None))


def _draw_whole(  # noqa: PLR0913, PLR0917 - what a page needs
    work: UnitOfWork,
    unit: Organisation,
    plan: YearPlan,
    stage: Stage,
    form: WholeForm,
    conflict: Conflict | None = None,
) -> str:
    page = EvaluationPage.of(work, unit, plan, stage)
    return render_template("school_year/finding.html", page=page, form=form, goal=None, conflict=conflict)


def _draw_goal(  # noqa: PLR0913, PLR0917 - what a page needs
    work: UnitOfWork,
    unit: Organisation,
    goal: YearGoal,
    stage: Stage,
    form: FindingForm,
    conflict: Conflict | None = None,
) -> str:
    plan = _plan(work, goal)
    page, part = EvaluationPage.of(work, unit, plan, stage), goal_part_of(work, plan, goal.id)
    return render_template("school_year/finding.html", page=page, form=form, goal=part, conflict=conflict)


def _back(unit: Organisation, year: int, stage: str) -> ResponseReturnValue:
    return redirect(url_for("school_year.evaluation", unit=unit.id, year=year, stage=stage), 303)
