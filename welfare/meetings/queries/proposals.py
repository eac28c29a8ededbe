"""Other times that invited people have proposed, for those who invite them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.cases.queries import SeenCase
from welfare.meetings.models import Attendee, Meeting
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
    starts_at: datetime


def proposals_for(session: Session, actor: Actor, seen: Sequence[SeenCase]) -> Sequence[Proposed]:
    """The items of coming meetings about matters that the actor leads, where another time is proposed."""
    led = [each.case.id for each in seen if decide(actor, Permission.INVITATION_MANAGE, each.facts).is_granted]
    columns = (Attendee.meeting_id, Attendee.item_id, Attendee.case_id, Meeting.starts_at)
    statement = (
        select(*columns)
        .join(Meeting, Meeting.id == Attendee.meeting_id)
        .where(Attendee.case_id.in_(led), Attendee.reply == Reply.PROPOSED, Meeting.state == MeetingState.PLANNED)
        .distinct()
        .order_by(Meeting.starts_at, Attendee.item_id)
    )
    return [Proposed(*row) for row in session.execute(statement)] if led else []
