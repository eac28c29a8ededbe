"""What whoever asks on the own pages is shown: the form, or the request that waits."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.models import LogRequest
from welfare.datarights.queries import asker_of, open_request
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.log_requests import Asker, answer_due
from welfare.rules.registers import Register


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request that is not answered yet: its number, when it came, and its last day."""

    number: str
    received_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class OddPage:
    """Asking about one student; nothing here leads to the school."""

    student_id: UUID
    given_name: str
    is_student: bool
    due_on: date
    """The last day to answer, if it is asked today."""
    waiting: Waiting | None

    @classmethod
    def of(cls, work: UnitOfWork, student: Person) -> "OddPage":
        """Open the student's name."""
        row = open_request(work.session, work.actor, student)
        return cls(
            student_id=student.id,
            given_name=PersonName.of(work, student).given,
            is_student=asker_of(work.actor, student) is Asker.ONESELF,
            due_on=answer_due(Register.WELFARE, work.facts.on),
            waiting=_waiting(row) if row else None,
        )


def _waiting(row: LogRequest) -> Waiting:
    return Waiting(row.number, row.received_on, row.due_on)
