"""Seats as pages show them, who may be named to one, and the voices that belong in a group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.group_words import DUTY_WORDS, HOLDER_WORDS, LANGUAGE_GROUPS, VOICE_WORDS, seat_days
from welfare.communal.models import GroupSeat, WelfareGroup
from welfare.communal.queries.groups import languages_of, seats_of, workplace_of
from welfare.organisations.models import Organisation
from welfare.organisations.words import LANGUAGE_WORDS
from welfare.people.pages.across_the_wall import staff_at, staff_names, works_among
from welfare.rules.actors import Role
from welfare.rules.unit_types import binds
from welfare.rules.welfare_groups import Duty, Point, SeatHolder, composition
from welfare.ui.fields import Option
from welfare.ui.locale import current_locale

Look = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SeatLine:
    """One seat, or several alike."""

    id: UUID
    name: str
    part: str
    note: str
    days: str
    is_held: bool
    is_vacant: bool
    """Whoever is named there works here no more."""


@dataclass(frozen=True, slots=True)
class PointLine:
    """One voice that belongs in the group."""

    words: str
    state: str
    look: Look
    law: str


@dataclass(frozen=True, slots=True)
class StaffChoice:
    """Somebody and the post that is sat for, as a form sends them."""

    person_id: UUID
    role: Role

    def __str__(self) -> str:
        """As a form sends it."""
        return f"{self.person_id}.{self.role.value}"


def staff_options(work: UnitOfWork, unit: Organisation) -> list[Option]:
    """Who may be named, each with the post."""
    workplace = workplace_of(work.session, unit)
    found = staff_at(work, workplace.places, workplace.roles, work.facts.on)
    return [Option(StaffChoice(each.person_id, each.role), f"{each.name}, {ROLE_WORDS[each.role]}") for each in found]


def language_options(work: UnitOfWork, unit: Organisation, *, for_groups: bool = False) -> list[Option]:
    """The languages of a bilingual unit, and both together; nothing where there is one."""
    languages = sorted(languages_of(work.session, unit))
    words = LANGUAGE_GROUPS if for_groups else LANGUAGE_WORDS
    together = Option("", _("Both languages together"))
    return [together, *(Option(code, words[code]) for code in languages)] if len(languages) > 1 else []


def present_among(work: UnitOfWork, unit: Organisation, rows: Sequence[GroupSeat]) -> frozenset[UUID]:
    """Which of the people named work here today."""
    workplace = workplace_of(work.session, unit)
    named = [row.person_id for row in rows if row.person_id is not None]
    return works_among(work.session, named, workplace.places, workplace.roles, work.facts.on)


def counts_today(work: UnitOfWork, group: WelfareGroup, seat: GroupSeat, present: frozenset[UUID]) -> bool:
    """Whether a seat is held; before and after the term of its group on the nearest day of it."""
    return _is_held(work, group, seat) and (seat.person_id is None or seat.person_id in present)


def seat_lines(
    work: UnitOfWork, group: WelfareGroup, rows: Sequence[GroupSeat], present: frozenset[UUID]
) -> Sequence[SeatLine]:
    """Seats, those who lead first."""
    names = staff_names(work, [row.person_id for row in rows if row.person_id is not None])
    order = tuple(Duty)
    ranked = sorted(rows, key=lambda row: (row.holder is not SeatHolder.STAFF, order.index(row.duty)))
    return [
        SeatLine(
            id=row.id,
            name=seat_name(row, names),
            part=_part(row),
            note=_note(row),
            days=seat_days(row, group),
            is_held=_is_held(work, group, row),
            is_vacant=row.person_id is not None and row.person_id not in present,
        )
        for row in ranked
    ]


def seat_name(seat: GroupSeat, names: Mapping[UUID, str]) -> str:
    """Who sits there: a name of the staff, or what the seats are for and how many."""
    if seat.person_id is not None:
        return names.get(seat.person_id, _("Somebody who is not in the directory any more"))
    words = seat.partner if seat.holder is SeatHolder.PARTNER else str(HOLDER_WORDS[seat.holder])
    return f"{words} ({seat.places})"


def name_of_seat(work: UnitOfWork, seat: GroupSeat) -> str:
    """Who sits on one seat."""
    return seat_name(seat, staff_names(work, [seat.person_id] if seat.person_id else []))


def seat_options(work: UnitOfWork, unit: Organisation, group: WelfareGroup) -> list[Option]:
    """The seats held on the last day of a term by people who still work here: who may go on."""
    rows = seats_of(work.session, [group.id])
    present = present_among(work, unit, rows)
    going = [
        row for row in rows if row.days.holds_on(group.ends_on) and (row.person_id is None or row.person_id in present)
    ]
    return [Option(line.id, line.name, line.part) for line in seat_lines(work, group, going, present)]


def points_of(
    unit: Organisation, group: WelfareGroup, seats: Sequence[GroupSeat], *, is_bilingual: bool
) -> Sequence[Point]:
    """What belongs in the group, by the seats that count: nothing where the section that asks for it is not its law."""
    points = composition(group.kind, [row.as_asked for row in seats], is_bilingual=is_bilingual)
    return [point for point in points if binds(point.source, unit.unit_type)]


def point_line(point: Point) -> PointLine:
    """One voice in words."""
    if point.is_heard:
        state, look = _("Is there"), ("good", "check")
    elif point.is_demanded:
        state, look = _("Missing"), ("late", "alert")
    else:
        state, look = _("Worth adding"), ("soon", "alert")
    return PointLine(str(VOICE_WORDS[point.voice]), state, look, point.source.text(current_locale()))


def _part(seat: GroupSeat) -> str:
    post = str(ROLE_WORDS[seat.role]) if seat.role else ""
    duty = str(DUTY_WORDS[seat.duty]) if seat.holder is SeatHolder.STAFF else ""
    return ", ".join(filter(None, (duty, post)))


def _note(seat: GroupSeat) -> str:
    language = str(LANGUAGE_WORDS[seat.language]) if seat.language else ""
    return " · ".join(filter(None, (seat.how_chosen, language)))


def _is_held(work: UnitOfWork, group: WelfareGroup, seat: GroupSeat) -> bool:
    day = min(max(work.facts.on, group.begins_on), group.ends_on)
    return seat.days.holds_on(day)
