"""What the routes of this room are about, and who administers it."""

from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.organisations.models import ClosedDays, Organisation, OrganisationKind, SchoolYear, Term
from welfare.rules.actors import Actor, Facts, Role


def load_organisation(reading: Reading, organisation_id: UUID) -> Loaded | None:
    """Loader of ``<organisation_id:organisation>``: its controller is whoever of those above it the actor serves."""
    organisation = reading.session.get(Organisation, organisation_id)
    if organisation is None:
        return None
    return Loaded(organisation, _facts(reading, organisation))


def load_provider(reading: Reading, organisation_id: UUID) -> Loaded | None:
    """Loader of ``<provider_id:provider>``."""
    return _of_kind(reading, organisation_id, OrganisationKind.PROVIDER)


def load_county(reading: Reading, organisation_id: UUID) -> Loaded | None:
    """Loader of ``<county_id:county>``."""
    return _of_kind(reading, organisation_id, OrganisationKind.COUNTY)


def load_school(reading: Reading, organisation_id: UUID) -> Loaded | None:
    """Loader of ``<school_id:school>``."""
    return _of_kind(reading, organisation_id, OrganisationKind.SCHOOL)


def load_calendar_owner(reading: Reading, organisation_id: UUID) -> Loaded | None:
    """Loader of ``<calendar_id:owner>``: a provider or a school; a county keeps no school calendar."""
    found = reading.session.get(Organisation, organisation_id)
    return None if found is None or found.kind is OrganisationKind.COUNTY else Loaded(found, _facts(reading, found))


def load_year(reading: Reading, year_id: UUID) -> Loaded | None:
    """Loader of ``<year_id:year>``, within its owner's calendar."""
    return _within_calendar(reading, reading.session.get(SchoolYear, year_id))


def load_term(reading: Reading, term_id: UUID) -> Loaded | None:
    """Loader of ``<term_id:term>``, within its owner's calendar."""
    term = reading.session.get(Term, term_id)
    year = reading.session.get(SchoolYear, term.school_year_id) if term else None
    found = _within_calendar(reading, year)
    return None if found is None or term is None else Loaded(term, found.facts)


def load_closed_days(reading: Reading, closed_id: UUID) -> Loaded | None:
    """Loader of ``<closed_id:closed_days>``, within its owner's calendar."""
    return _within_calendar(reading, reading.session.get(ClosedDays, closed_id))


def administrator_of(actor: Actor, organisation: Organisation) -> UUID:
    """Whose administrator the actor is: the organisation's own, its provider's or its county's; else nobody's."""
    own = actor.controllers(Role.ADMINISTRATOR)
    above = (organisation.id, organisation.provider_id, organisation.county_id)
    return next((each for each in above if each in own), organisation.provider_id or organisation.id)


def _within_calendar(reading: Reading, thing: SchoolYear | ClosedDays | None) -> Loaded | None:
    owner: Organisation = reading.loaded["owner"]
    if thing is None or thing.organisation_id != owner.id:
        return None
    return Loaded(thing, _facts(reading, owner))


def _of_kind(reading: Reading, organisation_id: UUID, kind: OrganisationKind) -> Loaded | None:
    found = load_organisation(reading, organisation_id)
    return found if found is not None and getattr(found.thing, "kind", None) is kind else None


def _facts(reading: Reading, organisation: Organisation) -> Facts:
    return Facts(
        on=reading.now.astimezone(HOME_ZONE).date(),
        subject_ids=(("organisation", organisation.id),),
        controller_id=administrator_of(reading.actor, organisation),
    )
