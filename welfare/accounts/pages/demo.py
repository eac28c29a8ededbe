"""The invented people of a demonstration, as cards on the sign-in page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from uuid import UUID

from sqlalchemy import Select, select

from welfare.accounts.models import Account
from welfare.accounts.queries import is_demo_database
from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation, SchoolClass
from welfare.people.bonds import holds_on
from welfare.people.models import Assignment, Enrolment, Person, PersonKind
from welfare.people.pages import PersonName
from welfare.rules.actors import Role
from welfare.ui.locale import current_locale

_MOST_OF_A_ROLE = 3
_CITIZENS = {Role.STUDENT: PersonKind.STUDENT, Role.GUARDIAN: PersonKind.GUARDIAN}


@dataclass(frozen=True)
class DemoPerson:
    """One card."""

    account_id: UUID
    name: str
    sort_key: tuple[object, ...]
    place: str


@dataclass(frozen=True)
class DemoRole:
    """The cards of one role."""

    role: str
    people: Sequence[DemoPerson]


def demo_people(work: UnitOfWork) -> Sequence[DemoRole]:
    """Some invented people of each role; none in a database of real people, whatever its accounts say."""
    if not is_demo_database(work.session):
        return ()
    found = [DemoRole(ROLE_WORDS[role], _cards(work, role)) for role in Role]
    return tuple(group for group in found if group.people)


def _cards(work: UnitOfWork, role: Role) -> Sequence[DemoPerson]:
    accounts = select(Account, Person).join(Person, Person.id == Account.person_id)
    accounts = accounts.where(Account.is_demo, Account.is_enabled)
    accounts = accounts.order_by(Account.created_at, Account.id).limit(_MOST_OF_A_ROLE)
    if role in _CITIZENS:
        accounts = accounts.where(Person.kind == _CITIZENS[role])
    else:
        accounts = accounts.where(Person.id.in_(_holders(role, work.facts.on)))
    people = [_card(work, account, person, role) for account, person in work.session.execute(accounts)]
    return sorted(people, key=attrgetter("sort_key"))


def _holders(role: Role, today: date) -> Select[UUID]:
    return select(Assignment.person_id).where(
        Assignment.role == role,
        holds_on(Assignment, today),
    )


def _card(work: UnitOfWork, account: Account, person: Person, role: Role) -> DemoPerson:
    name = PersonName.of(work, person)
    return DemoPerson(account.id, name.full, name.sort_key, "" if person.is_restricted else _place(work, person, role))


def _place(work: UnitOfWork, person: Person, role: Role) -> str:
    if role is Role.STUDENT:
        statement = (
            select(SchoolClass.name)
            .join(Enrolment, Enrolment.class_id == SchoolClass.id)
            .where(Enrolment.student_id == person.id, Enrolment.ends_on.is_(None), SchoolClass.is_home_group)
            .order_by(SchoolClass.name)
        )
        return work.session.scalars(statement).first() or ""
    posts = (
        select(Organisation)
        .join(Assignment, Assignment.organisation_id == Organisation.id)
        .where(Assignment.person_id == person.id, Assignment.role == role)
        .order_by(Assignment.begins_on, Assignment.id)
    )
    place = work.session.scalars(posts).first()
    return place.name(current_locale()) if place else ""
