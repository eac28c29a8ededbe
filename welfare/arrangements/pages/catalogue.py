"""What a provider offers, and in how many pupils' matters each thing has been in use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from welfare.arrangements.models import Arrangement
from welfare.arrangements.queries import newest_versions, students_by_term, versions_of
from welfare.arrangements.words import STATE_LOOKS, STATE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.organisations.queries import providers_kept_by
from welfare.organisations.words import term_words
from welfare.rules.suppression import shown
from welfare.rules.terms import SchoolTerm, latest_terms
from welfare.ui.formats import number_text
from welfare.ui.locale import current_locale

TERMS = 3


@dataclass(frozen=True, slots=True)
class ArrangementLine:
    """One arrangement in the list."""

    id: UUID
    name: str
    description: str
    state: str
    look: tuple[str, str]
    counts: Sequence[str]


@dataclass(frozen=True, slots=True)
class ProviderPart:
    """One provider's catalogue."""

    id: UUID
    name: str
    lines: Sequence[ArrangementLine]


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """The catalogues that the reader keeps."""

    providers: Sequence[ProviderPart]
    terms: Sequence[str]
    floor: int

    @classmethod
    def of(cls, work: UnitOfWork, floor: int) -> "CataloguePage":
        """Read them; nothing of any matter is opened. Raises FloorError."""
        terms = latest_terms(work.facts.on, TERMS)
        providers = providers_kept_by(work.session, work.actor)
        parts = [_part(work, provider, terms, floor) for provider in providers]
        return cls(parts, [term_words(term) for term in terms], floor)


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version in the history of an arrangement."""

    number: int
    saved_at: datetime
    name: str
    description: str
    conditions: str


def version_lines(work: UnitOfWork, arrangement: Arrangement) -> Sequence[VersionLine]:
    """The versions before the newest, the latest first."""
    locale = current_locale()
    return [
        VersionLine(each.number, each.saved_at, each.name(locale), each.description(locale), each.conditions(locale))
        for each in versions_of(work.session, arrangement)
        if each.number != arrangement.newest
    ]


def _part(work: UnitOfWork, provider: Organisation, terms: Sequence[SchoolTerm], floor: int) -> ProviderPart:
    locale = current_locale()
    counted = students_by_term(work.session, provider.id, terms)
    lines = [
        ArrangementLine(
            id=arrangement.id,
            name=version.name(locale),
            description=version.description(locale),
            state=str(STATE_WORDS[arrangement.state]),
            look=STATE_LOOKS[arrangement.state],
            counts=[count_text(counted.get(arrangement.id, {}).get(term, 0), floor) for term in terms],
        )
        for arrangement, version in newest_versions(work.session, provider.id)
    ]
    return ProviderPart(provider.id, provider.name(locale), lines)


def count_text(count: int, floor: int) -> str:
    """A count as it may be shown: small ones as fewer than the floor."""
    found = shown(count, floor)
    return f"<{floor}" if found is None else number_text(found)
