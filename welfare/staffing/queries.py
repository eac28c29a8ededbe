"""Reading pupils and posts: for many units at once, in a number of statements that does not grow with them."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import unit_facts
from welfare.db.base import Revised
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.school_years import SchoolYear
from welfare.rules.unit_types import has_pupils
from welfare.staffing.models import PupilCount, StaffPost


def load_place(reading: Reading, place_id: UUID) -> Loaded | None:
    """Loader of ``<place_id:place>``: the unit that arranges the service, or a unit that lies below it."""
    unit, place = reading.loaded.get("unit"), reading.session.get(Organisation, place_id)
    if not isinstance(unit, Organisation) or place is None or place.ended_on is not None:
        return None
    if unit.id not in {place.id, place.provider_id, place.county_id} or not has_pupils(place.unit_type):
        return None
    return Loaded(place, unit_facts(reading, unit))


def pupils_of(session: Session, school_ids: Collection[UUID], year: SchoolYear) -> Sequence[PupilCount]:
    """What has been counted in these schools."""
    wanted = PupilCount.school_id.in_(school_ids), PupilCount.year == year.begins_in
    return session.scalars(select(PupilCount).where(*wanted).order_by(PupilCount.level, PupilCount.language)).all()


def posts_for(session: Session, place_ids: Collection[UUID], year: SchoolYear) -> Sequence[StaffPost]:
    """The posts for these places, whoever arranges them."""
    wanted = StaffPost.place_id.in_(place_ids), StaffPost.year == year.begins_in
    return session.scalars(select(StaffPost).where(*wanted).order_by(StaffPost.service, StaffPost.language)).all()


def posts_by(session: Session, arranger_id: UUID, place_id: UUID, year: SchoolYear) -> Sequence[StaffPost]:
    """The posts that one unit arranges for one place."""
    return [row for row in posts_for(session, [place_id], year) if row.arranger_id == arranger_id]


def places_within(session: Session, units: Collection[UUID]) -> Sequence[Organisation]:
    """These units and what lies below them, but where there are no pupils to reckon posts by (OHL 1 §, 9 a §)."""
    below = or_(Organisation.provider_id.in_(units), Organisation.county_id.in_(units), Organisation.id.in_(units))
    statement = select(Organisation).where(below, Organisation.ended_on.is_(None))
    found = session.scalars(statement.order_by(Organisation.name_fi, Organisation.id)).all()
    return [place for place in found if has_pupils(place.unit_type)]


def schools_among(places: Iterable[Organisation]) -> list[Organisation]:
    """Those that have pupils."""
    return [each for each in places if each.kind is OrganisationKind.SCHOOL]


def revision_of_rows(rows: Iterable[Revised]) -> int:
    """A number that grows with each change of any of them."""
    return sum(row.revision for row in rows)
