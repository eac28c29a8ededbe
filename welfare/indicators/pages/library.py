"""The library of indicators, theme by theme."""

from collections.abc import Sequence
from dataclasses import dataclass

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.indicators.library import Indicator
from welfare.indicators.pages.single import facts_of
from welfare.indicators.queries import catalogue_of
from welfare.indicators.words import THEME_WORDS
from welfare.organisations.models import Organisation
from welfare.rules.indicators import Publisher
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator as the library tells of it."""

    code: str
    title: str
    tells: str
    facts: Sequence[tuple[str, str]]
    is_sensitive: bool
    has_trend: bool
    is_own: bool
    is_ended: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """A theme."""

    code: str
    title: str
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """Every indicator there is."""

    head: UnitHead
    shelves: Sequence[Shelf]

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "LibraryPage":
        """Read the library."""
        entries = catalogue_of(work.session, unit).entries
        shelves = [
            Shelf(theme, str(words), [_entry(each) for each in entries if each.theme == theme])
            for theme, words in THEME_WORDS.items()
        ]
        return cls(UnitHead.of(work, unit), shelves)


def _entry(entry: Indicator) -> Entry:
    locale = current_locale()
    told = [fact for fact in facts_of(entry) if fact[0] != "theme"]
    tells = entry.what_it_tells(locale)
    return Entry(
        code=entry.code,
        title=entry.title(locale),
        tells=tells,
        facts=told,
        is_sensitive=entry.is_sensitive,
        has_trend=bool(entry.trend),
        is_own=entry.publisher is Publisher.OWN,
        is_ended=entry.is_ended,
    )
