"""A member of staff who did not come by a roster: the person and their first post."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.likeness import keep_likeness
from welfare.people.models import Assignment, Person, PersonKind
from welfare.rules.actors import Role


@dataclass(frozen=True)
class NewStaff:
    """Who begins in which role, where, and when."""

    controller_id: UUID
    given_name: str
    family_name: str
    role: Role
    organisation_id: UUID
    begins_on: date
    ends_on: date | None = None


def create_staff(work: UnitOfWork, command: NewStaff) -> Person:
    """Put a person into the employer's directory, with one post."""
    person = Person(
        id=uuid4(),
        kind=PersonKind.STAFF,
        controller_id=command.controller_id,
        key_subject_id=command.controller_id,
    )
    identity = {"given_name": command.given_name, "family_name": command.family_name}
    work.encrypt_document(person, Person.identity, identity)
    keep_likeness(work, person, command.family_name)
    work.session.add(person)
    work.session.flush()
    work.session.add(
        Assignment(
            person_id=person.id,
            role=command.role,
            organisation_id=command.organisation_id,
            employer_id=command.controller_id,
            begins_on=command.begins_on,
            ends_on=command.ends_on,
        )
    )
    work.session.flush()
    return person
