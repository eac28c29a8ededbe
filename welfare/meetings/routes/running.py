"""Holding a meeting: beginning, going on to the next item after a check of who leaves and joins, ending."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings import actions
from welfare.meetings.forms.running import TakeUpForm
from welfare.meetings.models import Meeting, MeetingItem
from welfare.meetings.pages.running import Agenda, SwapView
from welfare.meetings.routes.blueprint import MEETING, bp
from welfare.meetings.words import BLOCK_WORDS
from welfare.rules.meetings import ItemState, MeetingStepError
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm


@bp.post(f"{MEETING}/begin", needs=Permission.MEETING_RUN)
def begin(work: UnitOfWork, meeting: Meeting) -> ResponseReturnValue:
    """Begin, or go on; then to who is there for the first item."""
    if not ActionForm().validate_on_submit():
        refuse(work, work.facts)
    try:
        actions.begin(work, meeting)
    except MeetingStepError:
        return _to_meeting(meeting, _("The meeting has begun already, or it was called off."))
    return redirect(url_for("meetings.check_next", meeting=meeting.id), 303)


@bp.get(f"{MEETING}/next", needs=Permission.MEETING_RUN)
def check_next(work: UnitOfWork, meeting: Meeting) -> ResponseReturnValue:
    """Who leaves, who joins and who stays before the next item, or before the one asked for."""
    agenda = Agenda.of(work, meeting, request.args.get("item", type=UUID))
    if agenda.swap is None:
        return _to_meeting(meeting, _("No item of yours waits for its turn."))
    form = _form(agenda.swap)
    form.item.put(agenda.swap.item_id)
    form.present.put(list(agenda.swap.chosen))
    return render_template("meetings/next.html", agenda=agenda, form=form)


@bp.post(f"{MEETING}/next", needs=Permission.MEETING_RUN)
def take_up(work: UnitOfWork, meeting: Meeting) -> ResponseReturnValue:
    """Go on to the item; those ticked are in the room."""
    wanted: UUID | None = TakeUpForm().item.data  # type: ignore[assignment]  # the stubs know only text
    agenda = Agenda.of(work, meeting, wanted)
    if wanted is not None and wanted not in {line.id for line in agenda.lines}:
        refuse(work, work.facts)
    if wanted is not None and _is_taken_up(agenda, wanted):
        return redirect(url_for("meetings.minutes", meeting=meeting.id, item=wanted), 303)
    if agenda.swap is None:
        return _to_meeting(meeting, _("That item does not wait for its turn any more."))
    form = _form(agenda.swap)
    if not form.validate_on_submit() or wanted is None:
        return render_template("meetings/next.html", agenda=agenda, form=form), 422
    try:
        item = work.session.get_one(MeetingItem, wanted)
        actions.take_up(work, meeting, item, form.present.data or ())
    except MeetingStepError:
        return _to_meeting(meeting, _("That item does not wait for its turn any more."))
    except actions.ItemRefusedError as error:
        blocks = ", ".join(str(BLOCK_WORDS[block]) for block in error.blocks)
        form.refuse(None, _("%(number)s cannot be met about: %(why)s.", number=error.case.number, why=blocks))
        return render_template("meetings/next.html", agenda=agenda, form=form), 422
    return redirect(url_for("meetings.minutes", meeting=meeting.id, item=wanted), 303)


@bp.post(f"{MEETING}/end", needs=Permission.MEETING_RUN)
def end(work: UnitOfWork, meeting: Meeting) -> ResponseReturnValue:
    """End it; minutes that are not final stay to be finished."""
    if not ActionForm().validate_on_submit():
        refuse(work, work.facts)
    try:
        actions.end(work, meeting)
    except MeetingStepError:
        return _to_meeting(meeting, _("The meeting is not going on."))
    flash(_("The meeting has ended. Finish the minutes that are not final yet."), "good")
    return redirect(url_for("meetings.show", meeting=meeting.id), 303)


def _form(swap: SwapView) -> TakeUpForm:
    form = TakeUpForm()
    form.present.offer(swap.options)
    return form


def _is_taken_up(agenda: Agenda, wanted: UUID) -> bool:
    return any(line.id == wanted and line.state is ItemState.NOW for line in agenda.lines)


def _to_meeting(meeting: Meeting, words: str) -> ResponseReturnValue:
    flash(words, "soon")
    return redirect(url_for("meetings.show", meeting=meeting.id), 303)
