"""Applying the people of a roster: who they are. Their posts and ties come after, for a tie points at two of them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.identity_codes import CODE_PURPOSE
from welfare.people.likeness import keep_likeness
from welfare.people.models import Person, PersonKind
from welfare.people.roster.applying.days import batches
from welfare.people.roster.applying.places import Places
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.pages.identity import birth_date_of
from welfare.people.roster.plan import FilePlan, rows_of
from welfare.people.roster.records import FAMILY_ROLES, UserRole, UserRow
from welfare.rules.ages import comes_of_age_on

CHUNK = 1000


def kind_of(row: UserRow) -> PersonKind:
    """In which capacity the directory will know this person."""
    if row.role is UserRole.STUDENT:
        return PersonKind.STUDENT
    return PersonKind.GUARDIAN if row.role in FAMILY_ROLES else PersonKind.STAFF


@dataclass(frozen=True)
class PeopleApplier:
    """Writes people in chunks, so that a hundred thousand of them stay small in memory."""

    work: UnitOfWork
    memory: Memory
    places: Places
    tell: Callable[[int], None]

    def apply(self, plan: FilePlan[UserRow], released: Collection[UUID]) -> None:
        """Write everybody of the plan. ``released`` are people whose identity code belongs to somebody else now."""
        for ids in batches(list(released)):
            self._release(ids)
        for rows in batches(self.newcomers(plan), CHUNK):
            for row in rows:
                self._write(Person(id=self._id(row)), row)
            self._flush(rows)
        for rows in batches(self.acquaintances(plan), CHUNK):
            people = self._people(rows)
            for row in rows:
                self._write(people[self._id(row)], row)
            self._flush(rows)

    def newcomers(self, plan: FilePlan[UserRow]) -> list[UserRow]:
        """Those who have never been here."""
        return [row for row in rows_of(plan.add) if self._id(row) not in self.memory.adopted]

    def acquaintances(self, plan: FilePlan[UserRow]) -> list[UserRow]:
        """Those who have changed, who come back, and who are known under another id."""
        adopted = [row for row in rows_of(plan.add) if self._id(row) in self.memory.adopted]
        return adopted + rows_of((*plan.back, *plan.change))

    def _release(self, ids: Sequence[UUID]) -> None:
        people = self.work.session.scalars(select(Person).where(Person.id.in_(ids))).all()
        self.work.prefetch(people)
        for person in people:
            person.identity_code_index = None
        self.work.flush_chunk()

    def _write(self, person: Person, row: UserRow) -> None:
        """What hides somebody for safety is set by a roster and never ended by one: two persons do that."""
        home = self.places.homes[row.org_ids[0]]
        kind = kind_of(row)
        birth_date = row.birth_date
        if birth_date is None and kind is PersonKind.STUDENT and person.identity is not None:
            birth_date = birth_date_of(self.work, person)
        person.kind = kind
        person.controller_id = home
        person.key_subject_id = home if kind is PersonKind.STAFF else person.id
        person.is_restricted = bool(person.is_restricted) or row.is_address_restricted
        person.ended_on = None
        person.of_age_on = comes_of_age_on(birth_date) if kind is PersonKind.STUDENT and birth_date else None
        self.work.encrypt_document(person, Person.identity, _identity(row, birth_date))
        self.work.encrypt_document(person, Person.contact, {"email": row.email, "phone": row.phone})
        self.work.encrypt_document(person, Person.place, _place(row))
        self._write_code(person, row.identity_code)
        keep_likeness(self.work, person, row.family_name, _place(row), row.identity_code)
        self.work.session.add(person)

    def _write_code(self, person: Person, code: str) -> None:
        if code:
            self.work.encrypt(person, Person.identity_code, code)
            person.identity_code_index = self.work.fingerprint(person.controller_id, CODE_PURPOSE, code)
        else:
            person.identity_code = person.identity_code_index = None

    def _people(self, rows: Sequence[UserRow]) -> dict[UUID, Person]:
        ids = [self._id(row) for row in rows]
        found = self.work.session.scalars(select(Person).where(Person.id.in_(ids))).all()
        return {person.id: person for person in found}

    def _id(self, row: UserRow) -> UUID:
        return self.memory.target(RosterFile.USERS, row.source_id)

    def _flush(self, rows: Sequence[UserRow]) -> None:
        self.work.flush_chunk()
        self.tell(len(rows))


def _identity(row: UserRow, birth_date: date | None) -> dict[str, str | None]:
    return {
        "given_name": row.given_name,
        "middle_name": row.middle_name,
        "family_name": row.family_name,
        "language": row.language,
        "birth_date": birth_date.isoformat() if birth_date else None,
        "title": row.title,
    }


def _place(row: UserRow) -> dict[str, str]:
    return {
        "street": row.street,
        "postal_code": row.postal_code,
        "city": row.city,
        "home_municipality": row.home_municipality,
    }
