"""What importing a file would do, in words: values of indicators, or counts of absences."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.small_numbers import small_number_floor
from welfare.indicators.importing.absence_plan import AbsenceLine, AbsencePlan
from welfare.indicators.importing.files import counts_of
from welfare.indicators.importing.plan import Line, Plan
from welfare.indicators.importing.problems import Problem
from welfare.indicators.importing.regions import new_regions
from welfare.indicators.library import Indicator
from welfare.indicators.numbers import Number
from welfare.indicators.pages.telling import point_text
from welfare.indicators.places import COUNTRY
from welfare.indicators.problem_words import PROBLEM_WORDS
from welfare.indicators.queries import point_of
from welfare.indicators.words import CATEGORY_WORDS, GROUP_WORDS, LEVEL_WORDS, value_text
from welfare.organisations.models import Organisation
from welfare.organisations.reference import county, municipality
from welfare.organisations.words import term_words
from welfare.rules.indicators import Level
from welfare.ui.formats import number_text
from welfare.ui.locale import current_locale

MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One number that would be written."""

    what: str
    place: str
    when: str
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
    headers: Sequence[str]

    @classmethod
    def of(cls, work: UnitOfWork, plan: Plan | AbsencePlan) -> "Preview":
        """Put a plan into words; what is changed first, then what is new."""
        is_absences = isinstance(plan, AbsencePlan)
        return cls(
            counts=counts_of(plan),
            written=_absences(work, plan) if isinstance(plan, AbsencePlan) else _values(work, plan),
            problems=[_problem(problem) for problem in plan.problems],
            mistakes=plan.problems.mistakes,
            unlisted=plan.problems.unlisted,
            unknown=plan.unknown_indicators,
            remembered=0 if isinstance(plan, AbsencePlan) else _remembered(plan),
            digest=plan.digest,
            is_sound=plan.is_sound,
            headers=[
                _("Category") if is_absences else _("Indicator"),
                _("School") if is_absences else _("Place"),
                _("Term") if is_absences else _("Year"),
                _("Made of") if is_absences else _("Of whom"),
                _("Before"),
                _("Now"),
            ],
        )


def _values(work: UnitOfWork, plan: Plan) -> Sequence[WrittenLine]:
    writes = sorted(plan.writes, key=lambda line: (line.is_new, line.cell.code, line.cell.place, line.cell.year))
    ids = {UUID(line.cell.place) for line in writes[:MOST_LISTED] if line.cell.level is Level.SCHOOL}
    names = _school_names(work, ids)
    return [_written(line, plan.catalogue.known(line.cell.code), names) for line in writes[:MOST_LISTED]]


def _absences(work: UnitOfWork, plan: AbsencePlan) -> Sequence[WrittenLine]:
    writes = list(plan.writes)[:MOST_LISTED]
    names = _school_names(work, {line.told.place[0] for line in writes})
    return [_counted(line, names) for line in writes]


def _counted(line: AbsenceLine, names: Mapping[str, str]) -> WrittenLine:
    """Counts as they come with the file; of those that stand only that they are others: they may be of few."""
    unit_id, term, category = line.told.place
    count = line.told.total
    levels = sum(part.isdecimal() for part in line.told.parts)
    parts = _("%(levels)s by class level, %(reasons)s by reason", levels=levels, reasons=len(line.told.parts) - levels)
    return WrittenLine(
        what=str(CATEGORY_WORDS[category]),
        place=names.get(str(unit_id), ""),
        when=term_words(term),
        group=parts if line.told.parts else "–",
        before="–" if line.is_new else _("other counts"),
        after=_("%(pupils)s pupils, %(hours)s h", pupils=number_text(count.pupils), hours=number_text(count.hours)),
    )


def _remembered(plan: Plan) -> int:
    return len(plan.told.names) + len(new_regions(plan.told.regions))


def _written(line: Line, entry: Indicator, names: Mapping[str, str]) -> WrittenLine:
    standing = None if line.standing is None else point_of(entry, line.standing, small_number_floor())
    return WrittenLine(
        what=entry.title(current_locale()),
        place=place_name(line.cell.level, line.cell.place, names),
        when=str(line.cell.year),
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


def _school_names(work: UnitOfWork, ids: Collection[UUID]) -> Mapping[str, str]:
    found = work.session.scalars(select(Organisation).where(Organisation.id.in_(ids)))
    return {str(each.id): each.name(current_locale()) for each in found}


def _problem(problem: Problem) -> ProblemLine:
    words = str(PROBLEM_WORDS[problem.code])
    return ProblemLine(problem.row, problem.column, problem.shown, words, problem.is_mistake)
