"""The minutes of one item as a PDF file, after saying what for. Never those of a whole meeting."""

from flask import render_template
from flask.typing import ResponseReturnValue

from welfare.audit.unit_of_work import UnitOfWork
from welfare.documents.serving import pdf_answer
from welfare.journal.forms.printing import PrintForm
from welfare.meetings.models import Meeting, MeetingItem
from welfare.meetings.pages.paper import minutes_paper
from welfare.meetings.pages.record import RecordPlace
from welfare.meetings.routes.amending import refuse_unfinished
from welfare.meetings.routes.blueprint import ITEM, bp
from welfare.rules.permissions import Permission
from welfare.rules.printing import PrintPurpose
from welfare.rules.registers import Register


@bp.get(f"{ITEM}/print", needs=Permission.MINUTES_PRINT)
def begin_printing(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> str:
    """The question what for."""
    refuse_unfinished(work, item)
    return render_template("meetings/print.html", place=RecordPlace.of(work, meeting, item), form=PrintForm())


@bp.post(f"{ITEM}/minutes.pdf", needs=Permission.MINUTES_PRINT, writes_at_once=False, saves=False)
def print_minutes(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> ResponseReturnValue:
    """The file; the purpose by its code is in the event."""
    refuse_unfinished(work, item)
    form = PrintForm()
    if not form.validate_on_submit():
        return render_template("meetings/print.html", place=RecordPlace.of(work, meeting, item), form=form), 422
    purpose: PrintPurpose = form.purpose.data
    work.note(item.controller_id, Register.WELFARE, ("meeting_item", item.id), view="print", purpose=purpose.value)
    return pdf_answer(minutes_paper(work, item, form.foot))
