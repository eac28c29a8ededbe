"""Who works in a register today, and which pupils may become clients of it."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.accounts.models import Account
from welfare.people.bonds import holds_on, is_present_on
from welfare.people.models import Assignment, Person
from welfare.people.queries import Reach
from welfare.rules.actors import WELFARE_PROFESSIONALS, Actor, Role
from welfare.rules.service_records import ROLES_OF, ServiceDesk, desks_of
from welfare.service_notes.models import ClientFile


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works in a register today and can sign in."""

    person: Person
    role: Role
    account_id: UUID


def colleagues_in(session: Session, desk: ServiceDesk, on: date, *, besides: UUID | None = None) -> list[Colleague]:
    """Everybody who keeps one register of one controller on a day, each once, besides one account."""
    statement = (
        select(Person, Assignment.role, Account.id)
        .join(Assignment, Assignment.person_id == Person.id)
        .join(Account, Account.person_id == Person.id)
        .where(
            Assignment.employer_id == desk.controller_id,
            Assignment.role.in_(ROLES_OF[desk.register]),
            Account.is_enabled,
            holds_on(Assignment, on),
            is_present_on(on),
        )
        .order_by(Assignment.begins_on, Person.id)
    )
    found: dict[UUID, Colleague] = {}
    for person, role, account_id in session.execute(statement):
        if account_id != besides:
            found.setdefault(account_id, Colleague(person, role, account_id))
    return list(found.values())


def may_take(actor: Actor) -> Reach:
    """The pupils whom the actor may take as clients: those of schools that the actor's service reaches."""
    serving = tuple(post for post in actor.posts if post.role in WELFARE_PROFESSIONALS)
    return Reach(replace(actor, posts=serving, class_ids=frozenset()))


def file_in(session: Session, desk: ServiceDesk, student_id: UUID) -> ClientFile | None:
    """The file that a service has of a pupil, whoever the worker is: there is one, and it goes on."""
    statement = select(ClientFile).where(
        ClientFile.student_id == student_id,
        ClientFile.register == desk.register,
        ClientFile.controller_id == desk.controller_id,
    )
    return session.scalars(statement).one_or_none()


def own_file_of(session: Session, actor: Actor, student_id: UUID) -> ClientFile | None:
    """The file of a pupil who is the actor's client already, for one who works in a single service."""
    desks = desks_of(actor)
    file = file_in(session, desks[0], student_id) if len(desks) == 1 else None
    return file if file and file.worker_account_id == actor.account_id else None
