"""The files handed over so far, and what one of them would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.indicators.actions import is_keeper
from welfare.indicators.importing.absence_plan import AbsencePlan
from welfare.indicators.importing.plan import Plan
from welfare.indicators.models import IndicatorImport
from welfare.indicators.pages.preview import Preview
from welfare.indicators.queries import imports_of
from welfare.indicators.words import CATEGORY_WORDS, LICENCE_WORDS, REASON_WORDS
from welfare.organisations.models import Organisation
from welfare.rules.absence_parts import CATEGORY_OF
from welfare.rules.absences import Category
from welfare.rules.indicators import ImportState


@dataclass(frozen=True, slots=True)
class ImportsPage:
    """The history of a unit's files."""

    head: UnitHead
    files: Sequence[IndicatorImport]
    licences: Mapping[str, str]
    categories: Sequence[tuple[str, str, str]]
    """Each category of absences in words, as a file has it, and the reasons that a file may tell."""

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "ImportsPage":
        """Read it."""
        licences = {licence.value: str(words) for licence, words in LICENCE_WORDS.items()}
        return cls(UnitHead.of(work, unit), imports_of(work.session, unit), licences, _categories())


def _categories() -> Sequence[tuple[str, str, str]]:
    told: dict[Category, list[str]] = {each: [] for each in Category}
    for reason, category in CATEGORY_OF.items():
        told[category].append(f"{reason.value} ({REASON_WORDS[reason]})")
    return [(str(CATEGORY_WORDS[each]), each.value, ", ".join(reasons)) for each, reasons in told.items()]


@dataclass(frozen=True, slots=True)
class ImportPage:
    """One file."""

    head: UnitHead
    file: IndicatorImport
    licence: str
    is_open: bool
    names_codes: bool
    """Whether the unit keeps the numbers, and so may tell what a publisher's codes mean."""
    preview: Preview | None

    @classmethod
    def of(
        cls, work: UnitOfWork, unit: Organisation, row: IndicatorImport, plan: Plan | AbsencePlan | None
    ) -> "ImportPage":
        """A file that is open with what it would do, one that has ended with what it did."""
        return cls(
            head=UnitHead.of(work, unit),
            file=row,
            licence=str(LICENCE_WORDS[row.licence]),
            is_open=row.state is ImportState.OPEN,
            names_codes=is_keeper(unit),
            preview=None if plan is None else Preview.of(work, plan),
        )
