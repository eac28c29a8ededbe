"""The provider's processes: looked at, added, changed."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.assessments import actions
from welfare.assessments.forms import NewProcessForm, ProcessForm
from welfare.assessments.models import AssessmentProcess
from welfare.assessments.pages import ProcessesPage
from welfare.assessments.queries import version_of
from welfare.assessments.routes.blueprint import bp
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.rules.permissions import Permission
from welfare.ui.locale import current_locale
from welfare.ui.versions import Conflict


@bp.get("/assessment-processes", needs=Permission.CATALOGUE_SEE)
def processes(work: UnitOfWork) -> str:
    """The processes of the providers one works for."""
    return render_template("assessments/processes.html", page=ProcessesPage.of(work))


@bp.get("/assessment-processes/of/<provider_id:provider>/new", needs=Permission.CATALOGUE_KEEP)
def begin_process(work: UnitOfWork, provider: Organisation) -> str:
    """Ask for steps and questions."""
    del work
    return _draw(NewProcessForm(), _("Add a process"), provider.name(current_locale()))


@bp.post("/assessment-processes/of/<provider_id:provider>/new", needs=Permission.CATALOGUE_KEEP)
def new_process(work: UnitOfWork, provider: Organisation) -> ResponseReturnValue:
    """Add it."""
    form = NewProcessForm()
    if not form.validate_on_submit():
        return _draw(form, _("Add a process"), provider.name(current_locale())), 422
    actions.add_process(work, provider.id, form.to_model())
    flash(_("The process can be used from now on."), "good")
    return redirect(url_for("assessments.processes"), 303)


@bp.get("/assessment-processes/<process_id:process>", needs=Permission.CATALOGUE_KEEP)
def begin_process_change(work: UnitOfWork, process: AssessmentProcess) -> str:
    """One process in a form."""
    form = ProcessForm()
    fill(form, _stored(work, process))
    return _draw_change(process, form)


@bp.post("/assessment-processes/<process_id:process>", needs=Permission.CATALOGUE_KEEP)
def change_process(work: UnitOfWork, process: AssessmentProcess) -> ResponseReturnValue:
    """Save it as a new version, or show what somebody else has saved since."""
    form = ProcessForm()
    if not form.validate_on_submit():
        return _draw_change(process, form), 422
    try:
        actions.change_process(work, process, form.to_model(), form.state.data, revision_of(form))
    except actions.StaleProcessError:
        conflict = versions_of(form, _stored(work, process))
        form.revision.put(process.revision)
        return _draw_change(process, form, conflict), 409
    flash(_("The changes are saved."), "good")
    return redirect(url_for("assessments.processes"), 303)


def _stored(work: UnitOfWork, process: AssessmentProcess) -> dict[str, object]:
    return ProcessForm.values_of(process, version_of(work.session, process.id, process.newest))


def _draw_change(process: AssessmentProcess, form: ProcessForm, conflict: Conflict | None = None) -> str:
    number = _("Version %(number)s", number=process.newest)
    return _draw(form, _("Change a process"), number, conflict)


def _draw(form: NewProcessForm, title: str, under: str, conflict: Conflict | None = None) -> str:
    return render_template("assessments/process.html", form=form, title=title, under=under, conflict=conflict)
