"""Drawing the page of a programme, with a form that came back from it."""

from flask import render_template

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.colleagues import colleague_options
from welfare.organisations.models import Organisation
from welfare.programmes.forms import StaffForm
from welfare.programmes.models import Programme
from welfare.programmes.pages import ProgrammePage
from welfare.ui.forms import ActionForm


def staff_form(work: UnitOfWork, unit: Organisation) -> StaffForm:
    """The form for the list of staff."""
    form = StaffForm(today=work.facts.on)
    form.account.offer(colleague_options(work, unit))
    return form


def draw_programme(work: UnitOfWork, unit: Organisation, programme: Programme, form: StaffForm | None = None) -> str:
    """The page; whoever may count finds the small forms on it."""
    page = ProgrammePage.of(work, unit, programme)
    if page.may_record and page.staff_title and form is None:
        form = staff_form(work, unit)
        form.since.put(work.facts.on)
    return render_template("programmes/show.html", page=page, staff_form=form, lone=ActionForm())
