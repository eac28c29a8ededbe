"""Every indicator that a unit can look at: those of the library, then those that it or who is above it has defined."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import unit_facts
from welfare.indicators.library import Indicator, indicator, library
from welfare.indicators.models import OwnIndicator
from welfare.organisations.models import Organisation
from welfare.rules.indicators import Level, Publisher


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What can be followed up at a unit."""

    own: Sequence[Indicator] = ()

    @property
    def entries(self) -> Sequence[Indicator]:
        """Every one, the library's first."""
        return (*library(), *self.own)

    def find(self, code: str) -> Indicator | None:
        """The one of this code, or None."""
        return indicator(code) or next((entry for entry in self.own if entry.code == code), None)

    def known(self, code: str) -> Indicator:
        """The one of a stored code. Raises LookupError for one that is lost."""
        found = self.find(code)
        if found is None:
            raise LookupError(code)
        return found


def catalogue_of(session: Session, unit: Organisation) -> Catalogue:
    """What one unit can look at."""
    return catalogues_of(session, [unit])[unit.id]


def catalogues_of(session: Session, units: Sequence[Organisation]) -> Mapping[UUID, Catalogue]:
    """What each unit can look at, in one statement for any number of them."""
    kin = {unit.id: _definers(unit) for unit in units}
    wanted = {each for definers in kin.values() for each in definers}
    statement = select(OwnIndicator).where(OwnIndicator.unit_id.in_(wanted)).order_by(OwnIndicator.code)
    rows = session.scalars(statement).all()
    return {
        unit_id: Catalogue([entry_of(row) for row in rows if row.unit_id in definers])
        for unit_id, definers in kin.items()
    }


def own_rows(session: Session, unit: Organisation) -> Sequence[OwnIndicator]:
    """What the unit itself has defined."""
    return session.scalars(select(OwnIndicator).where(OwnIndicator.unit_id == unit.id)).all()


def is_code_taken(session: Session, unit: Organisation, code: str) -> bool:
    """Whether one of the library, or one that stands beside this one anywhere below or above the unit, has the code."""
    above = [each for each in _definers(unit) if each != unit.id]
    kin = select(Organisation.id).where(
        or_(
            Organisation.id.in_([unit.id, *above]),
            Organisation.provider_id.in_([unit.id, *above]),
            Organisation.county_id.in_([unit.id, *above]),
        )
    )
    statement = select(OwnIndicator.id).where(OwnIndicator.code == code, OwnIndicator.unit_id.in_(kin)).limit(1)
    return indicator(code) is not None or session.scalar(statement) is not None


def load_own(reading: Reading, own_indicator_id: UUID) -> Loaded | None:
    """Loader of ``<own_indicator_id:own>`` within the unit that has defined it."""
    unit, row = reading.loaded.get("unit"), reading.session.get(OwnIndicator, own_indicator_id)
    if not isinstance(unit, Organisation) or row is None or row.unit_id != unit.id:
        return None
    facts = unit_facts(reading, unit)
    return Loaded(row, replace(facts, subject_ids=(*facts.subject_ids, ("own_indicator", row.id))))


def entry_of(row: OwnIndicator) -> Indicator:
    """An own indicator as the library has its own; what is not told in English stands in Finnish."""
    return Indicator(
        code=row.code,
        theme=row.theme,
        asked="all",
        titles=MappingProxyType({"fi": row.title_fi, "sv": row.title_sv, "en": row.title_en or row.title_fi}),
        tells=MappingProxyType({"fi": row.tells_fi, "sv": row.tells_sv, "en": row.tells_en or row.tells_fi}),
        direction=row.direction,
        measure=row.measure,
        publisher=Publisher.OWN,
        licence=row.licence,
        levels=frozenset(Level(code) for code in row.levels.split(",")),
        is_sensitive=row.is_sensitive,
        trend=MappingProxyType({}),
        source=row.source,
        is_ended=row.ended_on is not None,
    )


def _definers(unit: Organisation) -> Sequence[UUID]:
    return [each for each in (unit.id, unit.provider_id, unit.county_id) if each is not None]
