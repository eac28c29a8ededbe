"""A unit's groups: those in office, those before them, and one of them with its seats and what it lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.group_words import KINDS_OF, VOICE_WORDS, group_name, kind_words, term_text
from welfare.communal.models import GroupSeat, WelfareGroup
from welfare.communal.pages.seats import (
    PointLine,
    SeatLine,
    counts_today,
    point_line,
    points_of,
    present_among,
    seat_lines,
)
from welfare.communal.pages.units import UnitHead
from welfare.communal.queries.groups import groups_of, languages_of, seats_of
from welfare.organisations.models import Organisation
from welfare.rules.welfare_groups import what_is_lacking
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group in the list."""

    id: UUID
    name: str
    term: str
    is_in_office: bool
    is_to_come: bool
    lacking: str
    """What the act demands and the group does not have, in words; empty where all is in order."""
    is_judged: bool
    """Whether an act says who belongs in it."""
    size: str


@dataclass(frozen=True, slots=True)
class GroupsPage:
    """All groups of a unit, and which could be named."""

    head: UnitHead
    now: Sequence[GroupLine]
    earlier: Sequence[GroupLine]
    kinds: Sequence[tuple[str, str]]
    """Code and name of each kind that belongs to this level."""

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "GroupsPage":
        """Read them; names are not opened."""
        lines = group_lines(work, unit)
        now = [line for line in lines if line.is_in_office or line.is_to_come]
        kinds = [(kind.value, kind_words(kind, unit)) for kind in KINDS_OF[unit.kind]]
        return cls(UnitHead.of(work, unit), now, [line for line in lines if line not in now], kinds)


@dataclass(frozen=True, slots=True)
class GroupPage:
    """One group."""

    head: UnitHead
    line: GroupLine
    tasks: str
    decision: str
    seats: Sequence[SeatLine]
    earlier_seats: Sequence[SeatLine]
    points: Sequence[PointLine]

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation, group: WelfareGroup) -> "GroupPage":
        """Open the names of the staff in it."""
        rows = seats_of(work.session, [group.id])
        present = present_among(work, unit, rows)
        lines = seat_lines(work, group, rows, present)
        counted = [row for row in rows if counts_today(work, group, row, present)]
        is_bilingual = len(languages_of(work.session, unit)) > 1
        return cls(
            head=UnitHead.of(work, unit),
            line=_group_line(work, unit, group, counted, is_bilingual=is_bilingual),
            tasks=group.tasks(current_locale()),
            decision=group.decision,
            seats=[line for line in lines if line.is_held],
            earlier_seats=[line for line in lines if not line.is_held],
            points=[point_line(point) for point in points_of(unit, group, counted, is_bilingual=is_bilingual)],
        )


def group_lines(work: UnitOfWork, unit: Organisation) -> Sequence[GroupLine]:
    """The groups of a unit, the latest term first."""
    groups = groups_of(work.session, unit.id)
    rows = seats_of(work.session, [group.id for group in groups])
    present = present_among(work, unit, rows)
    by_id = {group.id: group for group in groups}
    counted = [row for row in rows if counts_today(work, by_id[row.group_id], row, present)]
    is_bilingual = len(languages_of(work.session, unit)) > 1
    return [
        _group_line(work, unit, each, [row for row in counted if row.group_id == each.id], is_bilingual=is_bilingual)
        for each in groups
    ]


def _group_line(
    work: UnitOfWork, unit: Organisation, group: WelfareGroup, counted: Sequence[GroupSeat], *, is_bilingual: bool
) -> GroupLine:
    points = points_of(unit, group, counted, is_bilingual=is_bilingual)
    lacking = what_is_lacking(points)
    places = sum(row.places for row in counted)
    return GroupLine(
        id=group.id,
        name=group_name(group, unit),
        term=term_text(group),
        is_in_office=group.term.holds_on(work.facts.on),
        is_to_come=group.begins_on > work.facts.on,
        lacking=", ".join(str(VOICE_WORDS[voice]) for voice in lacking),
        is_judged=bool(points),
        size=ngettext("%(num)d seat", "%(num)d seats", places),
    )
