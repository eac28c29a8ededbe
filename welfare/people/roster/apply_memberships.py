"""Applying enrolments: students' places in classes, and teachers' own groups."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Enrolment, Teaching
from welfare.people.roster.apply_schools import earlier
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.plan import Ending, FilePlan
from welfare.people.roster.records import EnrollmentRole, EnrollmentRow

CHUNK = 2000


@dataclass
class MembershipApplier:
    """Writes memberships in chunks."""

    work: UnitOfWork
    memory: Memory
    from_day: date
    tell: Callable[[int], None]

    def apply(self, plan: FilePlan[EnrollmentRow]) -> None:
        """Write every membership of the plan."""
        waiting = 0
        for stamped in (*plan.add, *plan.back, *plan.change):
            self._write(stamped.record, is_new=stamped.record.source_id not in self._known(plan))
            waiting += 1
            if waiting == CHUNK:
                waiting = self._flush(waiting)
        self._flush(waiting)
        self._end(plan.ended)

    def _known(self, plan: FilePlan[EnrollmentRow]) -> set[str]:
        return {stamped.record.source_id for stamped in (*plan.back, *plan.change)}

    def _write(self, row: EnrollmentRow, *, is_new: bool) -> None:
        row_id = self.memory.target(RosterFile.ENROLLMENTS, row.source_id)
        person_id = self.memory.target(RosterFile.USERS, row.user_id)
        class_id = self.memory.target(RosterFile.CLASSES, row.class_id)
        if row.role is EnrollmentRole.STUDENT:
            place = None if is_new else self.work.session.get(Enrolment, row_id)
            place = place or Enrolment(id=row_id)
            place.student_id, place.class_id = person_id, class_id
            place.school_id = self.memory.target(RosterFile.ORGS, row.school_id)
            place.begins_on, place.ends_on = row.begins or self.from_day, row.ends
            self.work.session.add(place)
            return
        group = None if is_new else self.work.session.get(Teaching, row_id)
        group = group or Teaching(id=row_id)
        group.person_id, group.class_id, group.is_responsible = person_id, class_id, row.is_primary
        group.begins_on, group.ends_on = row.begins or self.from_day, row.ends
        self.work.session.add(group)

    def _end(self, endings: Iterable[Ending]) -> None:
        for ending in endings:
            row_id = self.memory.find(RosterFile.ENROLLMENTS, ending.source_id)
            if row_id is not None:
                row = self.work.session.get(Enrolment, row_id) or self.work.session.get(Teaching, row_id)
                if row is not None:
                    row.ends_on = earlier(row.ends_on, ending.on)
        self._flush(0)

    def _flush(self, count: int) -> int:
        self.work.flush_chunk()
        self.tell(count)
        return 0
