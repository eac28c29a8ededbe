"""Whose numbers stand beside each other: a unit's own, those above it, and the country's."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.indicators import Level

COUNTRY = "FI"
LEVELS = {
    OrganisationKind.SCHOOL: Level.SCHOOL,
    OrganisationKind.PROVIDER: Level.MUNICIPALITY,
    OrganisationKind.COUNTY: Level.COUNTY,
}


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a plot: its name, level and code, and how it looks (welfare/ui/charts.py)."""

    name: str
    level: Level
    code: str
    look: str

    @property
    def is_own(self) -> bool:
        """Whether it is the unit's own line."""
        return self.look == "own"


def place_code(unit: Organisation) -> str:
    """Under which code values of a unit are kept: the official one where there is one."""
    codes = {OrganisationKind.PROVIDER: unit.municipality_code, OrganisationKind.COUNTY: unit.official_code}
    return codes.get(unit.kind) or str(unit.id)


def places_of(session: Session, unit: Organisation) -> Sequence[Place]:
    """The unit's own line first, then what it is compared with."""
    found = [Place(_("Own"), LEVELS[unit.kind], place_code(unit), "own")]
    if unit.kind is OrganisationKind.SCHOOL and unit.provider_id is not None:
        provider = session.get_one(Organisation, unit.provider_id)
        found.append(Place(_("Municipality"), Level.MUNICIPALITY, place_code(provider), "municipality"))
    if unit.kind is OrganisationKind.PROVIDER and unit.county_id is not None:
        county = session.get_one(Organisation, unit.county_id)
        found.append(Place(_("Wellbeing county"), Level.COUNTY, place_code(county), "municipality"))
    return [*found, Place(_("Country"), Level.COUNTRY, COUNTRY, "country")]


def keepers_of(unit: Organisation) -> Sequence[UUID]:
    """Whose values a unit looks at, those nearest to it first: the provider's, then the county's."""
    nearest = (unit.provider_id if unit.kind is OrganisationKind.SCHOOL else unit.id, unit.county_id)
    return [each for each in dict.fromkeys(nearest) if each is not None]
