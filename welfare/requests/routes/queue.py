"""The queue of one's own service, and one request."""

from flask import current_app, render_template, url_for
from flask import request as asked

from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.models import ContactRequest
from welfare.requests.pages.queue import QueuePage
from welfare.requests.pages.request import RequestPage
from welfare.requests.queries.queue import Show
from welfare.requests.routes.blueprint import bp
from welfare.rules.outcomes import Outcome
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.ui.paging import page_number

NEXT = {Outcome.GROUP_PROPOSED: "cases.propose_for", Outcome.SERVICE_CONTINUES: "service_notes.ask_begin"}
"""Where the same worker goes on with the pupil: a matter is proposed, or the service’s own record begins."""


@bp.get("/requests/queue", needs=Permission.REQUEST_QUEUE)
def queue(work: UnitOfWork) -> str:
    """Requests by statutory due time."""
    show = _show(asked.args.get("show", ""))
    number = page_number(asked.args.get("page"))
    page = QueuePage.of(work, show, number, lambda other: url_for("requests.queue", show=show.value, page=other))
    return render_template("requests/queue.html", page=page, claim=ActionForm())


@bp.get("/requests/<request_id:request>", needs=Permission.REQUEST_READ)
def show(work: UnitOfWork, request: ContactRequest) -> str:
    """One request, whole."""
    page = RequestPage.of(work, request)
    return render_template("requests/show.html", page=page, claim=ActionForm(), next_url=_next_url(page))


def _next_url(page: RequestPage) -> str | None:
    """What comes after such an end, in a house that has the room for it."""
    endpoint = NEXT.get(page.leads_to) if page.leads_to else None
    if endpoint not in current_app.view_functions:
        return None
    return url_for(endpoint, student=page.student_id)


def _show(asked_for: str) -> Show:
    return Show(asked_for) if asked_for in set(Show) else Show.ALL
