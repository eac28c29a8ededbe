"""What importing a file of absences would do: totals of categories, and what they are made of, beside what stands."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.indicators.importing.absence_rows import AbsenceRow, Part
from welfare.indicators.importing.problems import ProblemCode, ProblemLog
from welfare.indicators.importing.regions import own_titles
from welfare.indicators.models import AbsenceCount, AbsencePart
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.absence_parts import Reason, grades_fit, reasons_fit
from welfare.rules.absences import Category, Count
from welfare.rules.indicators import Level
from welfare.rules.terms import SchoolTerm, term_of

Place = tuple[UUID, SchoolTerm, Category]
"""A school, a term and a category."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a file tells of one category of a school's term."""

    place: Place
    total: Count
    enrolled: int
    parts: Mapping[str, Count]
    """By class level or reason, as `AbsencePart.part` has them."""


@dataclass(frozen=True, slots=True)
class AbsenceLine:
    """One category of the file beside the one that stands."""

    told: Told
    standing: AbsenceCount | None
    standing_parts: Mapping[str, Count]

    @property
    def is_new(self) -> bool:
        """Whether nothing stood there."""
        return self.standing is None

    @property
    def is_change(self) -> bool:
        """Whether something else stood there."""
        row = self.standing
        if row is None:
            return False
        before = (Count(row.pupils, row.hours), row.enrolled, self.standing_parts)
        return before != (self.told.total, self.told.enrolled, self.told.parts)


@dataclass(frozen=True)
class AbsencePlan:
    """What approving would write."""

    lines: Sequence[AbsenceLine]
    problems: ProblemLog
    unknown_indicators: Sequence[str] = ()
    """A file of absences has no codes of indicators."""

    @property
    def writes(self) -> Sequence[AbsenceLine]:
        """What is new or changed."""
        return [line for line in self.lines if line.is_new or line.is_change]

    @property
    def is_sound(self) -> bool:
        """Whether it may be approved."""
        return not self.problems.mistakes

    @property
    def digest(self) -> str:
        """A mark of exactly this plan: what is approved must be what was shown."""
        told = [(line.told, line.standing and line.standing.revision) for line in self.writes]
        return sha256(repr(sorted(told, key=repr)).encode()).hexdigest()


def absence_plan_of(
    session: Session, unit: Organisation, rows: Sequence[AbsenceRow], log: ProblemLog, on: date
) -> AbsencePlan:
    """Sort the rows by category and compare them with what stands."""
    placed: defaultdict[Place, dict[Part, AbsenceRow]] = defaultdict(dict)
    schools = _schools(session, unit)
    for row in rows:
        school = (
            unit.id if not row.school and unit.kind is OrganisationKind.SCHOOL else schools.get(row.school.casefold())
        )
        if school is None:
            log.note(row.row, ProblemCode.UNKNOWN_SCHOOL, "school", row.school)
        elif unit.kind is OrganisationKind.SCHOOL and school != unit.id:
            log.note(row.row, ProblemCode.NOT_OF_THIS_UNIT, "school", row.school)
        elif row.term > term_of(on):
            log.note(row.row, ProblemCode.BAD_TERM, "term", f"{row.term.starts_on.year}")
        elif placed[school, row.term, row.category].setdefault(row.part, row) is not row:
            log.note(row.row, ProblemCode.SAME_CELL_TWICE, "category", row.category.value)
    told = [found for place, parts in placed.items() if (found := _told(place, parts, log)) is not None]
    _check_enrolled(placed, log)
    standing = _standing(session, placed)
    parts = _standing_parts(session, placed)
    return AbsencePlan([AbsenceLine(each, standing.get(each.place), parts[each.place]) for each in told], log)


def _schools(session: Session, unit: Organisation) -> Mapping[str, UUID]:
    return {name: UUID(code) for name, (level, code) in own_titles(session, unit).items() if level is Level.SCHOOL}


def _told(place: Place, rows: Mapping[Part, AbsenceRow], log: ProblemLog) -> Told | None:
    """One category, if its total is there and what it is made of fits it."""
    total, first = rows.get(None), min(row.row for row in rows.values())
    if total is None:
        log.note(first, ProblemCode.MISSING_TOTAL, "category", place[2].value)
        return None
    grades = {part: row.count for part, row in rows.items() if isinstance(part, int)}
    reasons = {part: row.count for part, row in rows.items() if isinstance(part, Reason)}
    if (grades and not grades_fit(grades, total.count)) or not reasons_fit(reasons, total.count):
        log.note(total.row, ProblemCode.NOT_THE_SUM, "pupils", f"{total.count.pupils}")
    parts = {str(part): row.count for part, row in rows.items() if part is not None}
    return Told(place, total.count, total.enrolled or 0, parts)


def _check_enrolled(placed: Mapping[Place, Mapping[Part, AbsenceRow]], log: ProblemLog) -> None:
    """A school has as many pupils in every category of a term, and no more are away than there are."""
    seen: dict[tuple[UUID, SchoolTerm], int] = {}
    for (school, term, _category), rows in placed.items():
        total = rows.get(None)
        if total is None:
            continue
        enrolled = total.enrolled or 0
        if enrolled < max(1, total.count.pupils) or seen.setdefault((school, term), enrolled) != enrolled:
            log.note(total.row, ProblemCode.MISSING_ENROLLED, "enrolled", f"{enrolled}" if enrolled else "")


def _standing(session: Session, places: Mapping[Place, object]) -> Mapping[Place, AbsenceCount]:
    statement = select(AbsenceCount).where(
        AbsenceCount.unit_id.in_({place[0] for place in places}),
        AbsenceCount.term_starts_on.in_({place[1].starts_on for place in places}),
    )
    return {(row.unit_id, SchoolTerm(row.term_starts_on), row.category): row for row in session.scalars(statement)}


def _standing_parts(session: Session, places: Mapping[Place, object]) -> Mapping[Place, Mapping[str, Count]]:
    statement = select(AbsencePart).where(
        AbsencePart.unit_id.in_({place[0] for place in places}),
        AbsencePart.term_starts_on.in_({place[1].starts_on for place in places}),
    )
    found: defaultdict[Place, dict[str, Count]] = defaultdict(dict)
    for row in session.scalars(statement):
        place = row.unit_id, SchoolTerm(row.term_starts_on), row.category
        found[place][row.part] = Count(row.pupils, row.hours)
    return found
