"""From when to when each invited person is awaited: by the own items, whatever else stands on the agenda."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.meetings.queries.seen import times_of_items
from welfare.rules.meetings import MeetingState

Span = tuple[datetime, datetime]


def spans_of_invited(session: Session, meeting: Meeting) -> Mapping[UUID, Span]:
    """When the first own item begins and the last one ends, by person; of a meeting called off nobody is awaited."""
    if meeting.state is MeetingState.CANCELLED:
        return {}
    times = times_of_items(session, MeetingItem.meeting_id == meeting.id)
    invited = (Attendee.meeting_id == meeting.id, Attendee.invited_at.is_not(None))
    spans: dict[UUID, Span] = {}
    for person_id, item_id in session.execute(select(Attendee.person_id, Attendee.item_id).where(*invited)):
        if person_id is None:
            continue
        begins, ends = times[item_id]
        before = spans.get(person_id, (begins, ends))
        spans[person_id] = min(before[0], begins), max(before[1], ends)
    return spans
