"""The agenda of a meeting that has not begun: adding matters, their order and length, taking one off."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings import actions
from welfare.meetings.forms.agenda import AddItemForm, MinutesOfItemForm
from welfare.meetings.models import Meeting, MeetingItem
from welfare.meetings.pages.agenda import AgendaDesk, addable_cases, invited_to, prefix_of
from welfare.meetings.pages.planning import led_matters
from welfare.meetings.pages.running import AgendaLine, agenda_lines
from welfare.meetings.queries.seen import items_seen
from welfare.meetings.routes.blueprint import MEETING, bp
from welfare.meetings.words import AGENDA_BLOCK_WORDS, BLOCK_WORDS
from welfare.rules.meetings import AgendaBlock, MeetingState
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm

AGENDA = f"{MEETING}/agenda"
ITEM = f"{AGENDA}/<uuid:which>"
STEPS = {"up": -1, "down": 1}


@bp.get(AGENDA, needs=Permission.MEETING_MANAGE)
def agenda(work: UnitOfWork, meeting: Meeting) -> ResponseReturnValue:
    """The items, and what may be added."""
    return _closed(meeting) or _draw(work, meeting, _add_form(work, meeting))


@bp.post(AGENDA, needs=Permission.MEETING_MANAGE)
def add_to_agenda(work: UnitOfWork, meeting: Meeting) -> ResponseReturnValue:
    """Put another matter last."""
    if meeting.state is not MeetingState.PLANNED:
        return _tell_closed(meeting)
    form = _add_form(work, meeting)
    if not form.validate_on_submit():
        return _draw(work, meeting, form), 422
    led = {found.case.id: found.case for found in addable_cases(work, meeting)}
    try:
        item = actions.add_item(work, meeting, led[form.case.data], form.minutes.data)
    except actions.ItemRefusedError as error:
        blocks = ", ".join(str(BLOCK_WORDS[block]) for block in error.blocks)
        form.refuse("case", _("%(number)s cannot be met about: %(why)s.", number=error.case.number, why=blocks))
        return _draw(work, meeting, form), 422
    flash(_("The matter is on the agenda. Invite its people next."), "good")
    return _to_agenda(meeting, item.id)


@bp.post(f"{ITEM}/<any({', '.join(STEPS)}):way>", needs=Permission.MEETING_MANAGE)
def step_item(work: UnitOfWork, meeting: Meeting, which: UUID, way: str) -> ResponseReturnValue:
    """Handle an item before the one above it, or after the one below it."""
    lines = _lines(work, meeting)
    ids = [line.id for line in lines]
    place = ids.index(_own(work, lines, which).id)
    other = place + STEPS[way]
    if ActionForm().validate_on_submit() and 0 <= other < len(ids):
        ids[place], ids[other] = ids[other], ids[place]
        try:
            actions.reorder(work, meeting, ids)
        except actions.AgendaClosedError:
            return _tell_closed(meeting)
        flash(_("The order is changed. Those whose time changed are told."), "good")
    return _to_agenda(meeting, which)


@bp.post(f"{ITEM}/minutes", needs=Permission.MEETING_MANAGE)
def set_item_minutes(work: UnitOfWork, meeting: Meeting, which: UUID) -> ResponseReturnValue:
    """Expect an item to take shorter or longer."""
    _own(work, _lines(work, meeting), which)
    form = MinutesOfItemForm(prefix=prefix_of(which))
    if not form.validate_on_submit():
        return _draw(work, meeting, _add_form(work, meeting, is_empty=True), (which, form)), 422
    try:
        actions.set_minutes(work, meeting, work.session.get_one(MeetingItem, which), form.minutes.data)
    except actions.AgendaClosedError:
        return _tell_closed(meeting)
    flash(_("The length is saved. Those whose time changed are told."), "good")
    return _to_agenda(meeting, which)


@bp.get(f"{ITEM}/remove", needs=Permission.MEETING_MANAGE)
def begin_removing(work: UnitOfWork, meeting: Meeting, which: UUID) -> ResponseReturnValue:
    """What taking off means."""
    return _closed(meeting) or _draw_removal(work, meeting, which, ActionForm())


@bp.post(f"{ITEM}/remove", needs=Permission.MEETING_MANAGE)
def remove(work: UnitOfWork, meeting: Meeting, which: UUID) -> ResponseReturnValue:
    """Take an item off; those invited to it are told that the time has fallen away, and nothing else."""
    line, form = _own(work, _lines(work, meeting), which), ActionForm()
    if not form.validate_on_submit():
        return _draw_removal(work, meeting, which, form), 422
    try:
        actions.remove_item(work, work.session.get_one(MeetingItem, line.id))
    except actions.AgendaClosedError as error:
        if AgendaBlock.BEGUN in error.blocks:
            return _tell_closed(meeting)
        form.refuse(None, str(AGENDA_BLOCK_WORDS[error.blocks[0]]))
        return _draw_removal(work, meeting, which, form), 422
    flash(_("%(number)s is not on the agenda any more.", number=line.number), "good")
    return _to_agenda(meeting)


def _lines(work: UnitOfWork, meeting: Meeting) -> list[AgendaLine]:
    return agenda_lines(work, items_seen(work.session, work.actor, work.now, [meeting.id])[meeting.id])


def _own(work: UnitOfWork, lines: list[AgendaLine], which: UUID) -> AgendaLine:
    """One of the convenor's own items; any other is answered like one that is not there."""
    return next((line for line in lines if line.id == which), None) or refuse(work, work.facts)


def _add_form(work: UnitOfWork, meeting: Meeting, *, is_empty: bool = False) -> AddItemForm:
    form = AddItemForm(formdata=None) if is_empty else AddItemForm()
    form.offer(led_matters(work, addable_cases(work, meeting)))
    return form


def _draw(
    work: UnitOfWork, meeting: Meeting, form: AddItemForm, typed: tuple[UUID, MinutesOfItemForm] | None = None
) -> str:
    page = AgendaDesk.of(work, meeting, typed)
    wrong = typed[1] if typed else form
    return render_template("meetings/agenda.html", page=page, form=form, wrong=wrong, action=ActionForm(formdata=None))


def _draw_removal(work: UnitOfWork, meeting: Meeting, which: UUID, form: ActionForm) -> str:
    line = _own(work, _lines(work, meeting), which)
    names = {"meeting": meeting, "line": line, "invited": invited_to(work, which), "form": form}
    return render_template("meetings/remove.html", **names)


def _closed(meeting: Meeting) -> ResponseReturnValue | None:
    return None if meeting.state is MeetingState.PLANNED else _tell_closed(meeting)


def _tell_closed(meeting: Meeting) -> ResponseReturnValue:
    flash(str(AGENDA_BLOCK_WORDS[AgendaBlock.BEGUN]), "soon")
    return redirect(url_for("meetings.show", meeting=meeting.id), 303)


def _to_agenda(meeting: Meeting, item_id: UUID | None = None) -> ResponseReturnValue:
    anchor = f"item-{item_id}" if item_id else None
    return redirect(url_for("meetings.agenda", meeting=meeting.id, _anchor=anchor), 303)
