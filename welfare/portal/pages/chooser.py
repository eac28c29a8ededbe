"""Whose page it is: chosen where there are several, told where there are none."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person
from welfare.people.pages import PersonName, names_of
from welfare.portal.queries import own_students
from welfare.requests.pages.receipts import Receipt, receipts_of

FEW, MANY = 5, 50


@dataclass(frozen=True, slots=True)
class OwnStudent:
    """One student whose pages the reader has."""

    id: UUID
    name: str
    """The given name."""
    is_self: bool


@dataclass(frozen=True, slots=True)
class ChooserPage:
    """Those whose pages the reader has, oneself first, then children by name."""

    given_name: str
    students: Sequence[OwnStudent]
    sent: Sequence[Receipt]
    """Receipts of what the reader has asked for others, who are not named any more."""

    @classmethod
    def of(cls, work: UnitOfWork) -> "ChooserPage":
        """Open the names."""
        students = students_of(work)
        own = {each.id for each in students}
        sent = [each for each in receipts_of(work, size=MANY)[0] if each.student_id not in own]
        return cls(own_given_name(work), students, sent[:FEW])


def only_one(work: UnitOfWork) -> UUID | None:
    """The one student whose pages the reader has; None where there is a choice, or nobody."""
    found = own_students(work.session, work.actor)
    return found[0].id if len(found) == 1 else None


def students_of(work: UnitOfWork) -> Sequence[OwnStudent]:
    """Oneself first, then children by name."""
    people = own_students(work.session, work.actor)
    names = names_of(work, people)
    me = work.actor.person_id
    ordered = sorted(people, key=lambda person: (person.id != me, names[person.id].sort_key))
    return [OwnStudent(person.id, names[person.id].given, person.id == me) for person in ordered]


def own_given_name(work: UnitOfWork) -> str:
    """By which the reader is greeted."""
    person = work.session.get(Person, work.actor.person_id) if work.actor.person_id else None
    return PersonName.of(work, person).given if person else ""
