"""Plain values put into a real database: an invented county, its schools and its people, made as a test needs them.

``Village`` makes rows through a unit of work of the system, so that keys, digests and events are as in life.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid4

from flask import Flask

from welfare.accounts.models import Account
from welfare.audit.event import Origin
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import Grant, UnitOfWork
from welfare.organisations.models import Organisation, OrganisationKind, SchoolClass, SchoolYear
from welfare.people.likeness import keep_likeness
from welfare.people.models import Assignment, Enrolment, Guardianship, Person, PersonKind, Teaching
from welfare.rules.actors import SYSTEM, Actor, Facts, Role, World
from welfare.rules.permissions import Permission
from welfare.rules.registers import HOUSE
from welfare.rules.unit_types import UnitType

COUNTY_ROLES = {Role.CURATOR, Role.SENIOR_CURATOR, Role.PSYCHOLOGIST, Role.NURSE, Role.DOCTOR, Role.WELFARE_COORDINATOR}
PROVIDER_ROLES = {Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.PROVIDER_COORDINATOR}
BEGINNING = date(2026, 8, 11)


@dataclass(frozen=True)
class Someone:
    """A person with an account, as tests name them."""

    person_id: UUID
    account_id: UUID
    name: str


@contextmanager
def system_work(ledger: Ledger, actor: Actor = SYSTEM) -> Iterator[UnitOfWork]:
    """A unit of work of the system, for making what a test begins with."""
    grant = Grant(Permission.SYSTEM_SET_UP.value, Facts(on=ledger.clock().date()), ("is_system",), Origin(way="test"))
    with ledger.transaction(writes=True) as transaction, ledger.work(transaction, actor, grant) as work:
        yield work


@dataclass
class Village:
    """One county, one provider and one school to begin with; more on request."""

    ledger: Ledger
    county_id: UUID = field(default_factory=uuid4)
    provider_id: UUID = field(default_factory=uuid4)
    school_id: UUID = field(default_factory=uuid4)

    @classmethod
    def of(cls, app: Flask) -> "Village":
        """The village of an application's empty database."""
        village = cls(app.extensions["ledger"])
        with village.work() as work:
            kinds = OrganisationKind
            work.session.add(
                Organisation(
                    id=village.county_id,
                    kind=kinds.COUNTY,
                    name_fi="Rannan hyvinvointialue",
                    name_sv="Strands välfärdsområde",
                )
            )
            work.session.flush()
            work.session.add(
                Organisation(
                    id=village.provider_id,
                    kind=kinds.PROVIDER,
                    parent_id=village.county_id,
                    county_id=village.county_id,
                    name_fi="Rannan kunta",
                    name_sv="Strands kommun",
                )
            )
            work.session.flush()
            village.add_school(work, village.school_id, "Koivurannan koulu", "KOI")
            work.session.add(
                SchoolYear(organisation_id=village.provider_id, starts_on=BEGINNING, ends_on=date(2027, 6, 5))
            )
        return village

    def work(self) -> AbstractContextManager[UnitOfWork]:
        """A unit of work of the system."""
        return system_work(self.ledger)

    def add_school(self, work: UnitOfWork, school_id: UUID, name: str, short: str) -> None:
        """Put a school of the provider into a unit of work."""
        work.session.add(
            Organisation(
                id=school_id,
                kind=OrganisationKind.SCHOOL,
                parent_id=self.provider_id,
                provider_id=self.provider_id,
                county_id=self.county_id,
                name_fi=name,
                name_sv=name,
                short_name=short,
                unit_type=UnitType.BASIC,
            )
        )
        work.session.flush()

    def another_school(self, name: str = "Kaislan koulu", short: str = "KAI") -> UUID:
        """One more school of the provider."""
        school_id = uuid4()
        with self.work() as work:
            self.add_school(work, school_id, name, short)
        return school_id

    def a_class(self, name: str = "8B", school_id: UUID | None = None) -> UUID:
        """A home group."""
        class_id = uuid4()
        with self.work() as work:
            work.session.add(SchoolClass(id=class_id, school_id=school_id or self.school_id, name=name, grade=name[0]))
        return class_id

    def staff(self, role: Role, name: str, *, school_id: UUID | None = None, class_id: UUID | None = None) -> Someone:
        """A staff member with an account and one assignment at the school (or the provider, for administration)."""
        employer = self.county_id if role in COUNTY_ROLES else self.provider_id
        place = dict.fromkeys(PROVIDER_ROLES, self.provider_id) | {Role.WELFARE_COORDINATOR: self.county_id}
        with self.work() as work:
            person = self._person(work, PersonKind.STAFF, name, controller_id=employer, key_subject_id=employer)
            work.session.add(
                Assignment(
                    person_id=person.id,
                    role=role,
                    organisation_id=place.get(role, school_id or self.school_id),
                    employer_id=employer,
                    begins_on=BEGINNING,
                )
            )
            if class_id:
                work.session.add(Teaching(person_id=person.id, class_id=class_id, begins_on=BEGINNING))
            return Someone(person.id, self._account(work, person, World.STAFF), name)

    def student(
        self,
        name: str,
        class_id: UUID,
        *,
        of_age_on: date = date(2030, 1, 1),
        is_restricted: bool = False,
        street: str = "Kaislapolku 1",
    ) -> Someone:
        """A student of a class, with an account."""
        with self.work() as work:
            person = self._person(work, PersonKind.STUDENT, name, controller_id=self.provider_id)
            person.of_age_on, person.is_restricted = of_age_on, is_restricted
            place = {"street": street, "postal_code": "69999", "city": "Ranta", "home_municipality": "074"}
            work.encrypt_document(person, Person.place, place)
            keep_likeness(work, person, name.partition(" ")[2], place)
            school_class = work.session.get_one(SchoolClass, class_id)
            work.session.add(
                Enrolment(
                    student_id=person.id, class_id=class_id, school_id=school_class.school_id, begins_on=BEGINNING
                )
            )
            return Someone(person.id, self._account(work, person, World.CITIZEN), name)

    def guardian(self, name: str, student: Someone, *, decides: bool = True, has_custody: bool = True) -> Someone:
        """A guardian of a student, with an account."""
        with self.work() as work:
            person = self._person(work, PersonKind.GUARDIAN, name, controller_id=self.provider_id)
            work.session.add(
                Guardianship(
                    guardian_id=person.id,
                    student_id=student.person_id,
                    has_custody=has_custody,
                    decides=decides,
                    may_receive_information=True,
                    begins_on=BEGINNING,
                )
            )
            return Someone(person.id, self._account(work, person, World.CITIZEN), name)

    def _person(
        self, work: UnitOfWork, kind: PersonKind, name: str, *, controller_id: UUID, key_subject_id: UUID | None = None
    ) -> Person:
        person_id = uuid4()
        person = Person(
            id=person_id, kind=kind, controller_id=controller_id, key_subject_id=key_subject_id or person_id
        )
        given, _, family = name.partition(" ")
        work.encrypt_document(
            person,
            Person.identity,
            {"given_name": given, "family_name": family, "language": "fi", "birth_date": "2012-05-05"},
        )
        keep_likeness(work, person, family)
        work.session.add(person)
        work.session.flush()
        return person

    def _account(self, work: UnitOfWork, person: Person, world: World) -> UUID:
        account = Account(
            id=uuid4(),
            person_id=person.id,
            world=world,
            username_index=work.fingerprint(HOUSE, "username", str(person.id)),
            has_second_factor=world is World.STAFF,
            created_at=work.now,
        )
        work.encrypt_document(
            account, Account.credentials, {"username": str(person.id), "password_hash": "", "totp_secret": None}
        )
        work.session.add(account)
        work.session.flush()
        return account.id


def moment(text: str) -> datetime:
    """An aware moment from ISO text with its offset."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        message = "say the offset"
        raise ValueError(message)
    return found
