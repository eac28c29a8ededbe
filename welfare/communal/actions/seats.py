"""Naming somebody to a seat of a group, and ending it. Nothing is taken out: the history of a group is its seats."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.actions.groups import note_group
from welfare.communal.models import GroupSeat, WelfareGroup
from welfare.communal.queries.groups import seats_of, workplace_of
from welfare.organisations.models import Organisation
from welfare.people.pages.across_the_wall import works_among
from welfare.rules.actors import Role
from welfare.rules.welfare_groups import Duty, SeatHolder, Span, SpanLack, what_blocks_seat


class SeatRefusedError(ValueError):
    """The seat cannot be had for these days."""

    def __init__(self, lacks: Collection[SpanLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


class NotOfTheStaffError(ValueError):
    """Only the staff of the unit are named by name; of pupils and guardians no communal table may know anybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSeat:
    """Who or what sits there, for what, and from when to when."""

    holder: SeatHolder
    begins_on: date
    ends_on: date | None = None
    duty: Duty = Duty.MEMBER
    person_id: UUID | None = None
    role: Role | None = None
    partner: str = ""
    how_chosen: str = ""
    places: int = 1
    language: str = ""


def name_to_seat(work: UnitOfWork, unit: Organisation, group: WelfareGroup, new: NewSeat) -> GroupSeat:
    """Name somebody to a seat. Raises SeatRefusedError, NotOfTheStaffError."""
    work.session.refresh(group, with_for_update=True)
    _check_person(work, unit, new)
    rows = seats_of(work.session, [group.id])
    own = [row.days for row in rows if row.person_id is not None and row.person_id == new.person_id]
    chairs = [row.days for row in rows if row.duty is new.duty is Duty.CHAIR]
    _check_days(Span(new.begins_on, new.ends_on), group, own, chairs)
    seat = GroupSeat(id=uuid4(), group_id=group.id, named_at=work.now, named_by=work.actor.account_id, **asdict(new))
    work.session.add(seat)
    work.session.flush()
    note_group(work, group, "seated")
    return seat


def end_seat(work: UnitOfWork, group: WelfareGroup, seat: GroupSeat, last_day: date) -> None:
    """Let a seat end on a day. Raises SeatRefusedError."""
    work.session.refresh(group, with_for_update=True)
    _check_days(Span(seat.begins_on, last_day), group, [], [])
    seat.ends_on = last_day
    work.session.flush()
    note_group(work, group, "unseated")


def _check_days(days: Span, group: WelfareGroup, own: list[Span], chairs: list[Span]) -> None:
    lacks = what_blocks_seat(days, group.term, own, chairs)
    if lacks:
        raise SeatRefusedError(lacks)


def _check_person(work: UnitOfWork, unit: Organisation, new: NewSeat) -> None:
    if (new.holder is SeatHolder.STAFF) != (new.person_id is not None):
        raise NotOfTheStaffError
    if new.person_id is None:
        return
    workplace = workplace_of(work.session, unit)
    roles = workplace.roles & {new.role}
    if not works_among(work.session, [new.person_id], workplace.places, roles, work.facts.on):
        raise NotOfTheStaffError
