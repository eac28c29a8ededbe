"""Throwing one's own drafts away."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.places import discard_at
from welfare.rules.permissions import Permission
from welfare.rules.service_records import NoteKind
from welfare.service_notes.actions.drafting import draft_of_correction, draft_of_new
from welfare.service_notes.models import ClientFile, ServiceNote
from welfare.service_notes.routes.blueprint import NOTE, bp
from welfare.service_notes.routes.writing import NEW_OF_KIND


@bp.post(f"{NEW_OF_KIND}/discard", needs=Permission.CLIENT_READ)
def discard(work: UnitOfWork, client: ClientFile, kind: str) -> Response:
    """Throw away the draft of a new note."""
    discard_at(work, draft_of_new(client, NoteKind(kind)))
    return _to_client(client)


@bp.post(f"{NOTE}/correction/discard", needs=Permission.CLIENT_READ)
def discard_correction(work: UnitOfWork, client: ClientFile, note: ServiceNote) -> Response:
    """Throw away the draft of a correction."""
    discard_at(work, draft_of_correction(note))
    return _to_client(client)


def _to_client(client: ClientFile) -> Response:
    flash(_("The draft is thrown away."), "info")
    return redirect(url_for("service_notes.show", client=client.id), 303)
