"""The page of one's own calendar address, and what is told at that address: times and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings.actions.feeding import living_feed
from welfare.meetings.actions.telling import times_told
from welfare.meetings.models import Meeting
from welfare.meetings.queries import meetings_visible_to
from welfare.meetings.queries.seen import SeenMeeting
from welfare.rules.actors import Actor
from welfare.rules.meetings import MeetingState
from welfare.rules.orders import Appointment, Link, Page
from welfare.rules.permissions import Permission, decide
from welfare.ui.layouts import layout_for

LOOKED_BACK = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Whether the reader has pages of meetings; the address, since when, and when a calendar last asked there.

    The address itself is told only once.
    """

    layout: str
    has_meetings: bool
    made_at: datetime | None
    asked_at: datetime | None
    address: str

    @classmethod
    def of(cls, work: UnitOfWork, address: str = "") -> "FeedPage":
        """The page of the actor's own address."""
        row = living_feed(work, work.actor.account_id)
        has_meetings = decide(work.actor, Permission.MEETING_LIST, work.facts).is_granted
        made_at, asked_at = (row.made_at, row.asked_at) if row else (None, None)
        return cls(layout_for(work.actor), has_meetings, made_at, asked_at, address)


def appointments_of(work: UnitOfWork, actor: Actor) -> Sequence[Appointment]:
    """The actor's own times, from a month ago on; a meeting that was called off is not there."""
    recent = (Meeting.starts_at > work.now - LOOKED_BACK, Meeting.state != MeetingState.CANCELLED)
    seen = meetings_visible_to(work.session, actor, work.now, *recent)
    return [_appointment(work, actor, each) for each in sorted(seen, key=lambda each: each.begins)]


def _appointment(work: UnitOfWork, actor: Actor, seen: SeenMeeting) -> Appointment:
    """The count of changes is the person's own, as in mails. Of its making nothing is told: it might be another's."""
    told = times_told(work.session, seen.meeting.id, actor.person_id) if actor.person_id else 0
    return Appointment(
        uid=seen.meeting.calendar_uid,
        sequence=max(told - 1, 0),
        starts_at=seen.begins,
        ends_at=seen.ends,
        changed_at=work.now,
        link=Link(Page.MEETING, seen.meeting.id),
    )
