"""Invitations that wait for the actor's own answer, as far as their items exist for the actor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.meetings.models import Attendee, Meeting
from welfare.meetings.queries.seen import items_seen
from welfare.rules.actors import Actor
from welfare.rules.invitations import Reply
from welfare.rules.meetings import MeetingState


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
    """The soonest first; none to a meeting that should have begun."""
    if actor.account_id is None:
        return []
    own = (Attendee.account_id == actor.account_id, Attendee.invited_at.is_not(None), Attendee.reply == Reply.NONE)
    coming = (Meeting.state == MeetingState.PLANNED, Meeting.ends_at > now)
    statement = select(Attendee).join(Meeting, Meeting.id == Attendee.meeting_id).where(*own, *coming)
    rows = {row.item_id: row for row in session.scalars(statement)}
    seen = items_seen(session, actor, now, (row.meeting_id for row in rows.values()))
    found = [
        Unanswered(
            meeting_id=each.item.meeting_id,
            item_id=each.item.id,
            attendee_id=rows[each.item.id].id,
            case_id=each.case.id,
            student_id=each.case.student_id,
            number=each.case.number,
            begins=each.begins,
        )
        for items in seen.values()
        for each in items
        if each.item.id in rows
    ]
    return sorted(found, key=lambda each: (each.begins, each.item_id))
