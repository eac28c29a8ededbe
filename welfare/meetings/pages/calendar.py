"""One's own meetings by week or month; of each only what is one's own."""

from calendar import Calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from flask import url_for

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.queries import people_by_id
from welfare.meetings.models import Meeting
from welfare.meetings.queries.seen import SeenMeeting, meetings_visible_to
from welfare.meetings.words import STATE_LOOKS, STATE_WORDS
from welfare.people.pages import PersonName, names_of
from welfare.rules.actors import World
from welfare.rules.permissions import Permission, decide
from welfare.ui.formats import date_range_text, month_text, weekday_names
from welfare.ui.layouts import layout_for

WEEK, MONTH = "week", "month"
VIEWS = (WEEK, MONTH)


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting in a list."""

    id: UUID
    begins: datetime
    ends: datetime
    what: Sequence[tuple[str, str]]
    """Number and student of each own item; nothing for students and guardians, whose own matter it is."""
    words: str
    look: tuple[str, str]


@dataclass(frozen=True, slots=True)
class DayOfMeetings:
    """One day of the calendar and its meetings."""

    day: date
    is_today: bool
    is_outside: bool
    """Beside the month that is shown."""
    meetings: Sequence[MeetingLine]


@dataclass(frozen=True, slots=True)
class MeetingCalendar:
    """A week or a month of one's meetings."""

    layout: str
    view: str
    first: date
    last: date
    shown: date
    days: Sequence[DayOfMeetings]
    may_plan: bool
    is_staff: bool

    @classmethod
    def of(cls, work: UnitOfWork, view: str, around: date) -> "MeetingCalendar":
        """The week or month around a day."""
        days = _days(view, around)
        begins = datetime.combine(days[0], datetime.min.time(), HOME_ZONE)
        ends = datetime.combine(days[-1] + timedelta(days=1), datetime.min.time(), HOME_ZONE)
        within = (Meeting.starts_at >= begins, Meeting.starts_at < ends)
        seen = meetings_visible_to(work.session, work.actor, work.now, *within)
        lines = _lines(work, seen)
        is_staff = work.actor.world is World.STAFF
        return cls(
            layout=layout_for(work.actor),
            view=view,
            first=days[0],
            last=days[-1],
            shown=around,
            days=[_day(work, day, lines, is_outside=view == MONTH and day.month != around.month) for day in days],
            may_plan=is_staff and decide(work.actor, Permission.MEETING_PLAN, work.facts).is_granted,
            is_staff=is_staff,
        )

    @property
    def is_empty(self) -> bool:
        """Whether no meeting falls on these days."""
        return not any(day.meetings for day in self.days)

    @property
    def title(self) -> str:
        """Which week or month it is."""
        return month_text(self.shown) if self.view == MONTH else date_range_text(self.first, self.last)

    @property
    def weekdays(self) -> list[tuple[str, str]]:
        """Monday to Sunday, short and in full."""
        return weekday_names()

    @property
    def weeks(self) -> Sequence[Sequence[DayOfMeetings]]:
        """The days in rows of seven."""
        return [self.days[n : n + 7] for n in range(0, len(self.days), 7)]

    @property
    def earlier(self) -> str:
        """Where the week or month before is."""
        return self.address(self.view, self.first - timedelta(days=1) if self.view == WEEK else _before(self.shown))

    @property
    def later(self) -> str:
        """Where the next one is."""
        return self.address(self.view, self.last + timedelta(days=1) if self.view == WEEK else _after(self.shown))

    def address(self, view: str, day: date | None = None) -> str:
        """Where another view of a day is; today's where none is named."""
        return url_for("meetings.mine", view=None if view == WEEK else view, day=day.isoformat() if day else None)


def _days(view: str, around: date) -> list[date]:
    if view == WEEK:
        monday = around - timedelta(days=around.weekday())
        return [monday + timedelta(days=n) for n in range(7)]
    return list(Calendar().itermonthdates(around.year, around.month))


def _before(shown: date) -> date:
    return shown.replace(day=1) - timedelta(days=1)


def _after(shown: date) -> date:
    return (shown.replace(day=1) + timedelta(days=32)).replace(day=1)


def _day(work: UnitOfWork, day: date, lines: Sequence[MeetingLine], *, is_outside: bool) -> DayOfMeetings:
    own = [line for line in lines if line.begins.astimezone(HOME_ZONE).date() == day]
    return DayOfMeetings(day, day == work.facts.on, is_outside, own)


def _lines(work: UnitOfWork, seen: Sequence[SeenMeeting]) -> list[MeetingLine]:
    is_staff = work.actor.world is World.STAFF
    student_ids = {item.case.student_id for found in seen for item in found.items}
    names: dict[UUID, PersonName] = names_of(work, people_by_id(work.session, student_ids).values()) if is_staff else {}
    lines = [
        MeetingLine(
            id=found.meeting.id,
            begins=found.begins,
            ends=found.ends,
            what=[(item.case.number, names[item.case.student_id].full) for item in found.items] if is_staff else [],
            words=str(STATE_WORDS[found.state]),
            look=STATE_LOOKS[found.state],
        )
        for found in seen
    ]
    return sorted(lines, key=lambda line: line.begins)
