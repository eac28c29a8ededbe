"""Applying enrolments: students' places in classes, and teachers' own groups."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Enrolment, Teaching
from welfare.people.roster.applying.days import ONE_DAY, batches
from welfare.people.roster.applying.places import Places
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.plan import FilePlan, Stamped, rows_of
from welfare.people.roster.records import EnrollmentRole, EnrollmentRow
from welfare.rules.registers import Register

CHUNK = 2000
Membership = Enrolment | Teaching


@dataclass(frozen=True)
class MembershipApplier:
    """Writes memberships in chunks. ``from_day`` begins those whose row does not say when."""

    work: UnitOfWork
    memory: Memory
    places: Places
    from_day: date
    today: date
    tell: Callable[[int], None]

    def apply(self, plan: FilePlan[EnrollmentRow]) -> None:
        """Write every membership of the plan."""
        for rows in batches(rows_of(plan.add), CHUNK):
            self.work.session.add_all(self._made(row, row.begins or self.from_day) for row in rows)
            self._flush(rows)
        for some in batches((*plan.back, *plan.change)):
            self._renew(some)
            self._flush(rows_of(some))

    def _renew(self, some: Sequence[Stamped[EnrollmentRow]]) -> None:
        """Change dates in place; who moved, or comes back, begins anew and keeps the earlier time on record."""
        stored = self._stored([self._id(row) for row in rows_of(some)])
        for row in rows_of(some):
            old = stored.get(self._id(row))
            if old is not None and self._is_same(old, row) and not _has_ended(old, self.today):
                old.begins_on, old.ends_on = row.begins or old.begins_on, row.ends
                if isinstance(old, Teaching):
                    old.is_responsible = row.is_primary
                self._note(row)
                continue
            if old is not None:
                old.ends_on = min(old.ends_on or self.today, self.today - ONE_DAY)
            self.memory.move(RosterFile.ENROLLMENTS, row.source_id, uuid4())
            self.work.session.add(self._made(row, max(row.begins or self.today, self.today)))

    def _made(self, row: EnrollmentRow, begins: date) -> Membership:
        person_id = self.memory.target(RosterFile.USERS, row.user_id)
        class_id = self.memory.target(RosterFile.CLASSES, row.class_id)
        self._note(row)
        if row.role is EnrollmentRole.STUDENT:
            school_id = self.places.ids[row.school_id]
            return Enrolment(
                id=self._id(row),
                student_id=person_id,
                class_id=class_id,
                school_id=school_id,
                begins_on=begins,
                ends_on=row.ends,
            )
        return Teaching(
            id=self._id(row),
            person_id=person_id,
            class_id=class_id,
            is_responsible=row.is_primary,
            begins_on=begins,
            ends_on=row.ends,
        )

    def _is_same(self, old: Membership, row: EnrollmentRow) -> bool:
        """Whether a stored membership is of the same person in the same class of the same school."""
        person_id = self.memory.target(RosterFile.USERS, row.user_id)
        class_id = self.memory.target(RosterFile.CLASSES, row.class_id)
        is_student = row.role is EnrollmentRole.STUDENT
        if isinstance(old, Enrolment):
            school_id = self.places.ids[row.school_id]
            return is_student and (old.student_id, old.class_id, old.school_id) == (person_id, class_id, school_id)
        return not is_student and (old.person_id, old.class_id) == (person_id, class_id)

    def _stored(self, ids: Sequence[UUID]) -> dict[UUID, Membership]:
        session = self.work.session
        found: list[Membership] = [*session.scalars(select(Enrolment).where(Enrolment.id.in_(ids)))]
        found += session.scalars(select(Teaching).where(Teaching.id.in_(ids)))
        return {row.id: row for row in found}

    def _note(self, row: EnrollmentRow) -> None:
        """Name the student in the trail; a colleague's groups are no event about them."""
        if row.role is EnrollmentRole.STUDENT:
            student_id = self.memory.target(RosterFile.USERS, row.user_id)
            self.work.note(self.places.homes[row.school_id], Register.DIRECTORY, ("person", student_id))

    def _id(self, row: EnrollmentRow) -> UUID:
        return self.memory.target(RosterFile.ENROLLMENTS, row.source_id)

    def _flush(self, rows: Sequence[EnrollmentRow]) -> None:
        self.work.flush_chunk()
        self.tell(len(rows))


def _has_ended(membership: Membership, today: date) -> bool:
    return membership.ends_on is not None and membership.ends_on < today
