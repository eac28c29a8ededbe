"""Who was at a communal meeting, seat by seat."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.models import CommunalMeeting, GroupSeat, WelfareGroup
from welfare.communal.pages.seats import SeatLine, seat_lines
from welfare.communal.queries.groups import seats_of
from welfare.communal.queries.meetings import attendance_of


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """One seat, and how many of it were there."""

    name: str
    part: str
    words: str
    was_there: bool


def seats_on_the_day(work: UnitOfWork, meeting: CommunalMeeting) -> Sequence[tuple[GroupSeat, SeatLine]]:
    """The seats of the group that are held on the day of a meeting."""
    day = meeting.starts_at.astimezone(HOME_ZONE).date()
    rows = [row for row in seats_of(work.session, [meeting.group_id]) if row.days.holds_on(day)]
    named = frozenset(row.person_id for row in rows if row.person_id is not None)
    by_id = {row.id: row for row in rows}
    group = work.session.get_one(WelfareGroup, meeting.group_id)
    return [(by_id[line.id], line) for line in seat_lines(work, group, rows, named)]


def attendance_lines(work: UnitOfWork, meeting: CommunalMeeting) -> Sequence[AttendanceLine]:
    """Every seat with who was there; nothing before anybody has been marked."""
    kept = attendance_of(work.session, meeting.id)
    if not kept:
        return []
    return [
        AttendanceLine(line.name, line.part, _words(seat, present), present > 0)
        for seat, line in seats_on_the_day(work, meeting)
        for present in [kept[seat.id].present if seat.id in kept else 0]
    ]


def _words(seat: GroupSeat, present: int) -> str:
    if seat.person_id is None:
        return _("%(present)s of %(places)s there", present=present, places=seat.places)
    return _("There") if present else _("Absent")
