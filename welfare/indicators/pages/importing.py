"""The files handed over so far, and what one of them would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.small_numbers import small_number_floor
from welfare.indicators.actions import is_keeper
from welfare.indicators.importing.plan import Line, Plan, counts_of
from welfare.indicators.importing.problems import Problem
from welfare.indicators.importing.regions import new_regions
from welfare.indicators.library import Indicator
from welfare.indicators.models import IndicatorImport
from welfare.indicators.numbers import Number
from welfare.indicators.pages.telling import point_text
from welfare.indicators.places import COUNTRY
from welfare.indicators.problem_words import PROBLEM_WORDS
from welfare.indicators.queries import imports_of, known, point_of
from welfare.indicators.words import GROUP_WORDS, LEVEL_WORDS, LICENCE_WORDS, value_text
from welfare.organisations.models import Organisation
from welfare.organisations.reference import county, municipality
from welfare.rules.indicators import ImportState, Level
from welfare.ui.locale import current_locale

MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class ImportsPage:
    """The history of a unit's files."""

    head: UnitHead
    files: Sequence[IndicatorImport]
    licences: Mapping[str, str]

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "ImportsPage":
        """Read it."""
        licences = {licence.value: str(words) for licence, words in LICENCE_WORDS.items()}
        return cls(UnitHead.of(work, unit), imports_of(work.session, unit), licences)


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One number that would be written."""

    indicator: str
    place: str
    year: int
    group: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One thing that is wrong."""

    row: int
    column: str
    shown: str
    words: str
    is_mistake: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What importing would do."""

    counts: Mapping[str, int]
    written: Sequence[WrittenLine]
    problems: Sequence[ProblemLine]
    mistakes: int
    unlisted: int
    unknown: Sequence[str]
    remembered: int
    """How many regions and codes were told with the file; importing writes them."""
    digest: str
    is_sound: bool

    @classmethod
    def of(cls, work: UnitOfWork, plan: Plan) -> "Preview":
        """Put a plan into words; what is changed first, then what is new."""
        writes = sorted(plan.writes, key=lambda line: (line.is_new, line.cell.code, line.cell.place, line.cell.year))
        names = _school_names(work, writes[:MOST_LISTED])
        return cls(
            counts=counts_of(plan),
            written=[_written(line, names) for line in writes[:MOST_LISTED]],
            problems=[_problem(problem) for problem in plan.problems],
            mistakes=plan.problems.mistakes,
            unlisted=plan.problems.unlisted,
            unknown=plan.unknown_indicators,
            remembered=len(plan.told.names) + len(new_regions(plan.told.regions)),
            digest=plan.digest,
            is_sound=plan.is_sound,
        )


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
    def of(cls, work: UnitOfWork, unit: Organisation, row: IndicatorImport, plan: Plan | None) -> "ImportPage":
        """A file that is open with what it would do, one that has ended with what it did."""
        return cls(
            head=UnitHead.of(work, unit),
            file=row,
            licence=str(LICENCE_WORDS[row.licence]),
            is_open=row.state is ImportState.OPEN,
            names_codes=is_keeper(unit),
            preview=None if plan is None else Preview.of(work, plan),
        )


def _written(line: Line, names: Mapping[str, str]) -> WrittenLine:
    entry = known(line.cell.code)
    standing = None if line.standing is None else point_of(entry, line.standing, small_number_floor())
    return WrittenLine(
        indicator=entry.title(current_locale()),
        place=place_name(line.cell.level, line.cell.place, names),
        year=line.cell.year,
        group=str(GROUP_WORDS[line.cell.group]),
        before=point_text(entry, standing),
        after=_number(entry, line.number),
    )


def _number(entry: Indicator, number: Number) -> str:
    """A number as it comes; whoever imports a school's results has them in the file."""
    if number.value is None:
        return "–"
    words = value_text(number.value, entry.measure)
    return words if number.respondents is None else f"{words} (n = {number.respondents})"


def place_name(level: Level, place: str, names: Mapping[str, str]) -> str:
    """A place in the reader's language."""
    locale = current_locale()
    if place == COUNTRY:
        return str(LEVEL_WORDS[Level.COUNTRY])
    found = county(place) if level is Level.COUNTY else municipality(place) if level is Level.MUNICIPALITY else None
    if found is not None:
        return found.name_sv if locale == "sv" else found.name_fi
    return names.get(place, place)


def _school_names(work: UnitOfWork, lines: Sequence[Line]) -> Mapping[str, str]:
    ids = {UUID(line.cell.place) for line in lines if line.cell.level is Level.SCHOOL}
    found = work.session.scalars(select(Organisation).where(Organisation.id.in_(ids)))
    return {str(each.id): each.name(current_locale()) for each in found}


def _problem(problem: Problem) -> ProblemLine:
    words = str(PROBLEM_WORDS[problem.code])
    return ProblemLine(problem.row, problem.column, problem.shown, words, problem.is_mistake)
