"""The client's plan as a PDF file, after saying what for."""

from flask import render_template
from flask.typing import ResponseReturnValue

from welfare.audit.unit_of_work import UnitOfWork
from welfare.documents.serving import pdf_answer
from welfare.rules.permissions import Permission
from welfare.service_notes.forms import PrintPlanForm
from welfare.service_notes.models import ClientFile, ServiceNote
from welfare.service_notes.pages.head import ClientHead
from welfare.service_notes.pages.paper import plan_paper
from welfare.service_notes.routes.blueprint import CLIENT, bp

PLAN = f"{CLIENT}/plans/<plan_note_id:note>"


@bp.get(f"{PLAN}/print", needs=Permission.SERVICE_NOTE_PRINT)
def begin_printing(work: UnitOfWork, client: ClientFile, note: ServiceNote) -> ResponseReturnValue:
    """The question what for."""
    return _drawn(work, client, note, PrintPlanForm())


@bp.post(f"{PLAN}/plan.pdf", needs=Permission.SERVICE_NOTE_PRINT, writes_at_once=False, saves=False)
def print_plan(work: UnitOfWork, client: ClientFile, note: ServiceNote) -> ResponseReturnValue:
    """The file; the purpose by its code is in the event."""
    form = PrintPlanForm()
    if not form.validate_on_submit():
        return _drawn(work, client, note, form, 422)
    subject, purpose = ("service_note", note.id), form.purpose.data.value
    work.note(client.controller_id, client.register, subject, view="print", purpose=purpose)
    return pdf_answer(plan_paper(work, client, note, form.foot))


def _drawn(
    work: UnitOfWork, client: ClientFile, note: ServiceNote, form: PrintPlanForm, status: int = 200
) -> ResponseReturnValue:
    head = ClientHead.of(work, client)
    return render_template("service_notes/print.html", client=head, note_id=note.id, form=form), status
