"""Applying classes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from welfare.organisations.models import SchoolClass
from welfare.people.models import Teaching
from welfare.people.roster.applying.days import batches, end_bonds
from welfare.people.roster.applying.places import Places
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.plan import Ending, FilePlan, rows_of
from welfare.people.roster.records import ClassRow, ClassType

LONGEST_GRADES = 60


@dataclass(frozen=True)
class ClassApplier:
    """Writes home groups and subject groups."""

    session: Session
    memory: Memory
    places: Places

    def apply(self, plan: FilePlan[ClassRow]) -> None:
        """Make, change or take up again what the plan names, and end what is gone, with its teachers' posts in it."""
        for some in batches(plan.add):
            self.session.add_all(self._filled(SchoolClass(id=self._id(row)), row) for row in rows_of(some))
            self.session.flush()
        for some in batches((*plan.back, *plan.change)):
            found = self._stored([self._id(row) for row in rows_of(some)])
            for row in rows_of(some):
                self._filled(found[self._id(row)], row)
            self.session.flush()
        self._end(plan.ended)

    def _filled(self, school_class: SchoolClass, row: ClassRow) -> SchoolClass:
        school_class.school_id = self.places.ids[row.school_id]
        school_class.name = row.title
        school_class.grade = ",".join(row.grades)[:LONGEST_GRADES]
        school_class.is_home_group = row.type is ClassType.HOMEROOM
        school_class.ended_on = None
        return school_class

    def _stored(self, ids: Sequence[UUID]) -> dict[UUID, SchoolClass]:
        found = self.session.scalars(select(SchoolClass).where(SchoolClass.id.in_(ids)))
        return {school_class.id: school_class for school_class in found}

    def _end(self, endings: Iterable[Ending]) -> None:
        for ending in endings:
            class_id = self.memory.target(RosterFile.CLASSES, ending.source_id)
            lasting = or_(SchoolClass.ended_on.is_(None), SchoolClass.ended_on > ending.on)
            statement = update(SchoolClass).where(SchoolClass.id == class_id, lasting).values(ended_on=ending.on)
            self.session.execute(statement)
            end_bonds(self.session, Teaching.class_id, [class_id], ending.on)

    def _id(self, row: ClassRow) -> UUID:
        return self.memory.target(RosterFile.CLASSES, row.source_id)
