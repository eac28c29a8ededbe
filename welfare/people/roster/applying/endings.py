"""Ending people and memberships: nothing is deleted, and with a person ends every bond the person has."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from sqlalchemy import func, select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Assignment, Enrolment, Guardianship, Person, RosterRecord, Teaching
from welfare.people.roster.applying.days import batches, end_bonds
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.plan import Ending
from welfare.rules.events import PeopleEnded

BONDS = (
    Assignment.person_id,
    Teaching.person_id,
    Enrolment.student_id,
    Guardianship.guardian_id,
    Guardianship.student_id,
)


@dataclass(frozen=True)
class EndingApplier:
    """Ends what a roster no longer holds."""

    work: UnitOfWork
    memory: Memory
    tell: Callable[[int], None]

    def end_memberships(self, endings: Sequence[Ending]) -> None:
        """End places in classes and groups of teachers."""
        for some in batches(endings):
            ids = [self.memory.target(RosterFile.ENROLLMENTS, ending.source_id) for ending in some]
            for column in (Enrolment.id, Teaching.id):
                end_bonds(self.work.session, column, ids, some[0].on)
            self.tell(len(some))

    def end_people(self, endings: Sequence[Ending]) -> list[tuple[UUID, Ending]]:
        """End people with all their bonds; returns who they were."""
        found: list[tuple[UUID, Ending]] = []
        for some in batches(endings):
            gone = {self.memory.target(RosterFile.USERS, ending.source_id): ending for ending in some}
            for kept in self._kept(list(gone)):
                del gone[kept]
            self._end(list(gone), some[0])
            found += gone.items()
            self.tell(len(some))
        return found

    def _end(self, ids: Sequence[UUID], ending: Ending) -> None:
        session = self.work.session
        people = session.scalars(select(Person).where(Person.id.in_(ids))).all()
        self.work.prefetch(people)
        for person in people:
            person.ended_on = min(person.ended_on or ending.on, ending.on)
        for column in BONDS:
            end_bonds(session, column, ids, ending.on)
        self.work.tell(PeopleEnded(tuple(ids)))
        self.work.flush_chunk()

    def _kept(self, ids: Sequence[UUID]) -> set[UUID]:
        """Those who go on under another id, or in another sender's roster."""
        if not self._has_company:
            return self.memory.adopted.intersection(ids)
        statement = select(RosterRecord.target_id).where(
            RosterRecord.file == RosterFile.USERS.value,
            RosterRecord.sender != self.memory.sender,
            RosterRecord.target_id.in_(ids),
            RosterRecord.ended_on.is_(None),
        )
        return set(self.work.session.scalars(statement)) | self.memory.adopted.intersection(ids)

    @cached_property
    def _has_company(self) -> bool:
        """Whether there are other senders at all: the first and the last in the index tell it at once."""
        ends = (func.min(RosterRecord.sender), func.max(RosterRecord.sender))
        return any(self.work.session.scalar(select(end)) not in {None, self.memory.sender} for end in ends)
