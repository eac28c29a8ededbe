"""Finding whom a request is about, by a name that no address holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.queries import clients_of
from welfare.oversight.family import near_to
from welfare.oversight.queries import own_controllers, people_of
from welfare.people.models import Person, PersonKind
from welfare.people.pages import PersonName, names_of
from welfare.people.queries import guardians_of
from welfare.service_notes.models import ClientFile
from welfare.ui.fields import Option
from welfare.ui.locale import name_key

MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class FoundLine:
    """Somebody found, and what they are to the controller."""

    id: UUID
    name: str
    kind: str
    is_near: bool
    """Whether somebody else has to receive it (HL 27-28 §)."""


@dataclass(frozen=True, slots=True)
class FoundPage:
    """Who answers to a name."""

    lines: tuple[FoundLine, ...]
    has_more: bool

    @classmethod
    def of(cls, work: UnitOfWork, words: str) -> "FoundPage":
        """Look among the pupils and guardians of the directory, and among the services' own clients."""
        parts = words.casefold().split()

        def fits(identity: Mapping[str, Any]) -> bool:
            name = f"{identity.get('given_name', '')} {identity.get('family_name', '')}".casefold()
            return all(part in name for part in parts)

        controllers = own_controllers(work.actor)
        people = [each for each in people_of(work.session, controllers) if each.kind is not PersonKind.STAFF]
        found = work.sift(people, Person.identity, fits)[: MOST_FOUND + 1]
        clients = work.sift(clients_of(work.session, controllers), ClientFile.document, fits)[: MOST_FOUND + 1]
        near = near_to(work.session, work.actor)
        lines = {
            id: FoundLine(id, name, kind, id in near)
            for id, name, kind in (*_people(work, found), *_clients(work, clients))
        }
        ordered = sorted(lines.values(), key=lambda line: name_key(line.name))
        return cls(tuple(ordered[:MOST_FOUND]), len(ordered) > MOST_FOUND)


def guardian_options(work: UnitOfWork, subject: Person) -> Sequence[Option]:
    """The guardians of a pupil today, by name."""
    found = [person for person, _bond in guardians_of(work.session, subject.id, work.facts.on)]
    names = names_of(work, found)
    return [Option(person.id, names[person.id].full) for person in found]


def subject_name(work: UnitOfWork, subject: Person) -> str:
    """The name of the one whom the log is about."""
    return PersonName.of(work, subject).full


def _people(work: UnitOfWork, found: Sequence[Person]) -> list[tuple[UUID, str, str]]:
    kinds = {PersonKind.STUDENT: _("Pupil"), PersonKind.GUARDIAN: _("Guardian")}
    names = names_of(work, found)
    return [(person.id, names[person.id].full, kinds[person.kind]) for person in found]


def _clients(work: UnitOfWork, found: Sequence[ClientFile]) -> list[tuple[UUID, str, str]]:
    opened = [(row, work.decrypt_document(row, ClientFile.document)) for row in found]
    return [(row.student_id, f"{name['given_name']} {name['family_name']}", _("Client")) for row, name in opened]
