"""Who is busy: that somebody has another meeting here at a time, and nothing of what it is about or with whom."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.cases.models import CaseMember
from welfare.meetings.models import Attendee, Meeting
from welfare.meetings.queries.seen import times_of_items
from welfare.rules.meetings import MeetingState

_TAKES_TIME = (MeetingState.PLANNED, MeetingState.RUNNING)


def busy_between(
    session: Session,
    account_ids: Collection[UUID],
    begins: datetime,
    ends: datetime,
    besides: UUID | None = None,
) -> frozenset[UUID]:
    """The accounts among these whose time another meeting takes between two moments; ``besides`` is the one planned.

    The convenor's time is taken by the whole meeting, and that of everybody listed at an item by the item: who is told
    to be busy for longer would learn that others come before or after. To others only the word *busy* is told.
    """
    if not account_ids:
        return frozenset()
    overlapping = (Meeting.state.in_(_TAKES_TIME), Meeting.starts_at < ends, Meeting.ends_at > begins)
    others = (*overlapping, Meeting.id != besides) if besides is not None else overlapping
    convening = select(Meeting.convenor_account_id).where(Meeting.convenor_account_id.in_(account_ids), *others)
    listed = (
        select(Attendee.account_id, Attendee.item_id)
        .join(Meeting, Meeting.id == Attendee.meeting_id)
        .where(Attendee.account_id.in_(account_ids), *others)
    )
    rows = session.execute(listed).all()
    times = times_of_items(session, Meeting.id.in_(select(Meeting.id).where(*others))) if rows else {}
    taken = {account_id for account_id, item_id in rows if times[item_id][0] < ends and times[item_id][1] > begins}
    return frozenset({*session.scalars(convening), *taken})


def accounts_of_groups(session: Session, case_ids: Collection[UUID]) -> frozenset[UUID]:
    """The accounts of everybody who has a place in the groups of these matters."""
    present = (CaseMember.case_id.in_(case_ids), CaseMember.ended_at.is_(None))
    return frozenset(session.scalars(select(CaseMember.account_id).where(*present)))
