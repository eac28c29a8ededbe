"""Finding a unit's groups, their seats, and who may be named to them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import load_unit
from welfare.communal.models import GroupSeat, WelfareGroup
from welfare.communal.queries.terms import is_in_office
from welfare.organisations.models import Organisation, OrganisationKind, SchoolYear
from welfare.rules.actors import WELFARE_PROFESSIONALS, Role
from welfare.rules.communal_grants import COMMUNITY_STAFF, COORDINATORS

NAMED_BY_THE_COUNTY = WELFARE_PROFESSIONALS | COORDINATORS | {Role.PRINCIPAL}
"""Of a whole county's staff those who can be expected in its groups."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where somebody must work, and in which posts, to be named to a group of a unit."""

    places: frozenset[UUID]
    roles: frozenset[Role]


def load_group(reading: Reading, group_id: UUID) -> Loaded | None:
    """Loader of ``<welfare_group_id:group>`` within a unit."""
    unit, row = reading.loaded.get("unit"), reading.session.get(WelfareGroup, group_id)
    if not isinstance(unit, Organisation) or row is None or row.unit_id != unit.id:
        return None
    return _within(reading, unit, row, ("welfare_group", row.id))


def load_seat(reading: Reading, seat_id: UUID) -> Loaded | None:
    """Loader of ``<seat_id:seat>`` within a group."""
    unit, group = reading.loaded.get("unit"), reading.loaded.get("group")
    row = reading.session.get(GroupSeat, seat_id)
    if not isinstance(unit, Organisation) or not isinstance(group, WelfareGroup):
        return None
    return _within(reading, unit, row, ("welfare_group", group.id)) if row and row.group_id == group.id else None


def groups_of(session: Session, unit_id: UUID) -> Sequence[WelfareGroup]:
    """Every group that a unit has or has had, the latest term first."""
    statement = select(WelfareGroup).where(WelfareGroup.unit_id == unit_id)
    return session.scalars(statement.order_by(WelfareGroup.begins_on.desc(), WelfareGroup.kind, WelfareGroup.id)).all()


def groups_in_office(session: Session, unit_ids: Sequence[UUID], on: date) -> Sequence[WelfareGroup]:
    """The groups of some units whose term a day lies in."""
    statement = select(WelfareGroup).where(WelfareGroup.unit_id.in_(unit_ids), is_in_office(on))
    return session.scalars(statement.order_by(WelfareGroup.kind, WelfareGroup.language, WelfareGroup.id)).all()


def seats_of(session: Session, group_ids: Sequence[UUID]) -> Sequence[GroupSeat]:
    """Every seat of some groups, in the order in which they begin."""
    statement = select(GroupSeat).where(GroupSeat.group_id.in_(group_ids))
    return session.scalars(statement.order_by(GroupSeat.begins_on, GroupSeat.named_at, GroupSeat.id)).all()


def workplace_of(session: Session, unit: Organisation) -> Workplace:
    """Of a school its own staff and the offices above it; of an office also everybody below it who may be named."""
    above = {unit.id, *(id for id in (unit.provider_id, unit.county_id) if id is not None)}
    below = _BELOW.get(unit.kind)
    if below is None:
        return Workplace(frozenset(above), COMMUNITY_STAFF)
    within = select(Organisation.id).where(below == unit.id, Organisation.ended_on.is_(None))
    roles = NAMED_BY_THE_COUNTY if unit.kind is OrganisationKind.COUNTY else COMMUNITY_STAFF
    return Workplace(frozenset(above | set(session.scalars(within))), roles)


def languages_of(session: Session, unit: Organisation) -> frozenset[str]:
    """The national languages of a unit: a school's own, an office's those of its schools."""
    below = _BELOW.get(unit.kind)
    if below is None:
        return _national([unit.teaching_languages])
    statement = select(Organisation.teaching_languages).where(
        below == unit.id, Organisation.kind == OrganisationKind.SCHOOL, Organisation.ended_on.is_(None)
    )
    return _national(session.scalars(statement.distinct()).all())


_BELOW = MappingProxyType(
    {OrganisationKind.PROVIDER: Organisation.provider_id, OrganisationKind.COUNTY: Organisation.county_id}
)


def _national(codes: Sequence[str]) -> frozenset[str]:
    return frozenset(code for each in codes for code in each.split(",") if code in {"fi", "sv"})


def _within(reading: Reading, unit: Organisation, row: object, subject: tuple[str, UUID]) -> Loaded | None:
    found = load_unit(reading, unit.id)
    if found is None:
        return None
    return Loaded(row, replace(found.facts, subject_ids=(*found.facts.subject_ids, subject)))


def coming_year(session: Session, unit: Organisation, on: date) -> SchoolYear | None:
    """The school year of a unit or its provider that a day lies in, or the next one."""
    statement = select(SchoolYear).where(
        SchoolYear.organisation_id.in_([id for id in (unit.id, unit.provider_id) if id]), SchoolYear.ends_on >= on
    )
    return session.scalars(statement.order_by(SchoolYear.starts_on, SchoolYear.id)).first()
