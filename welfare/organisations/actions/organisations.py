"""Adding and changing organisations by hand. A roster does the same; neither takes anything away."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.abbreviations import taken_abbreviations
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.organisations.queries import classes_of
from welfare.organisations.reference import County, Municipality
from welfare.rules.registers import Register
from welfare.rules.unit_types import UnitType, has_pupils


class AbbreviationTakenError(ValueError):
    """Another school of the provider has this abbreviation: their case numbers would be alike."""


class AlreadyHereError(ValueError):
    """The county, or the municipality's provider, is here already."""


class PupilsHereError(ValueError):
    """The unit has or had classes of pupils, to whom student welfare belongs: it is no early childhood education."""


_SINCE_PUPILS = timedelta(days=365)
"""So long after its last class a unit has pupils still: between two school years there are no classes, and matters."""


class StaleOrganisationError(RuntimeError):
    """Somebody has saved the organisation since the form was drawn."""


@dataclass(frozen=True, kw_only=True)
class Names:
    """What a county or a provider is called."""

    name_fi: str
    name_sv: str


@dataclass(frozen=True, kw_only=True)
class SchoolTraits(Names):
    """What a school is called, what it is and in which languages it teaches."""

    short_name: str
    official_code: str
    unit_type: UnitType
    teaching_languages: tuple[str, ...]


def rename(work: UnitOfWork, organisation: Organisation, names: Names, revision: int) -> None:
    """Give a county or provider its names. Raises StaleOrganisationError."""
    _check_revision(organisation, revision)
    organisation.name_fi, organisation.name_sv = names.name_fi, names.name_sv
    work.session.flush()
    _note(work, organisation, "changed")


def change_school(work: UnitOfWork, school: Organisation, traits: SchoolTraits, revision: int) -> None:
    """Change a school. Raises AbbreviationTakenError, PupilsHereError, StaleOrganisationError."""
    _check_revision(school, revision)
    if not has_pupils(traits.unit_type) and classes_of(work.session, school.id, work.facts.on - _SINCE_PUPILS):
        raise PupilsHereError
    if traits.short_name != school.short_name:
        _check_abbreviation(work.session, school.provider_id, traits.short_name)
    _fill(school, traits)
    work.session.flush()
    _note(work, school, "changed")


def add_school(work: UnitOfWork, provider: Organisation, traits: SchoolTraits) -> Organisation:
    """A new school of a provider. Raises AbbreviationTakenError."""
    _check_abbreviation(work.session, provider.id, traits.short_name)
    school = Organisation(
        id=uuid4(),
        kind=OrganisationKind.SCHOOL,
        parent_id=provider.id,
        provider_id=provider.id,
        county_id=provider.county_id,
        municipality_code=provider.municipality_code,
    )
    _fill(school, traits)
    return _added(work, school)


def add_provider(work: UnitOfWork, county: Organisation, municipality: Municipality) -> Organisation:
    """A municipality of the county as education provider. Raises AlreadyHereError."""
    if municipality.code in provider_codes(work.session):
        raise AlreadyHereError
    provider = Organisation(
        id=uuid4(),
        kind=OrganisationKind.PROVIDER,
        parent_id=county.id,
        county_id=county.id,
        municipality_code=municipality.code,
        name_fi=municipality.name_fi,
        name_sv=municipality.name_sv,
    )
    return _added(work, provider)


def add_county(work: UnitOfWork, county: County) -> Organisation:
    """A wellbeing services county. Raises AlreadyHereError."""
    if county.code in county_codes(work.session):
        raise AlreadyHereError
    made = Organisation(
        id=uuid4(),
        kind=OrganisationKind.COUNTY,
        official_code=county.code,
        name_fi=county.name_fi,
        name_sv=county.name_sv,
    )
    return _added(work, made)


def provider_codes(session: Session) -> frozenset[str]:
    """Municipalities that are providers here."""
    statement = select(Organisation.municipality_code).where(Organisation.kind == OrganisationKind.PROVIDER)
    return frozenset(session.scalars(statement))


def county_codes(session: Session) -> frozenset[str]:
    """Counties that are here."""
    statement = select(Organisation.official_code).where(Organisation.kind == OrganisationKind.COUNTY)
    return frozenset(session.scalars(statement))


def _fill(school: Organisation, traits: SchoolTraits) -> None:
    school.name_fi, school.name_sv = traits.name_fi, traits.name_sv
    school.short_name, school.official_code = traits.short_name, traits.official_code
    school.unit_type = traits.unit_type
    school.teaching_languages = ",".join(traits.teaching_languages)


def _check_revision(organisation: Organisation, revision: int) -> None:
    if organisation.revision != revision:
        raise StaleOrganisationError


def _check_abbreviation(session: Session, provider_id: UUID | None, short_name: str) -> None:
    if short_name in taken_abbreviations(session, provider_id):
        raise AbbreviationTakenError


def _added(work: UnitOfWork, organisation: Organisation) -> Organisation:
    work.session.add(organisation)
    work.session.flush()
    _note(work, organisation, "added")
    return organisation


def _note(work: UnitOfWork, organisation: Organisation, what: str) -> None:
    chain = work.facts.controller_id or organisation.id
    work.note(chain, Register.DIRECTORY, ("organisation", organisation.id), organisation=what)
