"""Who may be named: the staff of a school and of the services given there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.people.bonds import holds_on, is_present_on
from welfare.people.models import Assignment, Person, PersonKind
from welfare.rules.actors import INSTITUTION_STAFF, WELFARE_PROFESSIONALS, Role


@dataclass(frozen=True, slots=True)
class AtWork:
    """A person at work at a school, with the role entered first."""

    person: Person
    role: Role


def staff_at(session: Session, school_id: UUID, on: date) -> Sequence[AtWork]:
    """Everybody who works at a school on a day, teaching or giving a welfare service; each once."""
    statement = (
        select(Person, Assignment.role)
        .join(Assignment, Assignment.person_id == Person.id)
        .where(
            Assignment.organisation_id == school_id,
            Assignment.role.in_(INSTITUTION_STAFF | WELFARE_PROFESSIONALS),
            holds_on(Assignment, on),
            Person.kind == PersonKind.STAFF,
            is_present_on(on),
        )
        .order_by(Assignment.begins_on, Assignment.id)
    )
    found: dict[UUID, AtWork] = {}
    for person, role in session.execute(statement):
        found.setdefault(person.id, AtWork(person, role))
    return list(found.values())


def professionals_among(staff: Sequence[AtWork]) -> Sequence[AtWork]:
    """The social and health professionals of student welfare among them: who may find on ability (IND §3.7)."""
    return [each for each in staff if each.role in WELFARE_PROFESSIONALS]
