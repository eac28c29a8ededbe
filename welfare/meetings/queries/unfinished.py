"""What a matter's meetings have begun and not brought to an end, and those that are still to come."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import and_, not_, or_, select
from sqlalchemy.orm import Session

from welfare.meetings.models import Amendment, Measure, Meeting, MeetingItem
from welfare.rules.amendments import AmendmentState
from welfare.rules.events import UnfinishedMinutes
from welfare.rules.meetings import MeetingState
from welfare.rules.minutes import WRITABLE


def unfinished_minutes(session: Session, case_id: UUID) -> list[UnfinishedMinutes]:
    """Minutes that are not final, and final ones with a proposal that waits for its answer; the oldest first."""
    waiting = select(Amendment.item_id).where(Amendment.case_id == case_id, Amendment.state == AmendmentState.PROPOSED)
    asked = and_(MeetingItem.entry_id.is_not(None), MeetingItem.id.in_(waiting))
    statement = (
        select(Meeting, MeetingItem)
        .join(MeetingItem, MeetingItem.meeting_id == Meeting.id)
        .where(MeetingItem.case_id == case_id, or_(MeetingItem.state.in_(WRITABLE), asked))
        .order_by(Meeting.starts_at, Meeting.id)
    )
    return [
        UnfinishedMinutes(meeting.id, item.id, item.began_at or meeting.starts_at, item.entry_id is not None)
        for meeting, item in session.execute(statement)
    ]


def coming_items(session: Session, case_id: UUID) -> Sequence[tuple[Meeting, MeetingItem]]:
    """The matter's items on the agendas of meetings that have not begun, the soonest first.

    What a group has agreed on or proposed is part of the record, and is never taken off an agenda with its item.
    """
    is_met_about = MeetingItem.id.in_(select(Measure.item_id)) | MeetingItem.id.in_(select(Amendment.item_id))
    statement = (
        select(Meeting, MeetingItem)
        .join(MeetingItem, MeetingItem.meeting_id == Meeting.id)
        .where(MeetingItem.case_id == case_id, Meeting.state == MeetingState.PLANNED, not_(is_met_about))
        .order_by(Meeting.starts_at, Meeting.id)
    )
    return [(meeting, item) for meeting, item in session.execute(statement)]
