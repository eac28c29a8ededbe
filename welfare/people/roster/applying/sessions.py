"""Applying school years and terms. They belong to providers, so each provider of a roster gets its own of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.organisations.models import SchoolYear, Term
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.plan import Ending, FilePlan
from welfare.people.roster.records import SessionRow, SessionType

TERMS = frozenset({SessionType.SEMESTER, SessionType.TERM})
"""Grading periods lie within these and say nothing more of working days."""


@dataclass(frozen=True)
class SessionApplier:
    """Writes the school years and terms of one provider."""

    session: Session
    memory: Memory
    provider_id: UUID
    today: date

    def apply(self, plan: FilePlan[SessionRow]) -> None:
        """Make or change years, then the terms within them; take away terms that a year under way has lost."""
        rows = [stamped.record for stamped in (*plan.add, *plan.back, *plan.change)]
        for row in rows:
            if row.type is SessionType.SCHOOL_YEAR:
                self._write_year(row)
        self.session.flush()
        years = self._years()
        for row in rows:
            if row.type in TERMS:
                self._write_term(row, years)
        self._remove_terms(plan.ended)
        self.session.flush()

    def _write_year(self, row: SessionRow) -> None:
        year_id = self._id(row.source_id)
        year = self.session.get(SchoolYear, year_id) or self._beginning_on(row.start) or SchoolYear(id=year_id)
        year.organisation_id, year.starts_on, year.ends_on = self.provider_id, row.start, row.end
        self.session.add(year)

    def _write_term(self, row: SessionRow, years: Iterable[SchoolYear]) -> None:
        year = next((each for each in years if each.starts_on <= row.start <= each.ends_on), None)
        if year is None:
            return
        term_id = self._id(row.source_id)
        term = self.session.get(Term, term_id) or Term(id=term_id)
        term.school_year_id = year.id
        term.name, term.starts_on, term.ends_on = row.title, row.start, row.end
        self.session.add(term)

    def _remove_terms(self, endings: Iterable[Ending]) -> None:
        """A term that is no more would go on making working days; those of years gone by stay as they were."""
        ids = [self._id(ending.source_id) for ending in endings]
        statement = (
            select(Term)
            .join(SchoolYear, SchoolYear.id == Term.school_year_id)
            .where(Term.id.in_(ids), SchoolYear.ends_on >= self.today)
        )
        for term in self.session.scalars(statement):
            self.session.delete(term)

    def _years(self) -> Sequence[SchoolYear]:
        return self.session.scalars(select(SchoolYear).where(SchoolYear.organisation_id == self.provider_id)).all()

    def _beginning_on(self, start: date) -> SchoolYear | None:
        statement = select(SchoolYear).where(SchoolYear.organisation_id == self.provider_id)
        return self.session.scalars(statement.where(SchoolYear.starts_on == start)).one_or_none()

    def _id(self, source_id: str) -> UUID:
        return uuid5(self.memory.target(RosterFile.ACADEMIC_SESSIONS, source_id), self.provider_id.hex)
