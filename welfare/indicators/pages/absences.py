"""How pupils were away, term by term."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.small_numbers import small_number_floor
from welfare.indicators.models import AbsenceCount, AbsencePart
from welfare.indicators.pages.absence_parts import TermParts
from welfare.indicators.queries import absence_parts, absence_rows
from welfare.indicators.words import CATEGORY_WORDS
from welfare.organisations.models import Organisation
from welfare.organisations.words import term_words
from welfare.rules.absences import Category, Count, shown_counts
from welfare.rules.terms import SchoolTerm, latest_terms
from welfare.ui.formats import number_text

TERMS = 6
Counted = TypeVar("Counted", AbsenceCount, AbsencePart)


@dataclass(frozen=True, slots=True)
class Bar:
    """One category: pupils and hours as they may be shown, and how long its bar is, of a hundred."""

    category: str
    pupils: str
    hours: str
    a_pupil: str
    length: int


@dataclass(frozen=True, slots=True)
class TermPart:
    """One term."""

    title: str
    year: int
    season: str
    enrolled: str
    bars: Sequence[Bar]
    is_running: bool
    """Its counts are shown when it is over."""
    parts: TermParts | None = None


@dataclass(frozen=True, slots=True)
class AbsencesPage:
    """How pupils were away, term by term."""

    head: UnitHead
    terms: Sequence[TermPart]
    floor: int

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "AbsencesPage":
        """Read the counts; only what may be shown leaves here."""
        terms = latest_terms(work.facts.on, TERMS)
        rows = absence_rows(work.session, unit.id, terms)
        parts = absence_parts(work.session, unit.id, terms)
        floor = small_number_floor()
        told = [_term(term, (_of(rows, term), _of(parts, term)), floor, work.facts.on) for term in terms]
        return cls(UnitHead.of(work, unit), told, floor)


def _of(rows: Sequence[Counted], term: SchoolTerm) -> Sequence[Counted]:
    return [row for row in rows if row.term_starts_on == term.starts_on]


def _term(
    term: SchoolTerm, stored: tuple[Sequence[AbsenceCount], Sequence[AbsencePart]], floor: int, on: date
) -> TermPart:
    rows, parts = stored
    if not term.is_over(on):
        return TermPart(term_words(term), term.starts_on.year, term.season.value, "", (), is_running=True)
    counts = {row.category: Count(row.pupils, row.hours) for row in rows}
    shown = shown_counts({each: counts[each] for each in Category if each in counts}, floor)
    most = max((count.hours for count in shown.values() if count is not None), default=0) or 1
    enrolled = max((row.enrolled for row in rows), default=0)
    bars = [_bar(category, count, enrolled, most) for category, count in shown.items()]
    words = term_words(term), term.starts_on.year, term.season.value, number_text(enrolled)
    return TermPart(*words, bars, is_running=False, parts=TermParts.of(parts, shown, floor))


def _bar(category: Category, count: Count | None, enrolled: int, most: int) -> Bar:
    words = str(CATEGORY_WORDS[category])
    if count is None:
        return Bar(words, _("not shown"), _("not shown"), "–", 0)
    length = round(100 * count.hours / most)
    a_pupil = number_text(count.hours / enrolled, 1)
    return Bar(words, number_text(count.pupils), number_text(count.hours), a_pupil, length)
