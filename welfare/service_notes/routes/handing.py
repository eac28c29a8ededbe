"""Handing a client over: offering, taking the offer back, and the receiver's answer."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.permissions import Permission
from welfare.rules.service_records import ServiceDesk
from welfare.service_notes import actions
from welfare.service_notes.actions import NotAColleagueError, OfferAnsweredError
from welfare.service_notes.forms import DeclineForm, HandOverForm
from welfare.service_notes.models import ClientFile, HandOver
from welfare.service_notes.pages import OfferPage
from welfare.service_notes.pages.head import ClientHead
from welfare.service_notes.pages.workers import colleague_options
from welfare.service_notes.routes.blueprint import CLIENT, bp
from welfare.ui.forms import ActionForm

Answer = str | tuple[str, int] | Response
OFFER = "/clients/offers/<hand_over_id:offer>"


@bp.get(f"{CLIENT}/hand-over", needs=Permission.CLIENT_HAND_OVER)
def ask_hand_over(work: UnitOfWork, client: ClientFile) -> Answer:
    """Ask to whom and why."""
    return _drawn(work, client, _form(work, client))


@bp.post(f"{CLIENT}/hand-over", needs=Permission.CLIENT_HAND_OVER)
def hand_over(work: UnitOfWork, client: ClientFile) -> Answer:
    """Offer the client; it stays one's own until the colleague accepts."""
    form = _form(work, client)
    if not form.validate_on_submit():
        return _drawn(work, client, form, 422)
    try:
        actions.offer_client(work, client, form.to_command())
    except NotAColleagueError:
        form.refuse("to", _("Your colleague does not work in your service any more. Choose somebody else."))
        return _drawn(work, client, form, 409)
    except OfferAnsweredError:
        form.refuse(None, _("The client is offered to somebody already. Take that offer back first."))
        return _drawn(work, client, form, 409)
    flash(_("The client is offered. Nothing changes until your colleague accepts."), "good")
    return _to_client(client)


@bp.post(f"{CLIENT}/hand-over/take-back", needs=Permission.CLIENT_HAND_OVER)
def take_back(work: UnitOfWork, client: ClientFile) -> Response:
    """End one's own offer."""
    try:
        actions.take_offer_back(work, client)
    except OfferAnsweredError:
        flash(_("There is no offer that waits for an answer."), "soon")
        return _to_client(client)
    flash(_("The offer has been taken back."), "good")
    return _to_client(client)


@bp.get(OFFER, needs=Permission.CLIENT_TAKE_OVER)
def offer(work: UnitOfWork, offer: HandOver) -> Answer:
    """Who is offered, by whom and why."""
    return _answer_page(work, offer, DeclineForm())


@bp.post(f"{OFFER}/accept", needs=Permission.CLIENT_TAKE_OVER)
def accept(work: UnitOfWork, offer: HandOver) -> Response:
    """Take the client."""
    file = actions.accept_offer(work, offer)
    flash(_("The client is yours now."), "good")
    return _to_client(file)


@bp.post(f"{OFFER}/decline", needs=Permission.CLIENT_TAKE_OVER)
def decline(work: UnitOfWork, offer: HandOver) -> Answer:
    """Leave the client where it is, and say why."""
    form = DeclineForm()
    if not form.validate_on_submit():
        return _answer_page(work, offer, form, 422)
    actions.decline_offer(work, offer, form.note.data)
    flash(_("You have declined. The client stays with its worker."), "info")
    return redirect(url_for("service_notes.clients"), 303)


def _form(work: UnitOfWork, client: ClientFile) -> HandOverForm:
    form = HandOverForm()
    form.to.offer(colleague_options(work, ServiceDesk(client.register, client.controller_id)))
    return form


def _drawn(work: UnitOfWork, client: ClientFile, form: HandOverForm, status: int = 200) -> Answer:
    return render_template("service_notes/hand_over.html", client=ClientHead.of(work, client), form=form), status


def _answer_page(work: UnitOfWork, offer: HandOver, form: DeclineForm, status: int = 200) -> Answer:
    page = OfferPage.of(work, offer)
    return render_template("service_notes/offer.html", page=page, form=form, action=ActionForm()), status


def _to_client(client: ClientFile) -> Response:
    return redirect(url_for("service_notes.show", client=client.id), 303)
