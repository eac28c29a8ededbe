"""Clients whose worker has left the service: which they are, and taking one of them over."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.permissions import Permission
from welfare.service_notes import actions
from welfare.service_notes.actions import ClientNotVacantError
from welfare.service_notes.forms import TakeOverForm
from welfare.service_notes.models import ClientFile
from welfare.service_notes.pages.vacant import VacantPage, vacant_line
from welfare.service_notes.routes.blueprint import bp
from welfare.service_notes.routes.listing import desk_asked, service_of
from welfare.ui.paging import page_number

Answer = str | tuple[str, int] | Response
VACANT = "/clients/without-worker"
ONE = f"{VACANT}/<vacant_id:client>"


@bp.get(VACANT, needs=Permission.CLIENT_LIST)
def vacant(work: UnitOfWork) -> str:
    """Those whom one may take over."""
    desk = desk_asked(work)
    service = service_of(work, desk)

    def url(number: int) -> str:
        return url_for("service_notes.vacant", service=service, page=number if number > 1 else None)

    page = VacantPage.of(work, desk, page_number(request.args.get("page")), url)
    return render_template("service_notes/vacant.html", page=page, service=service)


@bp.get(ONE, needs=Permission.CLIENT_TAKE_VACANT)
def ask_take_over(work: UnitOfWork, client: ClientFile) -> Answer:
    """Who it is, whose the client was, and why one takes it over."""
    return _drawn(work, client, TakeOverForm())


@bp.post(ONE, needs=Permission.CLIENT_TAKE_VACANT)
def take_vacant(work: UnitOfWork, client: ClientFile) -> Answer:
    """Make the client one's own."""
    form = TakeOverForm()
    if not form.validate_on_submit():
        return _drawn(work, client, form, 422)
    try:
        actions.take_over(work, client, form.to_command())
    except ClientNotVacantError:
        flash(_("A colleague has taken the client over meanwhile."), "soon")
        return redirect(url_for("service_notes.clients"), 303)
    flash(_("The client is yours now."), "good")
    return redirect(url_for("service_notes.show", client=client.id), 303)


def _drawn(work: UnitOfWork, client: ClientFile, form: TakeOverForm, status: int = 200) -> Answer:
    return render_template("service_notes/take_over.html", client=vacant_line(work, client), form=form), status
