"""What the professional decides: how urgent it is, and how it ends."""

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.actions.closing import close_request
from welfare.requests.actions.handling import change_urgency
from welfare.requests.forms.handling import OutcomeForm, UrgencyForm
from welfare.requests.models import ContactRequest
from welfare.requests.routes.answers import TOO_LATE, Answer, done, form_page, is_sent, moved_on
from welfare.requests.routes.blueprint import bp
from welfare.rules.permissions import Permission


@bp.get("/requests/<request_id:request>/urgency", needs=Permission.REQUEST_HANDLE)
def ask_urgency(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Ask how urgent it is."""
    form = UrgencyForm(formdata=None)
    form.revision.put(request.revision)
    return form_page(work, request, "urgency", form)


@bp.post("/requests/<request_id:request>/urgency", needs=Permission.REQUEST_HANDLE)
def decide_urgency(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Decide it, with the reason."""
    form = UrgencyForm()
    try:
        if not is_sent(request, form):
            return form_page(work, request, "urgency", form, 422)
        change_urgency(work, request, form.urgency.data, form.reason.data)
    except TOO_LATE:
        return moved_on(work, request, "urgency", form)
    return done(request, _("The urgency has been changed, and the time limit with it."))


@bp.get("/requests/<request_id:request>/outcome", needs=Permission.REQUEST_HANDLE)
def ask_outcome(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Ask how it ends."""
    form = OutcomeForm(formdata=None)
    _offer(form, request)
    form.revision.put(request.revision)
    return form_page(work, request, "outcome", form)


@bp.post("/requests/<request_id:request>/outcome", needs=Permission.REQUEST_HANDLE)
def decide_outcome(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Close it. Nothing is deleted."""
    form = OutcomeForm()
    _offer(form, request)
    try:
        if not is_sent(request, form):
            return form_page(work, request, "outcome", form, 422)
        close_request(work, request, form.outcome.data, form.reason.data)
    except TOO_LATE:
        return moved_on(work, request, "outcome", form)
    return done(request, _("The request has been handled."))


def _offer(form: OutcomeForm, request: ContactRequest) -> None:
    form.offer_in(request.sender_kind, request.state, is_taken_back=request.taken_back_at is not None)
