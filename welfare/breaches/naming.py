"""Naming by hand whom a breach concerns, where the log does not tell it."""

from welfare.audit.unit_of_work import UnitOfWork
from welfare.breaches.actions import TakenError, check_open
from welfare.breaches.models import Breach, BreachPerson
from welfare.people.models import Person
from welfare.rules.breaches import BreachState
from welfare.rules.registers import Register


def name_concerned(work: UnitOfWork, row: Breach, student: Person) -> None:
    """One more pupil is concerned, and reads at once what those concerned have been told. Raises TakenError."""
    check_open(work, row)
    if work.session.get(BreachPerson, (row.id, student.id)) is None:
        work.session.add(BreachPerson(breach_id=row.id, student_id=student.id, events=0))
        work.session.flush()
        work.note(row.controller_id, Register.AUDIT, ("person", student.id), concerned="named")


def leave_out(work: UnitOfWork, row: Breach, student: Person) -> None:
    """A pupil was named by mistake. Raises TakenError: whom the chain names, and who has been told, stay."""
    check_open(work, row)
    person = work.session.get(BreachPerson, (row.id, student.id))
    if person is None or not may_be_left_out(row, person):
        raise TakenError
    work.session.delete(person)
    work.session.flush()
    work.note(row.controller_id, Register.AUDIT, ("person", student.id), concerned="left_out")


def may_be_left_out(row: Breach, person: BreachPerson) -> bool:
    """Whether somebody was named by hand, and nobody has been told yet."""
    return row.state is BreachState.OPEN and row.people is None and person.events == 0
