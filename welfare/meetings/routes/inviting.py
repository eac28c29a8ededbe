"""The consent desk: inviting to an item, and leaving out."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.meetings import actions
from welfare.meetings.forms import InviteForm, LeaveOutForm, ReplyToldForm
from welfare.meetings.models import Meeting, MeetingItem
from welfare.meetings.pages import InvitationDesk
from welfare.meetings.pages.replying import show_reply
from welfare.meetings.routes.blueprint import ITEM, bp
from welfare.rules.invitations import must_say_why_not
from welfare.rules.meetings import MeetingState
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm

DESK = f"{ITEM}/invitations"
LEAVE_OUT = f"{DESK}/<uuid:who>/leave-out"
ANSWER = f"{DESK}/<uuid:who>/answer"


@bp.get(DESK, needs=Permission.INVITATION_MANAGE)
def invitations(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> str:
    """Who might come, and how their consents stand on the day."""
    return _draw(work, meeting, item)


@bp.post(f"{DESK}/all", needs=Permission.INVITATION_MANAGE)
def invite_all(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> ResponseReturnValue:
    """Invite everybody who may be invited."""
    case = _case(work, meeting, item)
    if not ActionForm().validate_on_submit():
        return _draw(work, meeting, item), 422
    return _invited(meeting, item, len(actions.invite(work, meeting, item, case)))


@bp.post(DESK, needs=Permission.INVITATION_MANAGE)
def invite(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> ResponseReturnValue:
    """Invite one person, if the person may be invited."""
    case, form = _case(work, meeting, item), InviteForm()
    if not form.validate_on_submit():
        return _draw(work, meeting, item), 422
    return _invited(meeting, item, len(actions.invite(work, meeting, item, case, {form.person})))


@bp.get(LEAVE_OUT, needs=Permission.INVITATION_MANAGE)
def begin_leaving_out(work: UnitOfWork, meeting: Meeting, item: MeetingItem, who: UUID) -> str:
    """What leaving out means, and why it is done."""
    found = _candidate(work, meeting, item, who)
    return _draw_leaving_out(work, meeting, item, found, _form(found))


@bp.post(LEAVE_OUT, needs=Permission.INVITATION_MANAGE)
def leave_out(work: UnitOfWork, meeting: Meeting, item: MeetingItem, who: UUID) -> ResponseReturnValue:
    """Leave somebody out, or take an invitation back."""
    found = _candidate(work, meeting, item, who)
    form = _form(found)
    if not form.validate_on_submit():
        return _draw_leaving_out(work, meeting, item, found, form), 422
    actions.draw_up_attendees(work, item, _case(work, meeting, item))
    listed = _candidate(work, meeting, item, who).attendee
    actions.leave_out(work, meeting, listed, form.reason, form.told)
    flash(_("Saved. The person is not invited."), "good")
    return redirect(_desk(meeting, item), 303)


@bp.get(ANSWER, needs=Permission.INVITATION_MANAGE)
def begin_answer_told(work: UnitOfWork, meeting: Meeting, item: MeetingItem, who: UUID) -> str:
    """The answer of somebody invited, as it stands: not everybody has an account, or answers here."""
    found, form = _invited_one(work, meeting, item, who), ReplyToldForm(today=work.facts.on)
    show_reply(work, found.attendee, form)
    return _draw_answer(work, meeting, item, found, form)


@bp.post(ANSWER, needs=Permission.INVITATION_MANAGE)
def answer_told(work: UnitOfWork, meeting: Meeting, item: MeetingItem, who: UUID) -> ResponseReturnValue:
    """Keep what was answered in another way; the invited change it as they like."""
    found, form = _invited_one(work, meeting, item, who), ReplyToldForm(today=work.facts.on)
    if not form.validate_on_submit():
        return _draw_answer(work, meeting, item, found, form), 422
    actions.give_reply(work, found.attendee, form.to_command())
    flash(_("The answer is saved."), "good")
    return redirect(_desk(meeting, item), 303)


def _invited_one(work: UnitOfWork, meeting: Meeting, item: MeetingItem, who: UUID) -> actions.Candidate:
    found = _candidate(work, meeting, item, who)
    return found if found.attendee.invited_at is not None else refuse(work, work.facts)


def _case(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> Case:
    """The item's matter, while the meeting has not begun."""
    if meeting.state is not MeetingState.PLANNED:
        refuse(work, work.facts)
    return work.session.get_one(Case, item.case_id)


def _candidate(work: UnitOfWork, meeting: Meeting, item: MeetingItem, who: UUID) -> actions.Candidate:
    """Somebody who is on the desk and has something to be left out of."""
    found = actions.candidates_of(work, meeting, item, _case(work, meeting, item))
    there = (each for each in found if each.attendee.known_as == who and each.is_listed)
    candidate = next((each for each in there if each.may_be_invited or each.attendee.invited_at is not None), None)
    return candidate or refuse(work, work.facts)


def _form(found: actions.Candidate) -> LeaveOutForm:
    form = LeaveOutForm()
    form.ask_only(of_family=must_say_why_not(found.attendee.part, found.found, is_invited=False))
    return form


def _draw(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> str:
    page = InvitationDesk.of(work, meeting, item, _case(work, meeting, item))
    return render_template("meetings/invitations.html", page=page, form=InviteForm(formdata=None), all=ActionForm())


def _draw_leaving_out(
    work: UnitOfWork, meeting: Meeting, item: MeetingItem, found: actions.Candidate, form: LeaveOutForm
) -> str:
    page = InvitationDesk.of(work, meeting, item, _case(work, meeting, item))
    line = next(each for each in page.lines if each.known_as == found.attendee.known_as)
    return render_template("meetings/leave_out.html", page=page, line=line, form=form)


def _draw_answer(
    work: UnitOfWork, meeting: Meeting, item: MeetingItem, found: actions.Candidate, form: ReplyToldForm
) -> str:
    page = InvitationDesk.of(work, meeting, item, _case(work, meeting, item))
    line = next(each for each in page.lines if each.known_as == found.attendee.known_as)
    return render_template("meetings/answer_told.html", page=page, line=line, form=form)


def _invited(meeting: Meeting, item: MeetingItem, count: int) -> ResponseReturnValue:
    if count:
        flash(ngettext("One person is invited.", "%(num)d people are invited.", count), "good")
    else:
        flash(_("Nobody was invited: the consents do not cover the day, or everybody has been invited."), "soon")
    return redirect(_desk(meeting, item), 303)


def _desk(meeting: Meeting, item: MeetingItem) -> str:
    return url_for("meetings.invitations", meeting=meeting.id, item=item.id)
