"""People arrive as they do in life: by a roster, all of it in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.likeness import keep_likeness
from welfare.people.models import Assignment, Person, PersonKind
from welfare.people.roster.content import RosterContent
from welfare.people.roster.importing import Tell, apply, prepare
from welfare.people.roster.names import RosterFile
from welfare.people.roster.reading import Reading
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission
from welfare.web.seeding.stage import Stage


@dataclass(frozen=True, slots=True)
class Arrived:
    """A roster that was imported, and what its records became here."""

    content: RosterContent
    targets: Mapping[RosterFile, Mapping[str, UUID]]

    def person(self, source_id: str) -> UUID:
        """The person of a roster's user."""
        return self.targets[RosterFile.USERS][source_id]

    def organisation(self, source_id: str) -> UUID:
        """The county, provider or school of a roster's organisation."""
        return self.targets[RosterFile.ORGS][source_id]


def import_roster(stage: Stage, reading: Reading, tell: Tell | None = None) -> Arrived:
    """Import a sound reading. Raises UnsoundRosterError."""
    with stage.behind_the_scenes(Permission.ROSTER_IMPORT) as work:
        prepared = prepare(work, reading)
        apply(work, prepared, tell)
        return Arrived(reading.content, prepared.memory.targets)


def employ(work: UnitOfWork, name: str, role: Role, organisation_id: UUID, employer_id: UUID) -> Person:
    """Somebody in a post that no roster gives: administrators and data protection officers are named by hand."""
    person = Person(
        id=uuid4(), kind=PersonKind.STAFF, controller_id=employer_id, key_subject_id=employer_id, is_restricted=False
    )
    given, _, family = name.partition(" ")
    identity = {"given_name": given, "middle_name": "", "family_name": family, "language": "fi", "title": ""}
    work.encrypt_document(person, Person.identity, identity)
    keep_likeness(work, person, family)
    work.session.add(person)
    work.session.flush()
    work.session.add(
        Assignment(
            person_id=person.id,
            role=role,
            organisation_id=organisation_id,
            employer_id=employer_id,
            begins_on=work.facts.on,
        )
    )
    work.session.flush()
    return person
