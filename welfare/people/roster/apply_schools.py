"""Applying the schools' side of a roster: county, provider, schools, school years, terms and classes."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation, OrganisationKind, SchoolClass, SchoolYear, Term
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.plan import Ending, FilePlan
from welfare.people.roster.records import ClassRow, ClassType, OrgRow, OrgType, SessionRow, SessionType
from welfare.people.roster.traits import SchoolTraits, names_in_both

KINDS = {
    OrgType.LOCAL: OrganisationKind.COUNTY,
    OrgType.DISTRICT: OrganisationKind.PROVIDER,
    OrgType.SCHOOL: OrganisationKind.SCHOOL,
}
ORDER = (OrgType.LOCAL, OrgType.DISTRICT, OrgType.SCHOOL)
Ended = TypeVar("Ended", Organisation, SchoolClass)


def apply_orgs(session: Session, memory: Memory, plan: FilePlan[OrgRow], traits: Mapping[str, SchoolTraits]) -> None:
    """Make or change organisations, parents first; ``traits`` are what the roster implies of each school."""
    rows = [stamped.record for stamped in (*plan.add, *plan.back, *plan.change)]
    for row in sorted(rows, key=lambda each: ORDER.index(each.type)):
        _apply_org(session, memory, row, traits.get(row.source_id))
    _end(session, memory, RosterFile.ORGS, Organisation, plan.ended)


def apply_sessions(session: Session, memory: Memory, plan: FilePlan[SessionRow], provider_ids: Iterable[UUID]) -> None:
    """Make or change school years of every provider in the roster, and their terms."""
    rows = [stamped.record for stamped in (*plan.add, *plan.back, *plan.change)]
    years = [row for row in rows if row.type is SessionType.SCHOOL_YEAR]
    for provider_id in provider_ids:
        for row in years:
            year_id = memory.target(RosterFile.ACADEMIC_SESSIONS, row.source_id)
            year = session.get(SchoolYear, year_id) or SchoolYear(id=year_id, organisation_id=provider_id)
            year.starts_on, year.ends_on = row.start, row.end
            session.add(year)
    session.flush()
    for row in rows:
        if row.type is not SessionType.SCHOOL_YEAR:
            term_id = memory.target(RosterFile.ACADEMIC_SESSIONS, row.source_id)
            parent_id = memory.find(RosterFile.ACADEMIC_SESSIONS, row.parent_id)
            term = session.get(Term, term_id) or Term(id=term_id, school_year_id=parent_id)
            term.name, term.starts_on, term.ends_on = row.title, row.start, row.end
            if parent_id is not None:
                session.add(term)
    session.flush()


def apply_classes(session: Session, memory: Memory, plan: FilePlan[ClassRow]) -> None:
    """Make or change classes."""
    for stamped in (*plan.add, *plan.back, *plan.change):
        row = stamped.record
        class_id = memory.target(RosterFile.CLASSES, row.source_id)
        found = session.get(SchoolClass, class_id) if stamped not in plan.add else None
        school_class = found or SchoolClass(id=class_id)
        school_class.school_id = memory.target(RosterFile.ORGS, row.school_id)
        school_class.name = row.title
        school_class.grade = ",".join(row.grades)[:20]
        school_class.is_home_group = row.type is ClassType.HOMEROOM
        school_class.ended_on = None
        session.add(school_class)
    session.flush()
    _end(session, memory, RosterFile.CLASSES, SchoolClass, plan.ended)


def _apply_org(session: Session, memory: Memory, row: OrgRow, traits: SchoolTraits | None) -> None:
    kind = KINDS[row.type]
    found = _existing(session, memory, row, kind)
    org = found or Organisation(id=memory.target(RosterFile.ORGS, row.source_id), kind=kind)
    parent = _parent(session, memory, row)
    org.name_fi, org.name_sv = names_in_both(row.name)
    org.parent_id = parent.id if parent else None
    org.ended_on = None
    if kind is OrganisationKind.COUNTY:
        org.official_code = row.identifier
    elif kind is OrganisationKind.PROVIDER:
        org.municipality_code, org.county_id = row.identifier[:3], org.parent_id
    elif parent is not None:
        org.provider_id, org.county_id, org.municipality_code = parent.id, parent.county_id, parent.municipality_code
        org.official_code = row.identifier[:20]
    if kind is OrganisationKind.SCHOOL and found is None and traits is not None:
        org.unit_type = traits.unit_type
        org.teaching_languages = ",".join(traits.teaching_languages) or "fi"
        org.short_name = short_name(org.name_fi, _short_names(session, org.provider_id))
    session.add(org)
    session.flush()


def _existing(session: Session, memory: Memory, row: OrgRow, kind: OrganisationKind) -> Organisation | None:
    """The row made of this record before; a county may have come with another sender's roster."""
    if kind is OrganisationKind.COUNTY and row.identifier:
        statement = select(Organisation).where(Organisation.kind == kind, Organisation.official_code == row.identifier)
        county = session.scalars(statement).first()
        if county is not None:
            memory.targets[RosterFile.ORGS][row.source_id] = county.id
            return county
    known = memory.find(RosterFile.ORGS, row.source_id)
    return session.get(Organisation, known) if known else None


def _parent(session: Session, memory: Memory, row: OrgRow) -> Organisation | None:
    parent_id = memory.find(RosterFile.ORGS, row.parent_id) if row.parent_id else None
    return session.get(Organisation, parent_id) if parent_id else None


def short_name(name: str, taken: set[str]) -> str:
    """Three letters for case numbers, unlike any other school's of the provider."""
    letters = [sign for sign in name.upper() if sign.isalpha() and (sign.isascii() or sign in "ÅÄÖ")]
    stem = "".join(letters[:3]) or "KOU"
    for width in range(3, min(6, len(letters)) + 1):
        if (candidate := "".join(letters[:width])) not in taken:
            return candidate
    number = next(n for n in range(2, 1000) if f"{stem}{n}" not in taken)
    return f"{stem}{number}"


def _short_names(session: Session, provider_id: UUID | None) -> set[str]:
    return set(session.scalars(select(Organisation.short_name).where(Organisation.provider_id == provider_id)))


def _end(
    session: Session,
    memory: Memory,
    file: RosterFile,
    model: type[Ended],
    endings: Iterable[Ending],
) -> None:
    for ending in endings:
        target_id = memory.find(file, ending.source_id)
        row = session.get(model, target_id) if target_id else None
        if row is not None:
            row.ended_on = earlier(row.ended_on, ending.on)
    session.flush()


def earlier(known: date | None, on: date) -> date:
    """The day something ended: an earlier ending stands."""
    return on if known is None else min(known, on)
