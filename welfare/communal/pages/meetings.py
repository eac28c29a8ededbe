"""Communal meetings as pages show them: the list of a unit's, one of them, and its agenda."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.data.agenda import item_title
from welfare.communal.group_words import group_name
from welfare.communal.meeting_words import MEMO_OPEN, STATE_LOOKS, STATE_WORDS, Look
from welfare.communal.models import AgendaItem, CommunalMeeting, WelfareGroup
from welfare.communal.pages.attendance import AttendanceLine, attendance_lines
from welfare.communal.pages.decisions import DecisionLine, decision_lines
from welfare.communal.pages.units import UnitHead
from welfare.communal.queries.groups import groups_in_office, groups_of
from welfare.communal.queries.meetings import (
    additions_to,
    decisions_of_meeting,
    decisions_of_unit,
    items_of,
    meetings_of,
)
from welfare.organisations.models import Organisation
from welfare.people.pages.across_the_wall import staff_names
from welfare.rules.communal_meetings import CommunalState, DecisionState
from welfare.rules.languages import in_language
from welfare.rules.permissions import Permission, decide
from welfare.ui.fields import Option
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting in a list."""

    id: UUID
    group: str
    begins: datetime
    ends: datetime
    state: str
    look: Look
    is_coming: bool


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item of an agenda, and what the memo says of it in the reader's language, else in the other."""

    id: UUID
    number: int
    title: str
    text: str
    is_public: bool
    is_written: bool


@dataclass(frozen=True, slots=True)
class AdditionLine:
    """Something added to a closed memo."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """The meetings of a unit, and the decisions that wait."""

    head: UnitHead
    coming: Sequence[MeetingLine]
    held: Sequence[MeetingLine]
    open_decisions: Sequence[DecisionLine]
    ended_decisions: Sequence[DecisionLine]
    has_group: bool

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "MeetingsPage":
        """Read them."""
        groups = {group.id: group for group in groups_of(work.session, unit.id)}
        lines = [_line(work, unit, groups[each.group_id], each) for each in meetings_of(work.session, unit.id)]
        rows = decisions_of_unit(work.session, unit.id)
        waiting = [row for row in reversed(rows) if row.state is DecisionState.OPEN]
        ended = [row for row in rows if row.state is not DecisionState.OPEN]
        return cls(
            head=UnitHead.of(work, unit),
            coming=sorted((line for line in lines if line.is_coming), key=lambda line: line.begins),
            held=[line for line in lines if not line.is_coming],
            open_decisions=decision_lines(work, waiting),
            ended_decisions=decision_lines(work, ended),
            has_group=any(group.term.holds_on(work.facts.on) for group in groups.values()),
        )


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """One meeting."""

    head: UnitHead
    line: MeetingLine
    place: str
    items: Sequence[ItemLine]
    attendance: Sequence[AttendanceLine]
    decisions: Sequence[DecisionLine]
    additions: Sequence[AdditionLine]
    closed_at: datetime | None
    closed_by: str
    is_open: bool
    is_invited: bool
    may_write: bool
    may_close: bool

    @classmethod
    def of(cls, work: UnitOfWork, meeting: CommunalMeeting) -> "MeetingPage":
        """The memo is shown to everybody when it is closed, and to its writers before."""
        unit = unit_of(work, meeting)
        head, is_final = UnitHead.of(work, unit), meeting.state is CommunalState.FINAL
        may_see = is_final or head.may_write
        closer, items = meeting.finalised_by, items_of(work.session, meeting.id)
        return cls(
            head=head,
            line=meeting_line(work, unit, meeting),
            place=meeting.place,
            items=[item_line(item) if may_see else bare(item_line(item)) for item in items],
            attendance=attendance_lines(work, meeting) if may_see else [],
            decisions=decision_lines(work, decisions_of_meeting(work.session, meeting.id)),
            additions=addition_lines(work, meeting, current_locale()),
            closed_at=meeting.finalised_at,
            closed_by="".join(staff_names(work, [closer]).values()) if closer else "",
            is_open=meeting.state is CommunalState.PLANNED,
            is_invited=meeting.invited_at is not None,
            may_write=head.may_write and meeting.state is CommunalState.PLANNED,
            may_close=decide(work.actor, Permission.COMMUNITY_CLOSE_MEMO, work.facts).is_granted,
        )


def unit_of(work: UnitOfWork, meeting: CommunalMeeting) -> Organisation:
    """The unit that a meeting belongs to."""
    return work.session.get_one(Organisation, meeting.unit_id)


def meeting_line(work: UnitOfWork, unit: Organisation, meeting: CommunalMeeting) -> MeetingLine:
    """One meeting by itself; a list reads its groups at once."""
    return _line(work, unit, work.session.get_one(WelfareGroup, meeting.group_id), meeting)


def _line(work: UnitOfWork, unit: Organisation, group: WelfareGroup, meeting: CommunalMeeting) -> MeetingLine:
    """A coming meeting has not been called off, and its day has not passed."""
    day = meeting.starts_at.astimezone(HOME_ZONE).date()
    has_begun = meeting.state is CommunalState.PLANNED and meeting.starts_at <= work.now
    return MeetingLine(
        id=meeting.id,
        group=group_name(group, unit),
        begins=meeting.starts_at,
        ends=meeting.ends_at,
        state=str(MEMO_OPEN if has_begun else STATE_WORDS[meeting.state]),
        look=("soon", "note") if has_begun else STATE_LOOKS[meeting.state],
        is_coming=meeting.state is CommunalState.PLANNED and day >= work.facts.on,
    )


def item_line(item: AgendaItem, language: str = "") -> ItemLine:
    """One item in a language, the reader's unless one is named."""
    spoken = language or current_locale()
    return ItemLine(
        id=item.id,
        number=item.place,
        title=item_title(item.kind, item.title_fi, item.title_sv, spoken),
        text=in_language(item.text_fi, item.text_sv, spoken),
        is_public=item.is_public,
        is_written=bool(item.text_fi or item.text_sv),
    )


def bare(line: ItemLine) -> ItemLine:
    """An item of an agenda without what the unfinished memo says of it."""
    return ItemLine(line.id, line.number, line.title, "", line.is_public, is_written=False)


def addition_lines(work: UnitOfWork, meeting: CommunalMeeting, language: str) -> Sequence[AdditionLine]:
    """What was added to a memo, each with who did."""
    rows = additions_to(work.session, meeting.id)
    names = staff_names(work, [row.added_by for row in rows])
    return [AdditionLine(row.text(language), names.get(row.added_by, ""), row.added_at) for row in rows]


def group_options(work: UnitOfWork, unit: Organisation) -> list[Option]:
    """The groups in office, which can be called together."""
    rows = groups_in_office(work.session, [unit.id], work.facts.on)
    return [Option(row.id, group_name(row, unit)) for row in rows]
