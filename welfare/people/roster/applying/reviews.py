"""What an import leaves for somebody to look at: who is gone, and what could be read but not understood."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation
from welfare.people.models import Person, RosterImport, RosterReview
from welfare.people.roster.applying.days import batches
from welfare.people.roster.codes import Severity
from welfare.people.roster.content import RosterContent
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.plan import Ending, RosterPlan, rows_of
from welfare.people.roster.problems import Problem
from welfare.people.roster.reading import Reading
from welfare.people.roster.records import EnrollmentRow, Record, UserRow

LONGEST_DETAIL = 200
UNIT_TYPE_UNKNOWN = "unit_type_unknown"
MARK_GONE = "restriction_mark_gone"
"""The roster marks somebody no longer who is hidden for safety; no roster ends that (661/2009 36 §)."""


@dataclass(frozen=True)
class Reviewer:
    """Writes the reviews of one import."""

    session: Session
    memory: Memory
    row: RosterImport

    def write(self, reading: Reading, plan: RosterPlan, gone: Iterable[tuple[UUID, Ending]]) -> None:
        """Everything there is to look at, each thing once until its row in the roster changes."""
        self._add(self._review(ending.reason.value, person_id) for person_id, ending in gone)
        self._add(self._unclear(reading, plan))
        self._add(self._schools_of_unknown_type(plan))
        self._add(self._hidden_without_mark(plan))

    def _unclear(self, reading: Reading, plan: RosterPlan) -> Iterator[RosterReview]:
        problems = reading.problems.of(Severity.REVIEW)
        seen = self._seen({problem.code.value for problem in problems})
        touched = {
            (file.file_name, record.row)
            for file, part in plan
            for record in rows_of((*part.add, *part.back, *part.change))
        }
        people = self._people(reading.content, problems)
        for problem in problems:
            person_id = people.get((problem.file, problem.row))
            is_new = (problem.file, problem.row) in touched or (person_id, problem.code.value) not in seen
            if problem.row and is_new:
                yield self._review(problem.code.value, person_id, problem.value_shown)

    def _seen(self, codes: Iterable[str]) -> set[tuple[UUID | None, str]]:
        statement = select(RosterReview.person_id, RosterReview.code).where(RosterReview.code.in_(list(codes)))
        return {(person_id, code) for person_id, code in self.session.execute(statement)}

    def _people(self, content: RosterContent, problems: Iterable[Problem]) -> dict[tuple[str, int], UUID]:
        """Whom the rows of these problems are about."""
        wanted = {(problem.file, problem.row) for problem in problems}
        found: dict[tuple[str, int], UUID] = {}
        records: Iterable[tuple[RosterFile, Record]] = (
            *((RosterFile.USERS, row) for row in content.users.records.values()),
            *((RosterFile.ENROLLMENTS, row) for row in content.enrollments.records.values()),
        )
        for file, row in records if wanted else ():
            if (file.file_name, row.row) in wanted and isinstance(row, UserRow | EnrollmentRow):
                source_id = row.source_id if isinstance(row, UserRow) else row.user_id
                found[file.file_name, row.row] = self.memory.target(RosterFile.USERS, source_id)
        return found

    def _schools_of_unknown_type(self, plan: RosterPlan) -> Iterator[RosterReview]:
        ids = [self.memory.target(RosterFile.ORGS, row.source_id) for row in rows_of(plan.orgs.add)]
        statement = select(Organisation.name_fi).where(
            Organisation.id.in_(ids), Organisation.provider_id.is_not(None), Organisation.unit_type.is_(None)
        )
        for name in self.session.scalars(statement):
            yield self._review(UNIT_TYPE_UNKNOWN, None, name)

    def _hidden_without_mark(self, plan: RosterPlan) -> Iterator[RosterReview]:
        rows = [row for row in rows_of((*plan.users.back, *plan.users.change)) if not row.is_address_restricted]
        seen = self._seen([MARK_GONE]) if rows else set()
        for some in batches([self.memory.target(RosterFile.USERS, row.source_id) for row in rows]):
            hidden = select(Person.id).where(Person.id.in_(some), Person.is_restricted)
            for person_id in self.session.scalars(hidden):
                if (person_id, MARK_GONE) not in seen:
                    yield self._review(MARK_GONE, person_id)

    def _review(self, code: str, person_id: UUID | None, detail: str = "") -> RosterReview:
        return RosterReview(import_id=self.row.id, person_id=person_id, code=code, detail=detail[:LONGEST_DETAIL])

    def _add(self, reviews: Iterable[RosterReview]) -> None:
        self.session.add_all(list(reviews))
        self.session.flush()
