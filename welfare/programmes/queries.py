"""Finding programmes, their steps, their staff and what has been counted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import unit_facts
from welfare.organisations.models import Organisation, OrganisationKind, SchoolClass
from welfare.programmes.models import Programme, ProgrammeEntry, ProgrammeStaff, ProgrammeSteps
from welfare.rules.programmes import Counted, ProgrammeKind
from welfare.rules.terms import term_in


def load_programme(reading: Reading, programme_id: UUID) -> Loaded | None:
    """Loader of ``<programme_id:programme>`` within a unit; its coordinator keeps its tallies."""
    unit, row = reading.loaded.get("unit"), reading.session.get(Programme, programme_id)
    if not isinstance(unit, Organisation) or row is None or row.unit_id != unit.id:
        return None
    facts = unit_facts(reading, unit)
    subjects = (*facts.subject_ids, ("programme", row.id))
    return Loaded(row, replace(facts, subject_ids=subjects, owner_account_id=row.coordinator_id))


def load_entry(reading: Reading, entry_id: UUID) -> Loaded | None:
    """Loader of ``<programme_entry_id:tally>`` within a programme: its writer's own."""
    programme, row = reading.loaded.get("programme"), reading.session.get(ProgrammeEntry, entry_id)
    if not isinstance(programme, Programme) or row is None or row.programme_id != programme.id:
        return None
    found = _within(reading, programme, row)
    return found and replace(found, facts=replace(found.facts, owner_account_id=row.saved_by))


def load_staff(reading: Reading, staff_id: UUID) -> Loaded | None:
    """Loader of ``<programme_staff_id:staff>`` within a programme."""
    programme, row = reading.loaded.get("programme"), reading.session.get(ProgrammeStaff, staff_id)
    if not isinstance(programme, Programme) or row is None or row.programme_id != programme.id:
        return None
    return _within(reading, programme, row)


def _within(reading: Reading, programme: Programme, row: object) -> Loaded | None:
    found = load_programme(reading, programme.id)
    return None if found is None else replace(found, thing=row)


def programmes_of(session: Session, unit_ids: Iterable[UUID], years: Iterable[int]) -> Sequence[Programme]:
    """The programmes of some units in some school years, the newest year first."""
    wanted = Programme.unit_id.in_(set(unit_ids)), Programme.year.in_(set(years))
    statement = select(Programme).where(*wanted).order_by(Programme.year.desc(), Programme.name_fi, Programme.id)
    return session.scalars(statement).all()


def years_of(session: Session, unit_id: UUID) -> Sequence[int]:
    """The school years that a unit has programmes in."""
    return session.scalars(select(Programme.year).where(Programme.unit_id == unit_id).distinct()).all()


def lone_programme(session: Session, unit_id: UUID, kind: ProgrammeKind, year: int) -> Programme | None:
    """The one programme of a kind that a unit has in a year, if any."""
    wanted = Programme.unit_id == unit_id, Programme.kind == kind, Programme.year == year
    return session.scalars(select(Programme).where(*wanted).order_by(Programme.id)).first()


def follower_of(session: Session, programme: Programme) -> Programme | None:
    """The same programme a year later."""
    return session.scalars(select(Programme).where(Programme.before_id == programme.id)).one_or_none()


def line_of(session: Session, programme: Programme, length: int) -> list[Programme]:
    """The programme and itself in the years before, the newest first."""
    found = [programme]
    while len(found) < length and found[-1].before_id is not None:
        found.append(session.get_one(Programme, found[-1].before_id))
    return found


def counted_in(session: Session, programmes: Iterable[Programme]) -> Mapping[UUID, Mapping[str, Sequence[Counted]]]:
    """Everything that has been counted, by programme and tally. What leaves here goes through suppression."""
    years = {programme.id: programme.year for programme in programmes}
    found: dict[UUID, dict[str, list[Counted]]] = {id: defaultdict(list) for id in years}
    for row in session.scalars(select(ProgrammeEntry).where(ProgrammeEntry.programme_id.in_(years))):
        term = term_in(years[row.programme_id], row.season)
        found[row.programme_id][row.tally].append(Counted(term, row.answers, row.count))
    return found


def entries_by(session: Session, programme_id: UUID, account_id: UUID | None) -> Sequence[ProgrammeEntry]:
    """What one worker has written into the tallies, the newest first."""
    wanted = ProgrammeEntry.programme_id == programme_id, ProgrammeEntry.saved_by == account_id
    return session.scalars(select(ProgrammeEntry).where(*wanted).order_by(ProgrammeEntry.saved_at.desc())).all()


def steps_of(session: Session, programme_id: UUID) -> Sequence[ProgrammeSteps]:
    """Every version of the steps, the newest first."""
    statement = select(ProgrammeSteps).where(ProgrammeSteps.programme_id == programme_id)
    return session.scalars(statement.order_by(ProgrammeSteps.number.desc())).all()


def staff_of(session: Session, programme_ids: Iterable[UUID]) -> Sequence[ProgrammeStaff]:
    """The lists of staff of some programmes."""
    wanted = ProgrammeStaff.programme_id.in_(set(programme_ids))
    return session.scalars(select(ProgrammeStaff).where(wanted).order_by(ProgrammeStaff.since)).all()


def class_names(session: Session, unit_id: UUID) -> Sequence[str]:
    """The classes of a school, as they are called."""
    wanted = SchoolClass.school_id == unit_id, SchoolClass.is_home_group, SchoolClass.ended_on.is_(None)
    return session.scalars(select(SchoolClass.name).where(*wanted).distinct().order_by(SchoolClass.name)).all()


def schools_below(session: Session, unit: Organisation) -> Sequence[Organisation]:
    """The schools of a provider; of a school, itself."""
    if unit.kind is not OrganisationKind.PROVIDER:
        return [unit]
    wanted = Organisation.provider_id == unit.id, Organisation.kind == OrganisationKind.SCHOOL
    found = select(Organisation).where(*wanted, Organisation.ended_on.is_(None))
    return session.scalars(found.order_by(Organisation.name_fi, Organisation.id)).all()
