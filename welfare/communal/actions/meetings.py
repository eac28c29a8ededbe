"""Planning a communal meeting, moving it, calling it off, and telling those who are named to the group."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.models import AgendaItem, CommunalMeeting, WelfareGroup
from welfare.communal.queries.groups import seats_of
from welfare.mail.queries import deliveries_about
from welfare.rules.communal_meetings import AGENDAS, INSIDE, AgendaKind, CommunalState
from welfare.rules.orders import Appointment, Link, MailKind, MailOrder, Page
from welfare.rules.registers import Register


class MeetingClosedError(ValueError):
    """The meeting has been called off, or its memo is closed."""


class StaleMeetingError(RuntimeError):
    """Somebody has saved the meeting since the form was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAndPlace:
    """When and where a group meets."""

    starts_at: datetime
    ends_at: datetime
    place: str = ""


def plan_meeting(
    work: UnitOfWork, group: WelfareGroup, when: TimeAndPlace, theme: tuple[str, str] = ("", "")
) -> CommunalMeeting:
    """Plan a meeting of a group, with the agenda that groups of its kind begin with and a theme in two languages."""
    meeting = CommunalMeeting(
        id=uuid4(),
        unit_id=group.unit_id,
        controller_id=group.controller_id,
        group_id=group.id,
        starts_at=when.starts_at,
        ends_at=when.ends_at,
        place=when.place,
        state=CommunalState.PLANNED,
        calendar_uid=uuid4(),
        calendar_sequence=0,
        planned_at=work.now,
        planned_by=work.actor.account_id,
    )
    work.session.add(meeting)
    work.session.flush()
    for place, kind in enumerate(AGENDAS[group.kind], 1):
        fi, sv = theme if kind is AgendaKind.THEME else ("", "")
        work.session.add(
            AgendaItem(
                id=uuid4(),
                meeting_id=meeting.id,
                place=place,
                kind=kind,
                title_fi=fi,
                title_sv=sv,
                text_fi="",
                text_sv="",
                is_public=kind not in INSIDE,
            )
        )
    work.session.flush()
    note_meeting(work, meeting, "planned")
    return meeting


def move_meeting(work: UnitOfWork, meeting: CommunalMeeting, when: TimeAndPlace, revision: int) -> None:
    """Change time or place; whoever has been told of the meeting is told, and finds the place here.

    Whoever holds a seat on the new day only is invited, and it falls away from the calendar of whoever does no more.
    Raises MeetingClosedError, StaleMeetingError.
    """
    lock_meeting(work, meeting)
    if meeting.revision != revision:
        raise StaleMeetingError
    before = meeting.starts_at, meeting.ends_at, meeting.place
    meeting.starts_at, meeting.ends_at, meeting.place = when.starts_at, when.ends_at, when.place
    if before != (when.starts_at, when.ends_at, when.place) and meeting.invited_at is not None:
        meeting.calendar_sequence += 1
        told, members = told_of(work, meeting), set(members_on_the_day(work, meeting))
        _tell(work, meeting, MailKind.MEETING_CANCELLED, told - members)
        _tell(work, meeting, MailKind.MEETING_CHANGED, told & members)
        _tell(work, meeting, MailKind.MEETING_INVITED, members - told)
    work.session.flush()
    note_meeting(work, meeting, "moved")


def call_off_meeting(work: UnitOfWork, meeting: CommunalMeeting) -> None:
    """Call it off; it falls away from the calendars. Raises MeetingClosedError."""
    lock_meeting(work, meeting)
    meeting.state = CommunalState.CANCELLED
    if meeting.invited_at is not None:
        meeting.calendar_sequence += 1
        _tell(work, meeting, MailKind.MEETING_CANCELLED, told_of(work, meeting))
    work.session.flush()
    note_meeting(work, meeting, "called_off")


def invite_group(work: UnitOfWork, meeting: CommunalMeeting) -> int:
    """Tell everybody of the staff who is named for that day, once; how many they are. Raises MeetingClosedError.

    The mail is silent: it says that there is a meeting, and leads here. Representatives of pupils and guardians have no
    name here, so whoever leads them tells them.
    """
    lock_meeting(work, meeting)
    if meeting.invited_at is not None:
        return 0
    meeting.invited_at = work.now
    members = members_on_the_day(work, meeting)
    _tell(work, meeting, MailKind.MEETING_INVITED, members)
    work.session.flush()
    note_meeting(work, meeting, "invited")
    return len(members)


def lock_meeting(work: UnitOfWork, meeting: CommunalMeeting) -> None:
    """Wait for whoever changes the same meeting, and see it so. Raises MeetingClosedError."""
    work.session.refresh(meeting, with_for_update=True)
    if meeting.state is not CommunalState.PLANNED:
        raise MeetingClosedError(meeting.state)


def note_meeting(work: UnitOfWork, meeting: CommunalMeeting, what: str) -> None:
    """Leave in the event what was done about a meeting."""
    subjects = (("unit", meeting.unit_id), ("communal_meeting", meeting.id))
    work.note(meeting.controller_id, Register.COMMUNAL, *subjects, meeting=what)


def members_on_the_day(work: UnitOfWork, meeting: CommunalMeeting) -> Sequence[UUID]:
    """Whoever of the staff holds a seat on the day of a meeting."""
    day = meeting.starts_at.astimezone(HOME_ZONE).date()
    rows = seats_of(work.session, [meeting.group_id])
    return sorted({row.person_id for row in rows if row.person_id is not None and row.days.holds_on(day)})


def told_of(work: UnitOfWork, meeting: CommunalMeeting) -> set[UUID]:
    """Whoever has it in a calendar by our mails: invited, and not told since that it has fallen away."""
    steps = {MailKind.MEETING_INVITED: 1, MailKind.MEETING_CANCELLED: -1}
    standing: Counter[UUID] = Counter()
    for mail in deliveries_about(work.session, meeting.id):
        standing[mail.person_id] += steps.get(mail.kind, 0)
    return {person_id for person_id, count in standing.items() if count > 0}


def _tell(work: UnitOfWork, meeting: CommunalMeeting, kind: MailKind, people: Iterable[UUID]) -> None:
    is_cancelled = kind is MailKind.MEETING_CANCELLED
    link = Link() if is_cancelled else Link(Page.COMMUNAL_MEETING, meeting.id)
    appointment = Appointment(
        uid=meeting.calendar_uid,
        sequence=meeting.calendar_sequence,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        changed_at=work.now,
        link=link,
        is_cancelled=is_cancelled,
    )
    for person_id in sorted(people):
        work.plan_mail(
            MailOrder(kind=kind, person_id=person_id, about_id=meeting.id, link=link, appointment=appointment)
        )
