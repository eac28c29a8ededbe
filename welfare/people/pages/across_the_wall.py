"""All that communal work may ask of the directory: who works where, by name. The wall lets it import this module alone.

Nothing here hands out a pupil or a guardian: a person who is not of the staff is answered like one who is not there.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.bonds import holds_on, is_present_on
from welfare.people.models import Assignment, Person, PersonKind
from welfare.people.pages.names import names_of
from welfare.rules.actors import Role


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody at work, by name and post."""

    person_id: UUID
    role: Role
    name: str


def staff_at(work: UnitOfWork, places: Collection[UUID], roles: Collection[Role], on: date) -> Sequence[StaffMember]:
    """Who works at some places in some posts, by name; each once for each post."""
    statement = (
        select(Person, Assignment.role)
        .join(Assignment, Assignment.person_id == Person.id)
        .where(
            Assignment.organisation_id.in_(places),
            Assignment.role.in_(roles),
            holds_on(Assignment, on),
            Person.kind == PersonKind.STAFF,
            is_present_on(on),
        )
        .distinct()
    )
    found = [(person, role) for person, role in work.session.execute(statement)]
    names = names_of(work, (person for person, _role in found))
    ordered = sorted(found, key=lambda each: (names[each[0].id].sort_key, str(each[1]), str(each[0].id)))
    return [StaffMember(person.id, role, names[person.id].full) for person, role in ordered]


def works_among(
    session: Session, person_ids: Iterable[UUID], places: Collection[UUID], roles: Collection[Role], on: date
) -> frozenset[UUID]:
    """Which of some people work at some places in some posts on a day; no name is opened."""
    statement = (
        select(Assignment.person_id)
        .join(Person, Person.id == Assignment.person_id)
        .where(
            Assignment.person_id.in_(set(person_ids)),
            Assignment.organisation_id.in_(places),
            Assignment.role.in_(roles),
            holds_on(Assignment, on),
            Person.kind == PersonKind.STAFF,
            is_present_on(on),
        )
    )
    return frozenset(session.scalars(statement))


def staff_names(work: UnitOfWork, person_ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """The names of some of the staff, also of those who work here no more."""
    statement = select(Person).where(Person.id.in_(set(person_ids)), Person.kind == PersonKind.STAFF)
    found = names_of(work, work.session.scalars(statement))
    return {id: name.full for id, name in found.items()}
