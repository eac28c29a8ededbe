"""The list of a catalogue, provider by provider, and what stood in earlier versions of one item."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from welfare.audit.unit_of_work import UnitOfWork
from welfare.catalogues.words import STATE_LOOKS, STATE_WORDS
from welfare.organisations.models import Organisation
from welfare.organisations.queries import providers_kept_by
from welfare.rules.arrangements import CatalogueState
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One thing in the list: where it is changed, what it is called, a word more, and the cells of its row."""

    url: str
    name: str
    state: CatalogueState
    cells: Sequence[str | int] = ()
    under: str = ""

    @property
    def words(self) -> str:
        """Whether it is offered."""
        return str(STATE_WORDS[self.state])

    @property
    def look(self) -> tuple[str, str]:
        """Tone and drawing of that."""
        return STATE_LOOKS[self.state]


@dataclass(frozen=True, slots=True)
class ProviderPart:
    """What one provider keeps."""

    name: str
    add_url: str
    caption: str
    lines: Sequence[ItemLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguePage:
    """The list. ``heads`` names the item, its cells and its state; ``right`` are the columns of figures."""

    here: str
    title: str
    lead: str
    add: str
    heads: Sequence[str]
    right: Sequence[int] = ()
    empty: str
    note: str = ""
    providers: Sequence[ProviderPart] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version in the history of an item: what each of its parts was called, and said."""

    number: int
    saved_at: datetime
    facts: Sequence[tuple[str, str]]


def provider_parts(
    work: UnitOfWork,
    lines: Callable[[Organisation], Sequence[ItemLine]],
    add_url: Callable[[Organisation], str],
    caption: Callable[[str], str],
) -> list[ProviderPart]:
    """The providers whose catalogues the reader keeps, each with its lines."""
    found = []
    for provider in providers_kept_by(work.session, work.actor):
        name = provider.name(current_locale())
        found.append(ProviderPart(name, add_url(provider), caption(name), lines(provider)))
    return found
