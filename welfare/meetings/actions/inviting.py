"""Inviting to an item and taking an invitation back; consents decide, on the day of the meeting."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.stepping import lock
from welfare.cases.models import Case
from welfare.meetings.actions.attending import draw_up_attendees
from welfare.meetings.actions.candidates import Candidate, candidates_of
from welfare.meetings.actions.telling import calendars_follow, tell_invited
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.rules.invitations import NotInvited, Reply
from welfare.rules.meetings import MeetingState


def invite(
    work: UnitOfWork, meeting: Meeting, item: MeetingItem, case: Case, chosen: Collection[UUID] | None = None
) -> Sequence[Attendee]:
    """Invite those chosen, by the ids they are known as, as far as they may be invited; gives those invited now.

    None stands for everybody who may be, but whom a reason keeps away is not among them.
    """
    lock(work, case)
    draw_up_attendees(work, item, case)
    invited = [
        found.attendee
        for found in candidates_of(work, meeting, item, case)
        if found.may_be_invited and found.attendee.invited_at is None and _is_meant(found.attendee, chosen)
    ]
    for attendee in invited:
        _let_come(work, attendee)
    work.session.flush()
    tell_invited(work, meeting, invited)
    return invited


def leave_out(
    work: UnitOfWork, meeting: Meeting, attendee: Attendee, why: NotInvited | None = None, words: str = ""
) -> None:
    """Do not invite somebody, or take the invitation back; of the family it is kept why (OHL 18 § 1, 20 § 4)."""
    with calendars_follow(work, meeting):
        _let_go(attendee)
        attendee.not_invited = why
        if words:
            work.encrypt_document(attendee, Attendee.document, {"why_not": words})


def let_go_of_the_uncovered(work: UnitOfWork, case: Case) -> None:
    """Take back every invitation to a coming meeting about the matter that no consent covers any more (rule 15)."""
    lock(work, case)
    coming = (MeetingItem.case_id == case.id, Meeting.state == MeetingState.PLANNED)
    statement = select(Meeting, MeetingItem).join(MeetingItem, MeetingItem.meeting_id == Meeting.id).where(*coming)
    for meeting, item in work.session.execute(statement.order_by(Meeting.id)).all():
        with calendars_follow(work, meeting):
            _let_all_go(work, _uncovered(work, meeting, item, case))


def follow_a_move(work: UnitOfWork, meeting: Meeting) -> None:
    """After the time has changed: a consent that does not reach the new day lets nobody in, and all answer anew."""
    rows = select(MeetingItem, Case).join(Case, Case.id == MeetingItem.case_id)
    for item, case in work.session.execute(rows.where(MeetingItem.meeting_id == meeting.id)).all():
        _let_all_go(work, _uncovered(work, meeting, item, case))
    work.session.flush()
    ask_anew(work, set(work.session.scalars(select(MeetingItem.id).where(MeetingItem.meeting_id == meeting.id))))


def ask_anew(work: UnitOfWork, item_ids: Collection[UUID]) -> None:
    """Await another answer of everybody invited to these items: the time they answered to is not theirs any more."""
    invited = (Attendee.item_id.in_(item_ids), Attendee.invited_at.is_not(None))
    for attendee in work.session.scalars(select(Attendee).where(*invited)):
        _await_answer(work, attendee)
    work.session.flush()


def _uncovered(work: UnitOfWork, meeting: Meeting, item: MeetingItem, case: Case) -> list[Candidate]:
    """Those whose invitation nothing covers, and those of whom nothing may tell at all."""
    found = candidates_of(work, meeting, item, case)
    was_asked = [each for each in found if each.attendee.invited_at is not None or not each.is_listed]
    return [each for each in was_asked if not each.may_be_invited]


def _is_meant(attendee: Attendee, chosen: Collection[UUID] | None) -> bool:
    return attendee.not_invited is None if chosen is None else attendee.known_as in chosen


def _let_come(work: UnitOfWork, attendee: Attendee) -> None:
    attendee.invited_at, attendee.not_invited = work.now, None
    _await_answer(work, attendee)


def _await_answer(work: UnitOfWork, attendee: Attendee) -> None:
    """Whoever sets the time comes; everybody else is asked."""
    comes = attendee.account_id is not None and attendee.account_id == work.actor.account_id
    attendee.reply, attendee.replied_at = (Reply.ACCEPTED, work.now) if comes else (Reply.NONE, None)
    attendee.proposed_at, attendee.document = None, None


def _let_all_go(work: UnitOfWork, gone: Iterable[Candidate]) -> None:
    for each in gone:
        if each.is_listed:
            _let_go(each.attendee)
        else:
            work.session.delete(each.attendee)


def _let_go(attendee: Attendee) -> None:
    attendee.invited_at, attendee.reply, attendee.replied_at = None, Reply.NONE, None
    attendee.proposed_at, attendee.document = None, None
