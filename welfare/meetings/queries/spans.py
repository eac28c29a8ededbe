"""From when to when each invited person is awaited: by the own items, whatever else stands on the agenda."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.meetings.queries.seen import times_of_items
from welfare.rules.meetings import MeetingState

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, order=True)
class Invited:
    """Somebody invited: of the directory by the person's id, from outside by the consents' id in one matter."""

    id: UUID
    case_id: UUID | None = None
    """The matter that an outside participant takes part in; None for those whom the directory knows."""

    @classmethod
    def of(cls, row: Attendee) -> "Invited":
        """Who an attendee is, whichever of the items it is."""
        return cls(row.known_as, row.case_id if row.outsider_id is not None else None)


def spans_of_invited(session: Session, meeting: Meeting) -> Mapping[Invited, Span]:
    """When the first own item begins and the last one ends, by invitee; of a meeting called off nobody is awaited."""
    if meeting.state is MeetingState.CANCELLED:
        return {}
    times = times_of_items(session, MeetingItem.meeting_id == meeting.id)
    invited = (Attendee.meeting_id == meeting.id, Attendee.invited_at.is_not(None))
    spans: dict[Invited, Span] = {}
    for row in session.scalars(select(Attendee).where(*invited)):
        begins, ends = times[row.item_id]
        before = spans.get(Invited.of(row), (begins, ends))
        spans[Invited.of(row)] = min(before[0], begins), max(before[1], ends)
    return spans
