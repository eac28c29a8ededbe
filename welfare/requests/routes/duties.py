"""Duties of the handler: telling, and assessing a minor's wish."""

from flask import current_app, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.actions.duties import finish_assessment, finish_task
from welfare.requests.forms.handling import STANDS, AssessmentForm, DutyForm
from welfare.requests.models import ContactRequest, InformTask
from welfare.requests.routes.answers import TOO_LATE, Answer, done, form_page, is_sent, moved_on
from welfare.requests.routes.blueprint import bp
from welfare.rules.permissions import Permission
from welfare.rules.sending import TaskKind
from welfare.ui.forms import RevisedForm

PROHIBITIONS = "prohibitions.index"


@bp.get("/requests/<request_id:request>/duties/<task_id:task>", needs=Permission.REQUEST_HANDLE)
def ask_duty(work: UnitOfWork, request: ContactRequest, task: InformTask) -> Answer:
    """Ask what has been done."""
    form = _form_of(work, task)
    form.revision.put(task.revision)
    if isinstance(form, DutyForm):
        form.done_on.put(work.facts.on)
    return form_page(work, request, "duty", form, task=task, prohibition_url=_prohibition_url(request))


@bp.post("/requests/<request_id:request>/duties/<task_id:task>", needs=Permission.REQUEST_HANDLE)
def duty(work: UnitOfWork, request: ContactRequest, task: InformTask) -> Answer:
    """Write down that it has been done."""
    form = _form_of(work, task)
    try:
        if not is_sent(task, form):
            return form_page(work, request, "duty", form, 422, task=task, prohibition_url=_prohibition_url(request))
        _finish(work, request, task, form)
    except TOO_LATE:
        return moved_on(work, request, "duty", form, row=task, task=task)
    return done(request, _("It has been recorded."))


def _prohibition_url(request: ContactRequest) -> str | None:
    """Where the minor's will itself is recorded, in a house that has the room for it."""
    return url_for(PROHIBITIONS, student=request.student_id) if PROHIBITIONS in current_app.view_functions else None


def _form_of(work: UnitOfWork, task: InformTask) -> RevisedForm:
    is_assessment = task.kind is TaskKind.ASSESS_PROHIBITION
    return AssessmentForm() if is_assessment else DutyForm(today=work.facts.on)


def _finish(work: UnitOfWork, request: ContactRequest, task: InformTask, form: RevisedForm) -> None:
    if isinstance(form, AssessmentForm):
        stands = form.finding.data == STANDS
        finish_assessment(work, request, task, prohibition_stands=stands, note=form.note.data)
    elif isinstance(form, DutyForm):
        finish_task(work, task, form.done_on.data, form.note.data)
