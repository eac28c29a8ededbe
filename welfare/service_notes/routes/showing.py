"""One client: the file by pages, one note, and the file's log."""

from flask import render_template, request, url_for

from welfare.audit.reading import read_mark
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.permissions import Permission
from welfare.service_notes.models import ClientFile, ServiceNote
from welfare.service_notes.pages import ClientPage, LogPage, NotePage
from welfare.service_notes.routes.blueprint import CLIENT, NOTE, bp
from welfare.ui.forms import ActionForm
from welfare.ui.paging import page_number


@bp.get(CLIENT, needs=Permission.CLIENT_READ)
def show(work: UnitOfWork, client: ClientFile) -> str:
    """The file, twenty-five notes at a time, newest first."""

    def url(number: int) -> str:
        return url_for("service_notes.show", client=client.id, page=number if number > 1 else None, _anchor="notes")

    page = ClientPage.of(work, client, page_number(request.args.get("page")), url)
    return render_template("service_notes/client.html", page=page, client=page.client, action=ActionForm())


@bp.get(NOTE, needs=Permission.CLIENT_READ)
def note(work: UnitOfWork, client: ClientFile, note: ServiceNote) -> str:
    """One note with its versions."""
    page = NotePage.of(work, client, note)
    return render_template("service_notes/note.html", page=page, client=page.client)


@bp.get(f"{CLIENT}/log", needs=Permission.CLIENT_LOG_READ)
def log(work: UnitOfWork, client: ClientFile) -> str:
    """Who has looked or done something, newest first."""
    page = LogPage.of(work, client, read_mark(request.args.get("before", "")))
    return render_template("service_notes/log.html", page=page, client=page.client)
