"""The communal meetings in a member's own calendar feed: times alone, of what the group has been told."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.models import CommunalMeeting, GroupSeat
from welfare.rules.actors import Actor
from welfare.rules.communal_meetings import CommunalState
from welfare.rules.orders import Appointment, Link, Page

LOOKED_BACK = timedelta(days=31)


def group_times(work: UnitOfWork, actor: Actor) -> Sequence[Appointment]:
    """The meetings from a month ago on at which the actor holds a seat; one that was called off is not there."""
    statement = (
        select(CommunalMeeting, GroupSeat)
        .join(GroupSeat, GroupSeat.group_id == CommunalMeeting.group_id)
        .where(
            GroupSeat.person_id == actor.person_id,
            CommunalMeeting.starts_at > work.now - LOOKED_BACK,
            CommunalMeeting.state != CommunalState.CANCELLED,
            CommunalMeeting.invited_at.is_not(None),
        )
    )
    found = {
        meeting.id: meeting
        for meeting, seat in work.session.execute(statement)
        if seat.days.holds_on(meeting.starts_at.astimezone(HOME_ZONE).date())
    }
    return [_appointment(work, meeting) for meeting in found.values()]


def _appointment(work: UnitOfWork, meeting: CommunalMeeting) -> Appointment:
    """The same identity and count of changes as in mails, so that a calendar that has both keeps one."""
    return Appointment(
        uid=meeting.calendar_uid,
        sequence=meeting.calendar_sequence,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        changed_at=work.now,
        link=Link(Page.COMMUNAL_MEETING, meeting.id),
    )
