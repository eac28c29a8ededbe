"""Calling a group together, and what may be changed until it meets: the time, the place, or all of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.meetings.actions.agenda import add_item
from welfare.meetings.actions.inviting import follow_a_move
from welfare.meetings.actions.telling import calendars_follow
from welfare.meetings.models import Meeting, MeetingItem
from welfare.rules.meetings import MeetingState, check_step


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMeeting:
    """When and where, and how long each item is expected to take."""

    starts_at: datetime
    minutes: int
    place: str = ""
    link: str = ""


def plan_meeting(
    work: UnitOfWork, cases: Sequence[Case], command: PlanMeeting, series_id: UUID | None = None
) -> Meeting:
    """Plan one meeting about these matters, in this order, with everybody whom their consents admit.

    Nobody is told yet: inviting is a deed of its own. Raises ItemRefusedError.
    """
    convenor = _convenor(work)
    meeting = Meeting(
        id=uuid4(),
        controller_id=cases[0].controller_id,
        convenor_account_id=convenor[0],
        convenor_person_id=convenor[1],
        starts_at=command.starts_at,
        ends_at=command.starts_at,
        state=MeetingState.PLANNED,
        series_id=series_id,
        calendar_uid=uuid4(),
        calendar_sequence=0,
        planned_at=work.now,
    )
    work.encrypt_document(meeting, Meeting.document, {"place": command.place, "link": command.link})
    work.session.add(meeting)
    work.session.flush()
    for case in cases:
        add_item(work, meeting, case, command.minutes)
    return meeting


def move(work: UnitOfWork, meeting: Meeting, command: PlanMeeting) -> bool:
    """Change time or place; tells whether the time is another. Those invited are told, and only that it has changed."""
    length = meeting.ends_at - meeting.starts_at
    has_moved = meeting.starts_at != command.starts_at
    with calendars_follow(work, meeting):
        meeting.starts_at, meeting.ends_at = command.starts_at, command.starts_at + length
        meeting.calendar_sequence += has_moved
        work.encrypt_document(meeting, Meeting.document, {"place": command.place, "link": command.link})
        work.session.flush()
        if has_moved:
            follow_a_move(work, meeting)
    return has_moved


def call_off(work: UnitOfWork, meeting: Meeting) -> None:
    """Cancel a meeting that has not begun; it falls away from the calendars. Raises MeetingStepError."""
    check_step(meeting.state, MeetingState.CANCELLED)
    with calendars_follow(work, meeting):
        meeting.state, meeting.cancelled_at = MeetingState.CANCELLED, work.now
        meeting.calendar_sequence += 1


def number_in_matter(work: UnitOfWork, item: MeetingItem) -> int:
    """Which meeting about its matter this is, from 1, by time; those called off do not count."""
    meeting = work.session.get_one(Meeting, item.meeting_id)
    earlier = (
        select(func.count())
        .select_from(MeetingItem)
        .join(Meeting, Meeting.id == MeetingItem.meeting_id)
        .where(
            MeetingItem.case_id == item.case_id,
            Meeting.state != MeetingState.CANCELLED,
            Meeting.starts_at < meeting.starts_at,
        )
    )
    return (work.session.scalar(earlier) or 0) + 1


def _convenor(work: UnitOfWork) -> tuple[UUID, UUID]:
    if work.actor.account_id is None or work.actor.person_id is None:
        message = "a meeting is called together by a person"
        raise ValueError(message)
    return work.actor.account_id, work.actor.person_id
