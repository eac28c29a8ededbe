"""The provider's processes: looked at, added, changed."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.assessments.forms import NewProcessForm, ProcessForm, values_of
from welfare.assessments.models import AssessmentProcess, ProcessVersion
from welfare.assessments.pages import asked_in, processes_page
from welfare.assessments.queries import CATALOGUE
from welfare.assessments.routes.blueprint import bp
from welfare.audit.unit_of_work import UnitOfWork
from welfare.catalogues.desk import CatalogueDesk, Facts
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission
from welfare.ui.locale import current_locale


def _facts(version: ProcessVersion) -> Facts:
    locale = current_locale()
    steps = "\n".join(step.text(locale) for step in version.steps)
    return [(_("Name"), version.name(locale)), (_("Asked"), asked_in(version)), (_("Steps"), steps or "–")]


DESK = CatalogueDesk(
    catalogue=CATALOGUE,
    new_form=NewProcessForm,
    form=ProcessForm,
    values=values_of,
    facts=_facts,
    title=_l("Assessments of study ability"),
    overview="assessments.processes",
    add_title=_l("Add a process"),
    added=_l("The process can be used from now on."),
    change_title=_l("Change a process"),
)


@bp.get("/assessment-processes", needs=Permission.CATALOGUE_SEE)
def processes(work: UnitOfWork) -> str:
    """The processes of the providers one works for."""
    return render_template("catalogues/overview.html", page=processes_page(work))


@bp.get("/assessment-processes/of/<provider_id:provider>/new", needs=Permission.CATALOGUE_KEEP)
def begin_process(work: UnitOfWork, provider: Organisation) -> str:
    """Ask for steps and questions."""
    del work
    return DESK.begin(provider)


@bp.post("/assessment-processes/of/<provider_id:provider>/new", needs=Permission.CATALOGUE_KEEP)
def new_process(work: UnitOfWork, provider: Organisation) -> ResponseReturnValue:
    """Add it."""
    return DESK.add(work, provider)


@bp.get("/assessment-processes/<process_id:process>", needs=Permission.CATALOGUE_KEEP)
def begin_process_change(work: UnitOfWork, process: AssessmentProcess) -> str:
    """One process in a form, and how it was before."""
    return DESK.begin_change(work, process)


@bp.post("/assessment-processes/<process_id:process>", needs=Permission.CATALOGUE_KEEP)
def change_process(work: UnitOfWork, process: AssessmentProcess) -> ResponseReturnValue:
    """Save it as a new version, or show what somebody else has saved since."""
    return DESK.change(work, process)
