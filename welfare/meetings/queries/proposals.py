"""Other times that invited people have proposed, for those who invite them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.cases.queries import SeenCase
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.meetings.queries.seen import times_of_items
from welfare.rules.actors import Actor
from welfare.rules.invitations import Reply
from welfare.rules.meetings import MeetingState
from welfare.rules.permissions import Permission, decide


@dataclass(frozen=True, slots=True)
class Proposed:
    """An item to which another time is proposed."""

    meeting_id: UUID
    item_id: UUID
    case_id: UUID
    begins: datetime
    """When the item is expected to begin; when the meeting does is another's to know."""


def proposals_for(session: Session, actor: Actor, seen: Sequence[SeenCase]) -> Sequence[Proposed]:
    """The items of coming meetings about matters that the actor leads, where another time is proposed."""
    led = [each.case.id for each in seen if decide(actor, Permission.INVITATION_MANAGE, each.facts).is_granted]
    statement = (
        select(Attendee.meeting_id, Attendee.item_id, Attendee.case_id)
        .join(Meeting, Meeting.id == Attendee.meeting_id)
        .where(Attendee.case_id.in_(led), Attendee.reply == Reply.PROPOSED, Meeting.state == MeetingState.PLANNED)
        .distinct()
    )
    rows = [(row[0], row[1], row[2]) for row in session.execute(statement)] if led else []
    times = times_of_items(session, MeetingItem.meeting_id.in_({row[0] for row in rows})) if rows else {}
    found = [Proposed(*row, times[row[1]][0]) for row in rows]
    return sorted(found, key=lambda each: (each.begins, each.item_id))
