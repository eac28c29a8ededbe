"""Who reads an own page: the student, or a guardian of the student; what both are told in their own words."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.portal import MajorityNotice, majority_notice
from welfare.rules.whereabouts import may_know_the_school


@dataclass(frozen=True, slots=True)
class Reader:
    """How the reader stands to the student whose page it is."""

    student_id: UUID
    given_name: str
    """The student's."""
    is_student: bool
    may_know_where: bool
    """Whether what leads to the school may be told: not to a guardian of one under non-disclosure (rule 32)."""
    notice: MajorityNotice | None
    of_age_on: date | None

    @classmethod
    def of(cls, work: UnitOfWork, student: Person) -> "Reader":
        """Open the student's name."""
        return cls(
            student_id=student.id,
            given_name=PersonName.of(work, student).given,
            is_student=work.actor.person_id == student.id,
            may_know_where=may_know_the_school(work.actor, student.id, is_restricted=student.is_restricted),
            notice=majority_notice(student.of_age_on, work.facts.on),
            of_age_on=student.of_age_on,
        )

    @property
    def is_notice_near(self) -> bool:
        """Whether the day is at hand."""
        return self.notice is MajorityNotice.NEAR
