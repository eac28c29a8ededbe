"""The agenda of a communal meeting: items added, named, moved and left out."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.actions import agendas as actions
from welfare.communal.actions.meetings import MeetingClosedError
from welfare.communal.forms.meetings import ItemForm
from welfare.communal.guard import lets_through
from welfare.communal.models import AgendaItem, CommunalMeeting
from welfare.communal.pages.meetings import MeetingPage, item_line, unit_of
from welfare.communal.routes.blueprint import MEETING, bp
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm

AGENDA = f"{MEETING}/agenda"
ITEM = f"{AGENDA}/<agenda_item_id:item>"


@bp.get(AGENDA, needs=Permission.COMMUNITY_WRITE)
def agenda(work: UnitOfWork, meeting: CommunalMeeting) -> str:
    """The items with their order, and a form for one more."""
    return _draw(work, meeting, ItemForm())


@bp.post(AGENDA, needs=Permission.COMMUNITY_WRITE)
def add_item(work: UnitOfWork, meeting: CommunalMeeting) -> ResponseReturnValue:
    """Put an item of the group's own on it."""
    form = ItemForm()
    if not (form.validate_on_submit() and lets_through(work, unit_of(work, meeting), form)):
        return _draw(work, meeting, form), 422
    try:
        actions.add_item(work, meeting, form.to_title())
    except MeetingClosedError:
        return _closed(meeting)
    flash(_("The item is on the agenda."), "good")
    return _to_agenda(meeting)


@bp.get(f"{ITEM}/name", needs=Permission.COMMUNITY_WRITE)
def begin_naming_item(work: UnitOfWork, meeting: CommunalMeeting, item: AgendaItem) -> str:
    """Ask what an item is about in particular."""
    form = ItemForm()
    form.title_fi.put(item.title_fi)
    form.title_sv.put(item.title_sv)
    return _draw_name(work, meeting, item, form)


@bp.post(f"{ITEM}/name", needs=Permission.COMMUNITY_WRITE)
def name_item(work: UnitOfWork, meeting: CommunalMeeting, item: AgendaItem) -> ResponseReturnValue:
    """Keep it."""
    form, stored = ItemForm(), (item.title_fi, item.title_sv)
    if not (form.validate_on_submit() and lets_through(work, unit_of(work, meeting), form, stored)):
        return _draw_name(work, meeting, item, form), 422
    try:
        actions.name_item(work, meeting, item, form.to_title())
    except MeetingClosedError:
        return _closed(meeting)
    flash(_("The changes are saved."), "good")
    return _to_agenda(meeting)


@bp.post(f"{ITEM}/move", needs=Permission.COMMUNITY_WRITE)
def move_item(work: UnitOfWork, meeting: CommunalMeeting, item: AgendaItem) -> ResponseReturnValue:
    """Move it a step up or down."""
    if ActionForm().validate_on_submit():
        try:
            actions.move_item(work, meeting, item, up="up" in request.args)
        except MeetingClosedError:
            return _closed(meeting)
    return _to_agenda(meeting)


@bp.post(f"{ITEM}/remove", needs=Permission.COMMUNITY_WRITE)
def remove_item(work: UnitOfWork, meeting: CommunalMeeting, item: AgendaItem) -> ResponseReturnValue:
    """Leave it out."""
    if ActionForm().validate_on_submit():
        try:
            actions.remove_item(work, meeting, item)
        except MeetingClosedError:
            return _closed(meeting)
        except actions.WrittenItemError:
            flash(_("Something is written of this item already. It stays."), "soon")
        else:
            flash(_("The item is left out."), "good")
    return _to_agenda(meeting)


def _draw(work: UnitOfWork, meeting: CommunalMeeting, form: ItemForm) -> str:
    given = {"page": MeetingPage.of(work, meeting), "form": form, "action": ActionForm(formdata=None)}
    return render_template("communal/agenda.html", **given)


def _draw_name(work: UnitOfWork, meeting: CommunalMeeting, item: AgendaItem, form: ItemForm) -> str:
    page = MeetingPage.of(work, meeting)
    return render_template("communal/name_item.html", page=page, item=item_line(item), form=form)


def _closed(meeting: CommunalMeeting) -> ResponseReturnValue:
    flash(_("The meeting has been called off, or its memo is closed."), "soon")
    return redirect(url_for("communal.meeting", meeting=meeting.id), 303)


def _to_agenda(meeting: CommunalMeeting) -> ResponseReturnValue:
    return redirect(url_for("communal.agenda", meeting=meeting.id), 303)
