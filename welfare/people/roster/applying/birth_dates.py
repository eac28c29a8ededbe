"""Applying birth dates that come without their people's own rows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person, PersonKind
from welfare.people.roster.applying.days import batches
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.pages.identity import birth_date_of, identity_of
from welfare.people.roster.records import DemographicsRow
from welfare.rules.ages import FEBRUARY_28, comes_of_age_on


@dataclass(frozen=True)
class BirthDateApplier:
    """Compares birth dates with what is stored, and writes those that differ."""

    work: UnitOfWork
    memory: Memory

    def news(self, rows: Sequence[DemographicsRow]) -> tuple[DemographicsRow, ...]:
        """Those that differ from what is stored."""
        return tuple(row for some in batches(rows) for row, person in self._people(some) if self._differs(person, row))

    def apply(self, rows: Sequence[DemographicsRow]) -> None:
        """Write birth dates. A person whose identity cannot be opened keeps what is there."""
        for some in batches(rows):
            for row, person in self._people(some):
                identity = identity_of(self.work, person)
                if identity is not None:
                    changed = identity | {"birth_date": row.birth_date.isoformat()}
                    self.work.encrypt_document(person, Person.identity, changed)
                    is_student = person.kind is PersonKind.STUDENT
                    person.of_age_on = comes_of_age_on(row.birth_date) if is_student else None
            self.work.flush_chunk()

    def _differs(self, person: Person, row: DemographicsRow) -> bool:
        """A student's coming of age tells it without a key, but for the last days of February."""
        is_plain = (row.birth_date.month, row.birth_date.day) < (2, FEBRUARY_28) or row.birth_date.month > 2  # noqa: PLR2004
        if is_plain and person.kind is PersonKind.STUDENT:
            return person.of_age_on != comes_of_age_on(row.birth_date)
        return birth_date_of(self.work, person) != row.birth_date

    def _people(self, rows: Iterable[DemographicsRow]) -> Iterator[tuple[DemographicsRow, Person]]:
        by_id: dict[UUID, DemographicsRow] = {self.memory.target(RosterFile.USERS, row.source_id): row for row in rows}
        people = self.work.session.scalars(select(Person).where(Person.id.in_(list(by_id)))).all()
        self.work.prefetch(people)
        return ((by_id[person.id], person) for person in people)
