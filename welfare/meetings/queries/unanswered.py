"""Invitations that wait for the actor's own answer, as far as their items exist for the actor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.meetings.models import Attendee, Meeting
from welfare.meetings.queries.seen import SeenItem, items_seen
from welfare.rules.actors import Actor
from welfare.rules.invitations import Reply
from welfare.rules.meetings import MeetingState, state_of_own


@dataclass(frozen=True, slots=True)
class Unanswered:
    """One invitation, and when the own item begins."""

    meeting_id: UUID
    item_id: UUID
    attendee_id: UUID
    case_id: UUID
    student_id: UUID
    number: str
    begins: datetime


def unanswered_by(session: Session, actor: Actor, now: datetime) -> Sequence[Unanswered]:
    """The soonest first; none whose own item has begun or should be over.

    Whether the meeting goes on with items of others leaves no mark here, as on its page (OHL 22 § 1; rule 37).
    """
    if actor.account_id is None:
        return []
    own = (Attendee.account_id == actor.account_id, Attendee.invited_at.is_not(None), Attendee.reply == Reply.NONE)
    coming = Meeting.state.in_((MeetingState.PLANNED, MeetingState.RUNNING))
    statement = select(Attendee, Meeting).join(Meeting, Meeting.id == Attendee.meeting_id).where(*own, coming)
    found = [(row, meeting) for row, meeting in session.execute(statement)]
    rows, meetings = {row.item_id: row for row, _of in found}, {meeting.id: meeting for _row, meeting in found}
    seen = items_seen(session, actor, now, meetings)
    waiting = [
        Unanswered(
            meeting_id=each.item.meeting_id,
            item_id=each.item.id,
            attendee_id=rows[each.item.id].id,
            case_id=each.case.id,
            student_id=each.case.student_id,
            number=each.case.number,
            begins=each.begins,
        )
        for id, items in seen.items()
        for each in items
        if each.item.id in rows and each.ends > now and _may_answer(meetings[id], each)
    ]
    return sorted(waiting, key=lambda each: (each.begins, each.item_id))


def _may_answer(meeting: Meeting, seen: SeenItem) -> bool:
    return state_of_own(meeting.state, [seen.item.state]) is MeetingState.PLANNED
