"""From the cells of a file of absences to counts, each of a school, a term and a category, never of one pupil."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from welfare.indicators.importing.problems import ProblemCode, ProblemLog
from welfare.indicators.importing.rows import COLUMNS, Cells, FileForm, counted, read_year
from welfare.rules.absence_parts import CATEGORY_OF, GRADES, Reason
from welfare.rules.absences import Category, Count, is_possible
from welfare.rules.terms import YEAR_BEGINS, SchoolTerm, Season

MOST_PUPILS, MOST_HOURS = 10_000, 1_000_000
SEASONS: Mapping[str, Season] = {
    **dict.fromkeys(("autumn", "syksy", "syyslukukausi", "höst", "hösttermin"), Season.AUTUMN),
    **dict.fromkeys(("spring", "kevät", "kevätlukukausi", "vår", "vårtermin"), Season.SPRING),
}
CATEGORIES: Mapping[str, Category] = {
    **{each.value: each for each in Category},
    **dict.fromkeys(("sairaus", "sjukdom"), Category.ILLNESS),
    **dict.fromkeys(("terveydenhuolto tai opiskeluhuolto", "hälsovård eller elevhälsa"), Category.SERVICE),
    **dict.fromkeys(("myönnetty poissaolo", "beviljad frånvaro"), Category.LEAVE),
    **dict.fromkeys(("odottaa selvitystä", "väntar på utredning"), Category.UNEXPLAINED),
    **dict.fromkeys(("luvaton poissaolo", "olovlig frånvaro"), Category.UNAUTHORISED),
    **dict.fromkeys(("myöhästyminen", "sen ankomst"), Category.LATE),
}
REASONS: Mapping[str, Reason] = {each.value: each for each in Reason}
Named = TypeVar("Named")
Part = int | Reason | None
"""A class level, a reason, or the whole category."""


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """One sound row; the school is still the sender's word for it."""

    row: int
    school: str
    term: SchoolTerm
    category: Category
    part: Part
    count: Count
    enrolled: int | None
    """How many pupils the school has; told on the rows of totals."""


def read_absences(cells: Cells, log: ProblemLog) -> Sequence[AbsenceRow]:
    """The rows of a file of absences, with what is wrong noted. Raises FileProblemError."""
    return list(_read(cells, log))


def _read(cells: Cells, log: ProblemLog) -> Iterator[AbsenceRow]:
    for row, line in counted(cells):
        before = log.mistakes
        found = _Line(row, dict(zip(COLUMNS[FileForm.ABSENCES_CSV], line, strict=True)), log).read()
        if found is not None and log.mistakes == before:
            yield found


@dataclass(frozen=True, slots=True)
class _Line:
    """One row being read."""

    row: int
    cells: Mapping[str, str]
    log: ProblemLog

    def read(self) -> AbsenceRow | None:
        """What it tells; None with the reasons noted."""
        year = read_year(self.row, "year", self.cells["year"], self.log)
        season = self._named("term", SEASONS, ProblemCode.BAD_TERM)
        category = self._named("category", CATEGORIES, ProblemCode.BAD_CATEGORY)
        pupils, hours = self._number("pupils", MOST_PUPILS), self._number("hours", MOST_HOURS)
        enrolled = self._number("enrolled", MOST_PUPILS) if self.cells["enrolled"] else None
        if not year or season is None or category is None or pupils is None or hours is None:
            return None
        count = Count(pupils, hours)
        if not is_possible(count):
            self._wrong(ProblemCode.HALF_COUNT, "hours")
        term = SchoolTerm.beginning(year, YEAR_BEGINS if season is Season.AUTUMN else 1)
        return AbsenceRow(self.row, self.cells["school"], term, category, self._part(category), count, enrolled)

    def _part(self, category: Category) -> Part:
        if self.cells["grade"] and self.cells["reason"]:
            self._wrong(ProblemCode.TWO_PARTS, "reason")
        if self.cells["grade"]:
            text = self.cells["grade"]
            if text.isascii() and text.isdecimal() and len(text) <= len(str(GRADES[-1])) and int(text) in GRADES:
                return int(text)
            self._wrong(ProblemCode.BAD_GRADE, "grade")
        elif self.cells["reason"]:
            reason = self._named("reason", REASONS, ProblemCode.BAD_REASON)
            if reason is not None and CATEGORY_OF[reason] is not category:
                self._wrong(ProblemCode.BAD_REASON, "reason")
            return reason
        return None

    def _named(self, column: str, names: Mapping[str, Named], code: ProblemCode) -> Named | None:
        found = names.get(self.cells[column].casefold())
        if found is None:
            self._wrong(code, column)
        return found

    def _number(self, column: str, most: int) -> int | None:
        text = self.cells[column]
        if text.isascii() and text.isdecimal() and len(text) <= len(str(most)) and int(text) <= most:
            return int(text)
        self._wrong(ProblemCode.BAD_COUNT, column)
        return None

    def _wrong(self, code: ProblemCode, column: str) -> None:
        self.log.note(self.row, code, column, self.cells[column])
