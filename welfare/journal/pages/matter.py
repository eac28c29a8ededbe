"""Which matter a page of the journal is about, and what its reader may do there."""

from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.pages.why import why_text
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.permissions import Permission, decide


@dataclass(frozen=True, slots=True)
class MatterHead:
    """Number and student of a matter."""

    id: UUID
    number: str
    student: str
    why: str
    may_write: bool

    @classmethod
    def of(cls, work: UnitOfWork, case: Case) -> "MatterHead":
        """Open the name of the student."""
        student = work.session.get_one(Person, case.student_id)
        return cls(
            id=case.id,
            number=case.number,
            student=PersonName.of(work, student).full,
            why=why_text(work),
            may_write=decide(work.actor, Permission.ENTRY_WRITE, work.facts).is_granted,
        )
