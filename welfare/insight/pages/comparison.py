"""Schools beside each other by their duties: how far the work reaches, never who is best (COM §4, F50)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.duties import DutyLight, duties_of
from welfare.communal.pages import LightView, view_of
from welfare.communal.words import STATE_WORDS
from welfare.insight.defects import OpenDefects, open_defects
from welfare.insight.pages.beside import LanguageSplit, StaffingBeside, defect_words
from welfare.insight.pages.offices import OfficesBeside
from welfare.insight.queries import schools_overseen, students_in
from welfare.organisations.models import Organisation
from welfare.organisations.queries import schools_by_id
from welfare.organisations.words import language_words
from welfare.rules.duties import DutyState
from welfare.rules.unit_types import has_pupils
from welfare.ui.formats import number_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class Column:
    """One duty, and how many schools stand how."""

    title: str
    rules: Sequence[str]
    """The section that asks for it, or the sections where it is another in another kind of unit."""
    counts: Mapping[DutyState, int]
    """Missing where a school has no such duty."""


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """One school: its lights in the order of the columns, None where it has no such duty."""

    id: UUID
    name: str
    languages: str
    students: str
    cells: Sequence[LightView | None]
    defects: OpenDefects
    late: int


@dataclass(frozen=True, slots=True)
class ProviderTable:
    """The schools of one provider."""

    id: UUID
    name: str
    rows: Sequence[SchoolRow]


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted of every school."""

    students: Mapping[UUID, int]
    defects: Mapping[UUID, OpenDefects]
    late: Mapping[UUID, int]


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Every school that the reader answers for, by provider."""

    columns: Sequence[Column]
    tables: Sequence[ProviderTable]
    schools: int
    late: int
    """How many duties are late in all of them."""
    defects: OpenDefects
    split: LanguageSplit
    staffing: Sequence[StaffingBeside]
    offices: OfficesBeside
    state_words: Mapping[DutyState, object] = field(default_factory=lambda: STATE_WORDS)

    @staticmethod
    def coverage_words(column: Column) -> str:
        """In how many schools a duty is in order, and in how many its day is still far."""
        said = f"{column.counts[DutyState.IN_ORDER]} / {sum(column.counts.values())}"
        waiting = column.counts[DutyState.NOT_YET]
        if not waiting:
            return said
        return f"{said} · " + ngettext("%(num)d not yet due", "%(num)d not yet due", waiting)

    @staticmethod
    def defect_words(defects: OpenDefects) -> str:
        """As the report says it."""
        return defect_words(defects)

    @classmethod
    def of(cls, work: UnitOfWork) -> "ComparisonPage":
        """Read schools and lights; a number of statements that does not grow with the schools."""
        schools = schools_overseen(work.session, work.actor)
        lights = duties_of(work, schools)
        titles = {light.code: light for each in lights.values() for light in each}
        by_code = {id: {light.code: light for light in each} for id, each in lights.items()}
        students = students_in(work.session, [school.id for school in schools], work.facts.on)
        defects = open_defects(work.session, [school.id for school in schools], work.facts.on)
        late = {id: sum(light.state is DutyState.LATE for light in each) for id, each in lights.items()}
        counts = Counts(students, defects, late)
        return cls(
            columns=[_column(light, by_code) for light in titles.values()],
            tables=list(_tables(work, schools, by_code, (list(titles), counts))),
            schools=len(schools),
            late=sum(late.values()),
            defects=sum(defects.values(), start=OpenDefects()),
            split=LanguageSplit.of(schools, students, late, defects),
            staffing=StaffingBeside.all(work),
            offices=OfficesBeside.of(work),
        )


def _column(light: DutyLight, by_code: Mapping[UUID, Mapping[str, DutyLight]]) -> Column:
    counts = Counter(each[light.code].state for each in by_code.values() if light.code in each)
    rules = dict.fromkeys(each[light.code].rule for each in by_code.values() if light.code in each)
    return Column(light.title, list(rules), {state: counts[state] for state in DutyState})


def _tables(
    work: UnitOfWork,
    schools: Sequence[Organisation],
    by_code: Mapping[UUID, Mapping[str, DutyLight]],
    told: tuple[Sequence[str], Counts],
) -> Iterator[ProviderTable]:
    locale = current_locale()
    codes, counts = told
    owners = schools_by_id(work.session, [school.provider_id for school in schools if school.provider_id])
    for owner in sorted(owners.values(), key=lambda each: each.name(locale)):
        rows = [_row(school, codes, by_code[school.id], counts) for school in schools if school.provider_id == owner.id]
        yield ProviderTable(owner.id, owner.name(locale), sorted(rows, key=lambda row: row.name))


def _row(school: Organisation, codes: Sequence[str], lights: Mapping[str, DutyLight], counts: Counts) -> SchoolRow:
    return SchoolRow(
        id=school.id,
        name=school.name(current_locale()),
        languages=language_words(school.teaching_languages),
        students=number_text(counts.students.get(school.id, 0)) if has_pupils(school.unit_type) else "–",
        cells=[view_of(lights[code]) if code in lights else None for code in codes],
        defects=counts.defects.get(school.id, OpenDefects()),
        late=counts.late.get(school.id, 0),
    )
