"""With whom results were talked through, how pupils were away, how the school was inspected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.words import LIGHT_LOOKS
from welfare.indicators.models import AbsenceCount, Defect, Inspection, ResultDiscussion
from welfare.indicators.pages.results import sheet_title
from welfare.indicators.places import place_code
from welfare.indicators.queries import (
    ResultSet,
    absence_rows,
    defects_of,
    discussions_of,
    inspections_of,
    result_sets,
)
from welfare.indicators.sheets import sheets_of
from welfare.indicators.words import CATEGORY_WORDS, PARTY_WORDS
from welfare.organisations.models import Organisation
from welfare.organisations.words import term_words
from welfare.rules.absences import Category, Count, shown_counts
from welfare.rules.discussions import Party, state_of_discussions
from welfare.rules.duties import DutyState
from welfare.rules.inspections import due_after, needs_follow_up, state_of_defect, state_of_inspection
from welfare.rules.suppression import FLOOR
from welfare.rules.terms import SchoolTerm, latest_terms
from welfare.ui.formats import number_text

TERMS = 6


@dataclass(frozen=True, slots=True)
class PartyLight:
    """Whether results were talked through with one party, and when last."""

    party: str
    words: str
    held_on: date | None


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One set of results with its three lights."""

    key: str
    title: str
    look: tuple[str, str]
    words: str
    lights: Sequence[PartyLight]


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log."""

    id: UUID
    title: str
    party: str
    held_on: date
    how: str
    decided: str


@dataclass(frozen=True, slots=True)
class DiscussionsPage:
    """Which results have been talked through with whom."""

    head: UnitHead
    lines: Sequence[ResultLine]
    log: Sequence[LogLine]

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "DiscussionsPage":
        """Read results and log."""
        rows = discussions_of(work.session, [unit.id]).get(unit.id, ())
        sets = sets_of(work, unit)
        titles = dict(sets)
        return cls(
            head=UnitHead.of(work, unit),
            lines=[_line(each, title, rows) for each, title in sets if each[1] >= work.facts.on.year - 1],
            log=[_log(row, titles) for row in rows],
        )


def sets_of(work: UnitOfWork, unit: Organisation) -> Sequence[tuple[ResultSet, str]]:
    """The results a unit has, the newest first, each with its name."""
    known = result_sets(work.session, [place_code(unit)]).get(place_code(unit), {})
    found = [
        ((sheet.code, year), f"{sheet_title(sheet)} · {year}")
        for sheet in sheets_of(unit, with_counted=True)
        for year in {year for code in sheet.codes for year in known.get(code, ())}
    ]
    return sorted(found, key=lambda pair: (-pair[0][1], pair[1]))


def state_words(state: DutyState, left: int) -> str:
    """How far it is, said after the colour."""
    if state is DutyState.IN_ORDER:
        return _("talked through with all")
    return ngettext("one has not heard", "%(num)d have not heard", left)


def _line(each: ResultSet, title: str, rows: Sequence[ResultDiscussion]) -> ResultLine:
    own = [row for row in rows if (row.sheet, row.year) == each]
    latest: dict[Party, date] = {}
    for row in own:
        latest.setdefault(row.party, row.held_on)
    state = state_of_discussions(set(latest))
    lights = [PartyLight(party.value, str(words), latest.get(party)) for party, words in PARTY_WORDS.items()]
    words = state_words(state, len(Party) - len(latest))
    return ResultLine(f"{each[0]}/{each[1]}", title, LIGHT_LOOKS[state], words, lights)


def _log(row: ResultDiscussion, titles: Mapping[ResultSet, str]) -> LogLine:
    title = titles.get((row.sheet, row.year), str(row.year))
    return LogLine(row.id, title, str(PARTY_WORDS[row.party]), row.held_on, row.how, row.decided)


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


@dataclass(frozen=True, slots=True)
class AbsencesPage:
    """How pupils were away, term by term."""

    head: UnitHead
    terms: Sequence[TermPart]
    floor: int = FLOOR

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "AbsencesPage":
        """Read the counts; only what may be shown leaves here."""
        terms = latest_terms(work.facts.on, TERMS)
        rows = absence_rows(work.session, unit.id, terms)
        by_term = {term: [row for row in rows if row.term_starts_on == term.starts_on] for term in terms}
        return cls(UnitHead.of(work, unit), [_term(term, found) for term, found in by_term.items()])


def _term(term: SchoolTerm, rows: Sequence[AbsenceCount]) -> TermPart:
    counts = {row.category: Count(row.pupils, row.hours) for row in rows}
    shown = shown_counts({each: counts[each] for each in Category if each in counts})
    most = max((count.hours for count in shown.values() if count is not None), default=0) or 1
    enrolled = max((row.enrolled for row in rows), default=0)
    bars = [_bar(category, count, enrolled, most) for category, count in shown.items()]
    return TermPart(term_words(term), term.starts_on.year, term.season.value, number_text(enrolled), bars)


def _bar(category: Category, count: Count | None, enrolled: int, most: int) -> Bar:
    words = str(CATEGORY_WORDS[category])
    if count is None:
        return Bar(words, _("not shown"), _("not shown"), "–", 0)
    length = round(100 * count.hours / most)
    a_pupil = number_text(count.hours / enrolled, 1)
    return Bar(words, number_text(count.pupils), number_text(count.hours), a_pupil, length)


@dataclass(frozen=True, slots=True)
class DefectLine:
    """One defect and how its mending stands."""

    row: Defect
    look: tuple[str, str]
    words: str


@dataclass(frozen=True, slots=True)
class InspectionPart:
    """One inspection with its defects."""

    row: Inspection
    next_on: date
    open_count: int
    defects: Sequence[DefectLine]
    is_to_be_followed_up: bool


@dataclass(frozen=True, slots=True)
class InspectionsPage:
    """The inspections of a school."""

    head: UnitHead
    state: tuple[str, str]
    words: str
    inspections: Sequence[InspectionPart]

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "InspectionsPage":
        """Read them with their defects."""
        on = work.facts.on
        rows = inspections_of(work.session, [unit.id]).get(unit.id, ())
        defects = defects_of(work.session, [row.id for row in rows])
        held_on = rows[0].held_on if rows else None
        state = state_of_inspection(held_on, on)
        return cls(
            head=UnitHead.of(work, unit),
            state=LIGHT_LOOKS[state],
            words=inspection_words(state),
            inspections=[part_of(row, defects.get(row.id, ()), on) for row in rows],
        )


def inspection_words(state: DutyState) -> str:
    """How the duty stands, in a word."""
    words = {DutyState.IN_ORDER: _("In order"), DutyState.SOON: _("Soon due"), DutyState.LATE: _("Late")}
    return words[state]


def part_of(row: Inspection, defects: Sequence[Defect], on: date) -> InspectionPart:
    """One inspection with how its defects stand."""
    done = [each.done_on for each in defects if each.done_on is not None]
    open_count = len(defects) - len(done)
    return InspectionPart(
        row=row,
        next_on=due_after(row.held_on),
        open_count=open_count,
        defects=[_defect(each, on) for each in defects],
        is_to_be_followed_up=open_count > 0 and needs_follow_up(row.held_on, done, on),
    )


def _defect(row: Defect, on: date) -> DefectLine:
    state = state_of_defect(row.due_on, row.done_on, on)
    if row.done_on is not None:
        return DefectLine(row, LIGHT_LOOKS[state], _("Mended"))
    words = {DutyState.IN_ORDER: _("Open"), DutyState.SOON: _("Soon due"), DutyState.LATE: _("Late")}
    return DefectLine(row, LIGHT_LOOKS[state] if state is not DutyState.IN_ORDER else ("", "clock"), words[state])
