"""The plan of a unit's year: looked at, begun, worded, approved."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.guard import lets_through
from welfare.communal.pages import UnitHead
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.rules.permissions import Permission
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.school_year.actions.plan import (
    PlanBegunError,
    PlanRefusedError,
    StaleWordsError,
    approve_plan,
    begin_plan,
    word_plan,
)
from welfare.school_year.forms.plan import ApprovalForm, BeginPlanForm, PlanWordsForm
from welfare.school_year.models import YearPlan
from welfare.school_year.pages.plan import PlanPage, carry_options
from welfare.school_year.queries.plan import plan_of
from welfare.school_year.routes.blueprint import YEAR, bp
from welfare.school_year.words import PLAN_LACK_WORDS
from welfare.ui.forms import ActionForm, PageForm
from welfare.ui.versions import Conflict

PLAN = "/communal/<unit_id:unit>/action-plan"


@bp.get(PLAN, needs=Permission.COMMUNITY_READ)
def plan_now(work: UnitOfWork, unit: Organisation) -> str:
    """The year that is running."""
    return _draw(work, unit, school_year_of(work.facts.on))


@bp.get(f"{PLAN}/{YEAR}", needs=Permission.COMMUNITY_READ)
def plan(work: UnitOfWork, unit: Organisation, year: int) -> str:
    """One year."""
    return _draw(work, unit, SchoolYear(year))


@bp.post(f"{PLAN}/{YEAR}/begin", needs=Permission.COMMUNITY_WRITE)
def begin_year_plan(work: UnitOfWork, unit: Organisation, year: int) -> ResponseReturnValue:
    """Begin a plan, going on with the goals that were chosen."""
    form = _begin_form(work, unit, SchoolYear(year))
    if not form.validate_on_submit():
        return _draw(work, unit, SchoolYear(year), form), 422
    try:
        begin_plan(work, unit, SchoolYear(year), form.carry.data)
    except PlanBegunError:
        flash(_("Somebody has begun the plan of this year already."), "soon")
    else:
        flash(_("The plan is begun. Write its goals, each with what it rests on."), "good")
    return _back(unit, year)


@bp.get(f"{PLAN}/{YEAR}/words", needs=Permission.COMMUNITY_WRITE)
def begin_words(work: UnitOfWork, unit: Organisation, year: int) -> str:
    """Where the work begins from, and who was heard, in a form."""
    plan, form = existing_plan(work, unit, year), PlanWordsForm()
    fill(form, form.values_of(plan))
    return _draw_words(work, unit, plan, form)


@bp.post(f"{PLAN}/{YEAR}/words", needs=Permission.COMMUNITY_WRITE)
def save_words(work: UnitOfWork, unit: Organisation, year: int) -> ResponseReturnValue:
    """Save them, or show what somebody else has saved since."""
    plan, form = existing_plan(work, unit, year), PlanWordsForm()
    before = [plan.beginning, plan.heard]
    if not form.validate_on_submit() or not lets_through(work, unit, form, before):
        return _draw_words(work, unit, plan, form), 422
    try:
        word_plan(work, unit, plan, (form.beginning.data, form.heard.data), revision_of(form))
    except StaleWordsError:
        conflict = versions_of(form, form.values_of(plan))
        form.revision.put(plan.revision)
        return _draw_words(work, unit, plan, form, conflict), 409
    flash(_("The changes are saved."), "good")
    return _back(unit, year)


@bp.get(f"{PLAN}/{YEAR}/approve", needs=Permission.COMMUNITY_LEAD)
def begin_approving(work: UnitOfWork, unit: Organisation, year: int) -> str:
    """What is approved, and the question."""
    existing_plan(work, unit, year)
    return _draw_approval(work, unit, year, ApprovalForm())


@bp.post(f"{PLAN}/{YEAR}/approve", needs=Permission.COMMUNITY_LEAD)
def approve(work: UnitOfWork, unit: Organisation, year: int) -> ResponseReturnValue:
    """Approve the plan as it stands, or say what it lacks."""
    plan, form = existing_plan(work, unit, year), ApprovalForm()
    if not form.validate_on_submit() or not lets_through(work, unit, form):
        return _draw_approval(work, unit, year, form), 422
    try:
        approve_plan(work, unit, plan, form.comment.data)
    except PlanRefusedError as refused:
        for lack in refused.lacks:
            form.refuse(None, str(PLAN_LACK_WORDS[lack]))
        return _draw_approval(work, unit, year, form), 422
    flash(_("The plan is approved."), "good")
    return _back(unit, year)


def existing_plan(work: UnitOfWork, unit: Organisation, year: int) -> YearPlan:
    """The plan of a year; no page where there is none."""
    found = plan_of(work.session, unit.id, SchoolYear(year))
    if found is None:
        abort(404)
    return found


def _begin_form(work: UnitOfWork, unit: Organisation, year: SchoolYear) -> BeginPlanForm:
    form = BeginPlanForm()
    form.carry.offer(carry_options(work, unit, year))
    return form


def _draw(work: UnitOfWork, unit: Organisation, year: SchoolYear, form: BeginPlanForm | None = None) -> str:
    page = PlanPage.of(work, unit, year)
    begin = None
    if not page.has_begun and page.head.may_write:
        begin = form or _begin_form(work, unit, year)
    return render_template("school_year/plan.html", page=page, begin=begin, action=ActionForm(formdata=None))


def _draw_words(
    work: UnitOfWork, unit: Organisation, plan: YearPlan, form: PageForm, conflict: Conflict | None = None
) -> str:
    head, name = UnitHead.of(work, unit), SchoolYear(plan.year).name
    return render_template("school_year/words.html", head=head, year=plan.year, name=name, form=form, conflict=conflict)


def _draw_approval(work: UnitOfWork, unit: Organisation, year: int, form: ApprovalForm) -> str:
    return render_template("school_year/approve.html", page=PlanPage.of(work, unit, SchoolYear(year)), form=form)


def _back(unit: Organisation, year: int) -> ResponseReturnValue:
    return redirect(url_for("school_year.plan", unit=unit.id, year=year), 303)
