"""What whoever asked still does: adding words, coming to the talk, taking the request back."""

from flask import flash, render_template, url_for
from flask import redirect as lead_to
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from welfare.audit.gap import GapDocument
from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.actions.own import TooManyAddedError, add_words, come_to_talk, take_back
from welfare.requests.actions.steps import RequestMovedOnError
from welfare.requests.forms.adding import AddForm
from welfare.requests.models import ContactRequest, Talk
from welfare.requests.pages.handing import opened_document
from welfare.requests.pages.receipts import ReceiptPage
from welfare.requests.routes.blueprint import bp
from welfare.rules.permissions import Permission
from welfare.rules.talks import AnswerError
from welfare.ui.forms import ActionForm, PageForm

Answer = str | tuple[str, int] | Response
OWN = "/own-requests/<own_request_id:request>"


@bp.get(f"{OWN}/add", needs=Permission.REQUEST_ADD)
def ask_add(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Ask what is to be added."""
    return _page(work, request, "add", AddForm())


@bp.post(f"{OWN}/add", needs=Permission.REQUEST_ADD)
def add(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Add it; what was written before stays as it is."""
    form = AddForm()
    if not form.validate_on_submit():
        return _page(work, request, "add", form, 422)
    document = opened_document(work, request)
    if isinstance(document, GapDocument):
        form.refuse(None, _("Your request cannot be opened now. Tell what you want to add in the talk."))
        return _page(work, request, "add", form, 422)
    try:
        add_words(work, request, document, form.text.data)
    except RequestMovedOnError:
        form.refuse(None, _("This request has ended. You may ask for help anew."))
        return _page(work, request, "add", form, 409)
    except TooManyAddedError:
        form.refuse(None, _("You have added a lot already. Tell the rest in the talk."))
        return _page(work, request, "add", form, 422)
    return _done(request, _("Your words have been added."))


@bp.get(f"{OWN}/take-back", needs=Permission.REQUEST_TAKE_BACK)
def ask_take_back(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Ask before it is taken back."""
    return _page(work, request, "take_back", ActionForm())


@bp.post(f"{OWN}/take-back", needs=Permission.REQUEST_TAKE_BACK, endpoint="take_back")
def keep_taken_back(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Take it back."""
    if not ActionForm().validate_on_submit():
        return lead_to(url_for("requests.ask_take_back", request=request.id), 303)
    try:
        take_back(work, request)
    except RequestMovedOnError:
        return _done(request, _("This request has ended already."), "soon")
    return _done(request, _("You have taken the request back. You may ask again at any time."))


@bp.post(f"{OWN}/talks/<own_talk_id:talk>/come", needs=Permission.REQUEST_TALK_ACCEPT)
def come(work: UnitOfWork, request: ContactRequest, talk: Talk) -> Answer:
    """Come to the talk at the time offered."""
    if ActionForm().validate_on_submit():
        try:
            come_to_talk(work, request, talk)
        except (RequestMovedOnError, AnswerError):
            return _done(request, _("This time is not free any more. Look at what is offered now."), "soon")
        return _done(request, _("Good. You are expected at that time."))
    return _done(request, _("The page had been open for too long. Try again."), "soon")


def _page(work: UnitOfWork, request: ContactRequest, name: str, form: PageForm, status: int = 200) -> Answer:
    page = ReceiptPage.of(work, request)
    return render_template(f"requests/{name}.html", page=page, form=form), status


def _done(request: ContactRequest, words: str, tone: str = "good") -> Response:
    flash(words, tone)
    return lead_to(url_for("requests.receipt", request=request.id), 303)
