"""Applying the people of a roster: who they are; their posts and families are written by `apply_bonds`."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person, PersonKind
from welfare.people.roster.apply_bonds import BondApplier
from welfare.people.roster.apply_schools import earlier
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.places import Places
from welfare.people.roster.plan import Ending, FilePlan
from welfare.people.roster.records import FAMILY_ROLES, UserRole, UserRow
from welfare.rules.ages import comes_of_age_on

CHUNK = 1000


@dataclass
class PeopleApplier:
    """Writes people in chunks, so that a hundred thousand of them stay small in memory."""

    work: UnitOfWork
    memory: Memory
    places: Places
    bonds: BondApplier
    tell: Callable[[int], None]
    _homes: dict[str, UUID] = field(default_factory=dict)

    def apply(self, plan: FilePlan[UserRow]) -> None:
        """Write everybody of the plan: students before their guardians, for a guardianship points at both."""
        fresh = [stamped.record for stamped in plan.add]
        known = [stamped.record for stamped in (*plan.back, *plan.change)]
        for row in fresh + known:
            self._homes[row.source_id] = self._home(row)
        for some in _chunks(fresh):
            for row in some:
                self._write(Person(id=self._id(row.source_id)), row)
            self._flush(some)
        for some in _chunks(known):
            people = self._people(some)
            for row in some:
                self._write(people[self._id(row.source_id)], row)
            self._flush(some)
        for rows, is_new in ((fresh, True), (known, False)):
            for some in _chunks(rows):
                self.bonds.apply(some, is_new=is_new)
                self._flush(())
        self._end(plan.ended)

    def _write(self, person: Person, row: UserRow) -> None:
        home = self._homes[row.source_id]
        person.kind = _kind(row)
        person.controller_id = home
        person.key_subject_id = home if person.kind is PersonKind.STAFF else person.id
        person.is_restricted = row.is_address_restricted
        person.ended_on = None
        is_student = person.kind is PersonKind.STUDENT
        person.of_age_on = comes_of_age_on(row.birth_date) if is_student and row.birth_date else None
        self.work.encrypt_document(person, Person.identity, _identity(row))
        self.work.encrypt_document(person, Person.contact, {"email": row.email, "phone": row.phone})
        self.work.encrypt_document(person, Person.place, _place(row))
        if row.identity_code:
            self.work.encrypt(person, Person.identity_code, row.identity_code)
            person.identity_code_index = self.work.fingerprint(home, "identity-code", row.identity_code)
        self.work.session.add(person)

    def _end(self, endings: Iterable[Ending]) -> None:
        for ending in endings:
            person_id = self.memory.find(RosterFile.USERS, ending.source_id)
            person = self.work.session.get(Person, person_id) if person_id else None
            if person is not None:
                person.ended_on = earlier(person.ended_on, ending.on)
        self._flush(())

    def _people(self, rows: Sequence[UserRow]) -> dict[UUID, Person]:
        ids = [self._id(row.source_id) for row in rows]
        found = self.work.session.scalars(select(Person).where(Person.id.in_(ids))).all()
        self.work.prefetch(found)
        return {person.id: person for person in found}

    def _home(self, row: UserRow) -> UUID:
        """Whose directory the person stands in: the employer's for staff, the provider's for families."""
        first = self.memory.target(RosterFile.ORGS, row.org_ids[0])
        return self.places.provider_of(first)

    def _id(self, source_id: str) -> UUID:
        return self.memory.target(RosterFile.USERS, source_id)

    def _flush(self, rows: Sequence[UserRow]) -> None:
        self.work.flush_chunk()
        self.tell(len(rows))


def _kind(row: UserRow) -> PersonKind:
    if row.role is UserRole.STUDENT:
        return PersonKind.STUDENT
    return PersonKind.GUARDIAN if row.role in FAMILY_ROLES else PersonKind.STAFF


def _identity(row: UserRow) -> dict[str, str | None]:
    return {
        "given_name": row.given_name,
        "middle_name": row.middle_name,
        "family_name": row.family_name,
        "language": row.language,
        "birth_date": row.birth_date.isoformat() if row.birth_date else None,
        "title": row.title,
    }


def _place(row: UserRow) -> dict[str, str]:
    return {
        "street": row.street,
        "postal_code": row.postal_code,
        "city": row.city,
        "home_municipality": row.home_municipality,
    }


def _chunks(rows: Sequence[UserRow]) -> Iterable[Sequence[UserRow]]:
    for start in range(0, len(rows), CHUNK):
        yield rows[start : start + CHUNK]
