"""Tasks of the annual clock: added, changed, removed, done."""

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
from welfare.school_year.actions.clock import StaleTaskError, add_task, change_task, mark_task, remove_task
from welfare.school_year.forms.clock import NewTaskForm, TaskForm
from welfare.school_year.models import ClockTask
from welfare.school_year.pages.owners import owner_options
from welfare.school_year.routes.blueprint import YEAR, bp
from welfare.school_year.routes.clock import CLOCK
from welfare.ui.forms import ActionForm
from welfare.ui.versions import Conflict

TASK = f"{CLOCK}/tasks/<clock_task_id:task>"


@bp.get(f"{CLOCK}/{YEAR}/new", needs=Permission.COMMUNITY_WRITE)
def begin_task(work: UnitOfWork, unit: Organisation, year: int) -> str:
    """Ask what is to be done."""
    form = NewTaskForm()
    form.offer(SchoolYear(year), owner_options(work, unit))
    return _draw_new(work, unit, year, form)


@bp.post(f"{CLOCK}/{YEAR}/new", needs=Permission.COMMUNITY_WRITE)
def new_task(work: UnitOfWork, unit: Organisation, year: int) -> ResponseReturnValue:
    """Put it into the year."""
    form = NewTaskForm()
    form.offer(SchoolYear(year), owner_options(work, unit))
    if not form.validate_on_submit() or not lets_through(work, unit, form):
        return _draw_new(work, unit, year, form), 422
    add_task(work, unit, SchoolYear(year), form.to_text())
    flash(_("The task is in the clock."), "good")
    return _back(unit, year)


@bp.get(TASK, needs=Permission.COMMUNITY_WRITE)
def begin_changing_task(work: UnitOfWork, unit: Organisation, task: ClockTask) -> str:
    """One task in a form."""
    form = _form_of(work, unit, task)
    fill(form, form.values_of(task))
    return _draw(work, unit, task, form)


@bp.post(TASK, needs=Permission.COMMUNITY_WRITE)
def changed_task(work: UnitOfWork, unit: Organisation, task: ClockTask) -> ResponseReturnValue:
    """Save it, or show what somebody else has saved since."""
    form = _form_of(work, unit, task)
    before = [task.title_fi, task.title_sv, task.note]
    if not form.validate_on_submit() or not lets_through(work, unit, form, before):
        return _draw(work, unit, task, form), 422
    try:
        change_task(work, unit, task, form.to_text(), revision_of(form))
    except StaleTaskError:
        conflict = versions_of(form, form.values_of(task))
        form.revision.put(task.revision)
        return _draw(work, unit, task, form, conflict), 409
    flash(_("The changes are saved."), "good")
    return _back(unit, task.year)


@bp.post(f"{TASK}/remove", needs=Permission.COMMUNITY_WRITE)
def no_task(work: UnitOfWork, unit: Organisation, task: ClockTask) -> ResponseReturnValue:
    """Take it out of its year."""
    if not ActionForm().validate_on_submit():
        return _back(unit, task.year)
    year = task.year
    remove_task(work, unit, task)
    flash(_("The task is no longer in the clock of this year."), "good")
    return _back(unit, year)


@bp.post(f"{TASK}/done", needs=Permission.COMMUNITY_DO_TASK)
def done_task(work: UnitOfWork, unit: Organisation, task: ClockTask) -> ResponseReturnValue:
    """Tell that it has been done."""
    if ActionForm().validate_on_submit():
        mark_task(work, unit, task, is_done=True)
    return _back(unit, task.year, task)


@bp.post(f"{TASK}/undone", needs=Permission.COMMUNITY_DO_TASK)
def undone_task(work: UnitOfWork, unit: Organisation, task: ClockTask) -> ResponseReturnValue:
    """Tell that it has not been done after all."""
    if ActionForm().validate_on_submit():
        mark_task(work, unit, task, is_done=False)
    return _back(unit, task.year, task)


def _form_of(work: UnitOfWork, unit: Organisation, task: ClockTask) -> TaskForm:
    form = TaskForm()
    form.offer(SchoolYear(task.year), owner_options(work, unit, task.owner))
    return form


def _draw_new(work: UnitOfWork, unit: Organisation, year: int, form: NewTaskForm) -> str:
    head, name = UnitHead.of(work, unit), SchoolYear(year).name
    return render_template("school_year/task.html", head=head, year=year, name=name, form=form, title=_("Add a task"))


def _draw(
    work: UnitOfWork, unit: Organisation, task: ClockTask, form: TaskForm, conflict: Conflict | None = None
) -> str:
    return render_template(
        "school_year/task.html",
        head=UnitHead.of(work, unit),
        year=task.year,
        name=SchoolYear(task.year).name,
        form=form,
        title=_("Change a task"),
        task_id=task.id,
        conflict=conflict,
        action=ActionForm(formdata=None),
    )


def _back(unit: Organisation, year: int, task: ClockTask | None = None) -> ResponseReturnValue:
    anchor = f"month-{task.month}" if task else None
    return redirect(url_for("school_year.clock", unit=unit.id, year=year, _anchor=anchor), 303)
