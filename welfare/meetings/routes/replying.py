"""Answering one's own invitation."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings import actions
from welfare.meetings.forms import ReplyForm
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.meetings.pages.replying import ReplyPage, show_reply
from welfare.meetings.routes.blueprint import ITEM, bp
from welfare.rules.meetings import MeetingState, state_of_own
from welfare.rules.permissions import Permission

REPLY = f"{ITEM}/attendees/<attendee_id:attendee>/reply"


@bp.get(REPLY, needs=Permission.INVITATION_REPLY)
def begin_reply(work: UnitOfWork, meeting: Meeting, item: MeetingItem, attendee: Attendee) -> str:
    """The answer as it stands."""
    _refuse_begun(work, meeting, item)
    form = ReplyForm(today=work.facts.on)
    show_reply(work, attendee, form)
    return _draw(work, meeting, item, attendee, form)


@bp.post(REPLY, needs=Permission.INVITATION_REPLY)
def reply(work: UnitOfWork, meeting: Meeting, item: MeetingItem, attendee: Attendee) -> ResponseReturnValue:
    """Answer, or answer anew."""
    _refuse_begun(work, meeting, item)
    form = ReplyForm(today=work.facts.on)
    if not form.validate_on_submit():
        return _draw(work, meeting, item, attendee, form), 422
    actions.give_reply(work, attendee, form.to_command())
    flash(_("Your answer is saved. You can change it until the meeting begins."), "good")
    return redirect(url_for("meetings.show", meeting=meeting.id), 303)


def _draw(work: UnitOfWork, meeting: Meeting, item: MeetingItem, attendee: Attendee, form: ReplyForm) -> str:
    page = ReplyPage.of(work, meeting, item, attendee)
    return render_template("meetings/reply.html", page=page, form=form)


def _refuse_begun(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> None:
    """For the invited the meeting begins with the own item: a refusal before would tell that others come first."""
    if state_of_own(meeting.state, [item.state]) is not MeetingState.PLANNED:
        refuse(work, work.facts)
