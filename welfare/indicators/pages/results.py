"""The sheets of a unit's own results: which years are there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.communal.pages import UnitHead
from welfare.indicators.places import place_code
from welfare.indicators.queries import catalogue_of, years_with_results
from welfare.indicators.sheets import Sheet, sheets_of
from welfare.indicators.words import ASKED_WORDS, PUBLISHER_SHORT
from welfare.organisations.models import Organisation
from welfare.rules.indicators import Publisher
from welfare.ui.locale import current_locale

YEARS_BACK = 8


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One sheet: its name, the years with numbers, and the years that can be typed in."""

    code: str
    title: str
    count: int
    years: Sequence[tuple[int, bool]]


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """All sheets of a unit."""

    head: UnitHead
    lines: Sequence[SheetLine]

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "ResultsPage":
        """Read which years there are."""
        known = years_with_results(work.session, keeper_of(unit), place_code(unit))
        newest, entries = work.facts.on.year, catalogue_of(work.session, unit).entries
        lines = [
            SheetLine(
                code=sheet.code,
                title=sheet_title(sheet),
                count=len(sheet.entries),
                years=[(year, year in _known(known, sheet)) for year in range(newest, newest - YEARS_BACK, -1)],
            )
            for sheet in sheets_of(unit, [entry for entry in entries if not entry.is_ended])
        ]
        return cls(UnitHead.of(work, unit), lines)


def sheet_title(sheet: Sheet) -> str:
    """As ``School Health Promotion study, grades 8–9``; an own indicator by its name."""
    if sheet.publisher is Publisher.OWN:
        return f"{sheet.entries[0].title(current_locale())} · {PUBLISHER_SHORT[sheet.publisher]}"
    return f"{PUBLISHER_SHORT[sheet.publisher]} · {ASKED_WORDS[sheet.asked]}"


def _known(known: Mapping[str, Sequence[int]], sheet: Sheet) -> set[int]:
    return {year for code in sheet.codes for year in known.get(code, ())}
