"""The officer's desk: events, one event, choosing a person, carrying a list out of the house."""

from urllib.parse import urlencode
from uuid import UUID

from flask import Response, current_app, make_response, render_template, request, url_for

from welfare.access.blueprint import GuardedBlueprint
from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.documents.serving import csv_answer
from welfare.oversight.asked import Asked
from welfare.oversight.csv_export import MOST_ROWS, events_csv
from welfare.oversight.forms import FilterForm, PersonForm
from welfare.oversight.pages.event import EventPage
from welfare.oversight.pages.events import EventsPage, note_reading
from welfare.oversight.pages.people import PeoplePage
from welfare.oversight.queries import find_event, find_events
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm

bp = GuardedBlueprint("oversight", __name__)


@bp.get("/audit", needs=Permission.AUDIT_READ)
def events(work: UnitOfWork) -> Response:
    """Events, newest first, filtered by what stands in the address."""
    asked = Asked.read(request.args)
    form = FilterForm(request.args, today=work.facts.on)
    is_sound = form.validate()
    if is_sound:
        asked = asked.in_days(form.since.data, form.until.data)
    page = EventsPage.of(work, asked, current_app.extensions["anchoring"].folder)
    names = {"page": page, "filter": form, "find": PersonForm(formdata=None), "export": ActionForm()}
    return make_response(render_template("oversight/events.html", **names), 200 if is_sound else 422)


@bp.post("/audit/people", needs=Permission.AUDIT_READ, writes_at_once=False, saves=False)
def people(work: UnitOfWork) -> Response:
    """Who answers to a name; the answers lead back to the list."""
    asked, form = Asked.read(request.args), PersonForm()
    is_valid = form.validate_on_submit()
    page = PeoplePage.of(work, form.sought.data, form.name.data, asked) if is_valid else None
    names = {"form": form, "page": page, "asked": asked, "back": address_of(asked)}
    return make_response(render_template("oversight/people.html", **names), 200 if is_valid else 422)


@bp.post("/audit/export", needs=Permission.AUDIT_EXPORT, writes_at_once=False, saves=False)
def export(work: UnitOfWork) -> Response:
    """The newest events that answer, as a file."""
    asked = Asked.read(request.args).without("before")
    found = find_events(work.session, work.actor, asked, MOST_ROWS)
    note_reading(work, asked, len(found))
    return csv_answer(events_csv(found), f"audit-{work.facts.on.isoformat()}")


@bp.get("/audit/<uuid:chain_id>/<int(max=9223372036854775807):seq>", needs=Permission.AUDIT_READ)
def event(work: UnitOfWork, chain_id: UUID, seq: int) -> str:
    """Everything one event says."""
    found = find_event(work.session, work.actor, chain_id, seq)
    if found is None:
        refuse(work, work.facts)
    back = address_of(Asked.read(request.args))
    return render_template("oversight/event.html", page=EventPage.of(work, found), back=back)


def address_of(asked: Asked) -> str:
    """Where the answers to a question stand."""
    return f"{url_for('oversight.events')}?{urlencode(asked.args())}".rstrip("?")
