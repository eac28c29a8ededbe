"""The queue of one's own service, and one request."""

from flask import current_app, render_template, url_for
from flask import request as asked

from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.models import ContactRequest
from welfare.requests.pages.queue import QueuePage
from welfare.requests.pages.request import RequestPage
from welfare.requests.queries.queue import Show
from welfare.requests.routes.blueprint import bp
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.ui.paging import page_number

PROPOSE = "cases.propose_for"


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
    return render_template("requests/show.html", page=page, claim=ActionForm(), propose_url=_propose_url(page))


def _propose_url(page: RequestPage) -> str | None:
    """Where a matter is proposed for the student, in a house that has the room for it."""
    if not page.proposes_group or PROPOSE not in current_app.view_functions:
        return None
    return url_for(PROPOSE, student=page.student_id)


def _show(asked_for: str) -> Show:
    return Show(asked_for) if asked_for in set(Show) else Show.ALL
