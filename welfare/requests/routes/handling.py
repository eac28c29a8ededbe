"""Who handles a request: claim, take over, hand on, shut a colleague out."""

from uuid import UUID

from flask import flash, url_for
from flask import redirect as lead_to
from flask_babel import gettext as _

from welfare.audit.gap import GapDocument
from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.actions import handling
from welfare.requests.actions.handling import ClaimedByColleagueError, NotAColleagueError
from welfare.requests.forms.handling import ClaimOverForm, HandOverForm, KeepOutForm
from welfare.requests.models import ContactRequest
from welfare.requests.pages.handing import colleague_options, opened_document, own_option
from welfare.requests.queries.services import other_services
from welfare.requests.routes.answers import TOO_LATE, Answer, done, form_page, is_sent, left, moved_on
from welfare.requests.routes.blueprint import bp
from welfare.rules.permissions import Permission
from welfare.rules.requests import Service
from welfare.ui.forms import ActionForm


@bp.post("/requests/<request_id:request>/claim", needs=Permission.REQUEST_CLAIM)
def claim(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Take it; of two at once the slower is told who was faster."""
    if not ActionForm().validate_on_submit():
        return lead_to(url_for("requests.show", request=request.id), 303)
    try:
        handling.claim_request(work, request)
    except ClaimedByColleagueError:
        return form_page(work, request, "claim_over", _claim_over_form(request, was_faster=True), 409)
    return done(request, _("You handle this request now."))


@bp.get("/requests/<request_id:request>/claim-over", needs=Permission.REQUEST_CLAIM)
def ask_claim_over(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Ask why one takes over what a colleague has claimed."""
    return form_page(work, request, "claim_over", _claim_over_form(request))


@bp.post("/requests/<request_id:request>/claim-over", needs=Permission.REQUEST_CLAIM)
def claim_over(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Take it over, with the reason."""
    form = ClaimOverForm()
    try:
        if not is_sent(request, form):
            return form_page(work, request, "claim_over", form, 422)
        handling.claim_request(work, request, form.reason.data)
    except TOO_LATE:
        return moved_on(work, request, "claim_over", form)
    return done(request, _("You handle this request now."))


@bp.get("/requests/<request_id:request>/hand-over", needs=Permission.REQUEST_HANDLE)
def ask_hand_over(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Ask to whom, and why."""
    return form_page(work, request, "hand_over", _hand_over_form(work, request))


@bp.post("/requests/<request_id:request>/hand-over", needs=Permission.REQUEST_HANDLE)
def hand_over(work: UnitOfWork, request: ContactRequest) -> Answer:
    """To a colleague, to another service, or back to the queue."""
    form = _hand_over_form(work, request)
    try:
        if not is_sent(request, form):
            return form_page(work, request, "hand_over", form, 422)
        is_handed = _hand_on(work, request, form.to.data, form.reason.data)
    except (*TOO_LATE, NotAColleagueError):
        return moved_on(work, request, "hand_over", form)
    if not is_handed:
        form.refuse(None, _("The text of the request cannot be opened, so it cannot be sealed for another service."))
        return form_page(work, request, "hand_over", form, 422)
    return left(_("The request has been handed over."))


@bp.get("/requests/<request_id:request>/keep-out", needs=Permission.REQUEST_HANDLE)
def ask_keep_out(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Ask who is shut out for a conflict of interest."""
    return form_page(work, request, "keep_out", _keep_out_form(work, request))


@bp.post("/requests/<request_id:request>/keep-out", needs=Permission.REQUEST_HANDLE)
def keep_out(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Shut out a colleague, or oneself."""
    form = _keep_out_form(work, request)
    try:
        if not is_sent(request, form):
            return form_page(work, request, "keep_out", form, 422)
        handling.keep_out(work, request, form.account.data, form.reason.data)
    except (*TOO_LATE, NotAColleagueError):
        return moved_on(work, request, "keep_out", form)
    if form.account.data == work.actor.account_id:
        return left(_("You have stepped aside. The request waits in the queue."))
    return done(request, _("The worker is shut out of this request."))


def _claim_over_form(request: ContactRequest, *, was_faster: bool = False) -> ClaimOverForm:
    form = ClaimOverForm(formdata=None)
    form.revision.put(request.revision)
    if was_faster:
        flash(_("A colleague was faster and handles this request now."), "soon")
    return form


def _hand_over_form(work: UnitOfWork, request: ContactRequest) -> HandOverForm:
    form = HandOverForm()
    form.offer_onward(colleague_options(work, request), other_services(request) if _may_go(request) else ())
    if not form.is_submitted():
        form.revision.put(request.revision)
    return form


def _keep_out_form(work: UnitOfWork, request: ContactRequest) -> KeepOutForm:
    form = KeepOutForm()
    form.account.offer([*colleague_options(work, request), own_option(work)])
    if not form.is_submitted():
        form.revision.put(request.revision)
    return form


def _may_go(request: ContactRequest) -> bool:
    return request.talk_held_on is None


def _hand_on(work: UnitOfWork, request: ContactRequest, to: object, reason: str) -> bool:
    match to:
        case UUID():
            handling.hand_to_colleague(work, request, to, reason)
        case Service():
            document = opened_document(work, request)
            if isinstance(document, GapDocument):
                return False
            handling.hand_to_service(work, request, to, document, reason)
        case _:
            handling.return_to_queue(work, request, reason)
    return True
