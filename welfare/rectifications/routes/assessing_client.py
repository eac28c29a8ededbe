"""Assessing what is asked for in the record of a service, by the client's own worker or whoever stands in."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.steps import TakenError
from welfare.rectifications.actions import complete_note
from welfare.rectifications.forms import AssessForm
from welfare.rectifications.models import Rectification
from welfare.rectifications.routes.blueprint import of_clients
from welfare.rectifications.routes.deciding import decide, draw, is_decided
from welfare.rules.permissions import Permission
from welfare.rules.rectifications import RecordKind, outcomes_of
from welfare.service_notes.models import ClientFile

ONE = "/clients/<client_id:client>/corrections-asked/<client_rectification_id:asked>"


@of_clients.get(ONE, needs=Permission.SERVICE_NOTE_CORRECT)
def assessed(work: UnitOfWork, client: ClientFile, asked: Rectification) -> str:
    """What is asked, and what can come of it."""
    return _draw(work, client, asked, _form())


@of_clients.post(ONE, needs=Permission.SERVICE_NOTE_CORRECT)
def assess(work: UnitOfWork, client: ClientFile, asked: Rectification) -> ResponseReturnValue:
    """Keep what comes of it."""
    form = _form()
    if not form.validate_on_submit():
        return _draw(work, client, asked, form), 422
    try:
        if not is_decided(form, lambda: _decide(work, client, asked, form)):
            return _draw(work, client, asked, form), 422
    except TakenError:
        flash(_("The request has gone on in the meantime. This is how it stands."), "soon")
    else:
        flash(_("The decision is saved. The data protection officer tells the asker."), "good")
    return redirect(url_for("client_rectifications.assessed", client=client.id, asked=asked.id), 303)


def _form() -> AssessForm:
    form = AssessForm()
    form.offer(outcomes_of(RecordKind.SERVICE_NOTE))
    return form


def _decide(work: UnitOfWork, client: ClientFile, asked: Rectification, form: AssessForm) -> None:
    decide(work, asked, form, lambda heading, words: complete_note(work, client, asked, heading, words))


def _draw(work: UnitOfWork, client: ClientFile, asked: Rectification, form: AssessForm) -> str:
    return draw(work, asked, form, (_("Client"), url_for("service_notes.show", client=client.id)))
