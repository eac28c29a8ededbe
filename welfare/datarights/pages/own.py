"""What whoever asks on the own pages is shown: the form, and the requests that wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.forms import LooksOddForm
from welfare.datarights.models import LogRequest
from welfare.datarights.own_registers import open_requests, own_registers
from welfare.datarights.pages.head import reasons_of
from welfare.datarights.pages.own_answers import OwnAnswer, own_answers
from welfare.datarights.queries import asker_of
from welfare.datarights.words import OWN_REGISTER_WORDS
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.log_requests import Asker, answer_due
from welfare.rules.registers import Register
from welfare.ui.fields import Option
from welfare.ui.formats import date_text


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request that is not answered yet: about what, its number, when it came, and its last day."""

    what: str
    number: str
    received_on: date
    due_on: date
    reasons: str
    """Why it takes longer."""


@dataclass(frozen=True, slots=True)
class OddPage:
    """Asking about one student; nothing here leads to the school."""

    student_id: UUID
    given_name: str
    is_student: bool
    waiting: Sequence[Waiting]
    answers: Sequence[OwnAnswer]
    form: LooksOddForm
    may_ask: bool
    """Whether there is a register about which nothing waits."""

    @classmethod
    def of(cls, work: UnitOfWork, student: Person, form: LooksOddForm) -> "OddPage":
        """Open the student's name; each register says by when it is answered if it is asked today."""
        rows = open_requests(work.session, work.actor, student)
        registers = own_registers(work.session, student)
        waiting = {row.register for row in rows}
        form.register.offer(
            [
                Option(each, OWN_REGISTER_WORDS[each], _due(each, work.facts.on))
                for each in registers
                if each not in waiting or form.is_submitted()
            ]
        )
        return cls(
            student_id=student.id,
            given_name=PersonName.of(work, student).given,
            is_student=asker_of(work.actor, student) is Asker.ONESELF,
            waiting=[_waiting(work, row) for row in rows],
            answers=own_answers(work, student),
            form=form,
            may_ask=bool(registers.keys() - waiting),
        )


def _due(register: Register, on: date) -> str:
    return _("Answered by %(day)s", day=date_text(answer_due(register, on)))


def _waiting(work: UnitOfWork, row: LogRequest) -> Waiting:
    what, reasons = str(OWN_REGISTER_WORDS[row.register]), reasons_of(work, row)
    return Waiting(what, row.number, row.received_on, row.due_on, reasons)
