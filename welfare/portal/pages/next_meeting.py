"""The next meeting about the student: when, where, and the way to answer."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from flask import url_for
from sqlalchemy import select

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings.models import Attendee, Meeting
from welfare.meetings.pages.planning import meeting_place
from welfare.meetings.queries.seen import SeenItem, SeenMeeting, meetings_visible_to
from welfare.portal.pages.reader import Reader
from welfare.rules.invitations import Reply
from welfare.rules.meetings import MeetingState, state_of_own
from welfare.ui.formats import weekday_names

TO_COME = frozenset({MeetingState.PLANNED, MeetingState.RUNNING})


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """The soonest item that has not ended."""

    begins: datetime
    ends: datetime
    place: str
    link: str
    url: str
    reply_url: str
    """Where the answer is read and changed; empty when it is too late."""
    accept_url: str
    """Where a yes is sent with one press; empty once an answer has been given."""
    is_answered: bool
    is_accepted: bool

    @property
    def day(self) -> date:
        """The day in Finland."""
        return self.begins.astimezone(HOME_ZONE).date()

    @property
    def weekday(self) -> str:
        """Its name, short."""
        return weekday_names()[self.day.weekday()][0]


def next_meeting(work: UnitOfWork, reader: Reader, case_id: UUID | None = None) -> NextMeeting | None:
    """Of one matter or of any: it exists for a reader who is invited, and for no guardian shut out (rule 13)."""
    seen = meetings_visible_to(work.session, work.actor, work.now, Meeting.ends_at > work.now)
    about = [
        (meeting, item)
        for meeting in seen
        for item in meeting.items
        if item.case.student_id == reader.student_id
        and case_id in {None, item.case.id}
        and item.ends > work.now
        and _state(meeting, item) in TO_COME
    ]
    if not about:
        return None
    return _told(work, reader, *min(about, key=lambda each: (each[1].begins, each[1].item.id)))


def _told(work: UnitOfWork, reader: Reader, seen: SeenMeeting, own: SeenItem) -> NextMeeting:
    place, link = meeting_place(work, seen.meeting) if reader.may_know_where else ("", "")
    attendee = _own_attendee(work, own)
    is_open = _state(seen, own) is MeetingState.PLANNED
    is_answered = attendee.reply is not Reply.NONE
    return NextMeeting(
        begins=own.begins,
        ends=own.ends,
        place=place,
        link=link,
        url=url_for("meetings.show", meeting=seen.meeting.id),
        reply_url=_way("begin_reply", attendee) if is_open else "",
        accept_url=_way("reply", attendee) if is_open and not is_answered else "",
        is_answered=is_answered,
        is_accepted=attendee.reply is Reply.ACCEPTED,
    )


def _state(seen: SeenMeeting, own: SeenItem) -> MeetingState:
    """How far one's own turn is: nothing tells whether the meeting goes on with others."""
    return state_of_own(seen.meeting.state, [own.item.state])


def _own_attendee(work: UnitOfWork, own: SeenItem) -> Attendee:
    invited = (Attendee.item_id == own.item.id, Attendee.account_id == work.actor.account_id)
    return work.session.scalars(select(Attendee).where(*invited)).one()


def _way(deed: str, row: Attendee) -> str:
    return url_for(f"meetings.{deed}", meeting=row.meeting_id, item=row.item_id, attendee=row.id)
