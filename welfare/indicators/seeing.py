"""What a writer sees of what others have stored: what the pages show, and what the writer has recorded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.small_numbers import small_number_floor
from welfare.indicators.models import AbsenceCount, IndicatorValue
from welfare.indicators.queries import point_of
from welfare.indicators.sheets import Sheet
from welfare.rules.absences import Category, Count, shown_counts
from welfare.rules.suppression import shown
from welfare.rules.terms import SchoolTerm


@dataclass(frozen=True, slots=True)
class SeenResults:
    """The stored numbers of a sheet as its writer may see them."""

    unseen: frozenset[str]
    """The codes of indicators that have a number which is not shown to the writer."""
    respondents: int | None
    hides_respondents: bool

    @classmethod
    def of(cls, work: UnitOfWork, sheet: Sheet, rows: Mapping[str, IndicatorValue]) -> "SeenResults":
        """Go through the rows of a sheet by code."""
        entries = {entry.code: entry for entry in sheet.entries}
        floor = small_number_floor()
        seen = [
            row.respondents
            for row in rows.values()
            if row.respondents is not None and (_is_own(work, row) or shown(row.respondents, floor) is not None)
        ]
        return cls(
            unseen=frozenset(
                code
                for code, row in rows.items()
                if row.value is not None
                and not _is_own(work, row)
                and point_of(entries[code], row, floor).told.value is None
            ),
            respondents=max(seen, default=None),
            hides_respondents=not seen and any(row.respondents is not None for row in rows.values()),
        )


def unseen_absences(work: UnitOfWork, term: SchoolTerm, rows: Iterable[AbsenceCount]) -> frozenset[Category]:
    """The categories of a term that have been counted, but whose counts are not shown to the writer."""
    stored = {row.category: row for row in rows}
    counts = {each: Count(stored[each].pupils, stored[each].hours) for each in Category if each in stored}
    told = shown_counts(counts, small_number_floor())
    is_over = term.is_over(work.facts.on)
    return frozenset(
        category
        for category, row in stored.items()
        if not _is_own(work, row) and (not is_over or told[category] is None)
    )


def _is_own(work: UnitOfWork, row: IndicatorValue | AbsenceCount) -> bool:
    return row.recorded_by is not None and row.recorded_by == work.actor.account_id
