"""Handing over a roster, and the imports so far."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.actions.deliveries import keep_delivery
from welfare.people.forms import RosterForm
from welfare.people.models import DeliveryState
from welfare.people.roster.errands import Errand
from welfare.people.roster.queries import imports_of, latest_delivery, open_reviews
from welfare.people.roster.turn import TurnTakenError
from welfare.people.routes.room import bp
from welfare.people.routes.under_way import Start
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission
from welfare.ui.paging import Page, page_number

PAGE_SIZE = 10
OPEN_STATES = frozenset({DeliveryState.READING, DeliveryState.READY, DeliveryState.WRITING})


@bp.get("/roster", needs=Permission.ROSTER_IMPORT)
def roster(work: UnitOfWork) -> str:
    """Where a roster is handed over, and what the earlier ones did."""
    return _draw(work, RosterForm())


@bp.post("/roster", needs=Permission.ROSTER_IMPORT, writes_at_once=False)
def upload(work: UnitOfWork) -> ResponseReturnValue:
    """Keep the file and begin to read it."""
    form = RosterForm()
    if not form.validate_on_submit():
        return _draw(work, form), 422
    content = form.file.data.stream.read()
    try:
        start = Start()
    except TurnTakenError:
        form.refuse("file", _("Another roster is being handled right now. Wait until it is ready, and try again."))
        return _draw(work, form), 422
    work.start_writing()
    post = next(post for post in work.actor.posts if post.role is Role.ADMINISTRATOR)
    delivery = keep_delivery(work, content, post.controller_id)
    start.when_saved(work, delivery.id, Errand.preview)
    return redirect(url_for("people.delivery", delivery=delivery.id), 303)


def _draw(work: UnitOfWork, form: RosterForm) -> str:
    number = page_number(request.args.get("page"))
    total, imports = imports_of(work.session, work.actor, (number - 1) * PAGE_SIZE, PAGE_SIZE)
    latest = latest_delivery(work.session, work.actor)
    return render_template(
        "people/roster.html",
        form=form,
        imports=Page(imports, number, PAGE_SIZE, total, lambda page: url_for("people.roster", page=page)),
        open_delivery=latest if latest and latest.state in OPEN_STATES else None,
        to_look_at=open_reviews(work.session, work.actor),
    )
