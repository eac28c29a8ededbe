"""Who gives a service at a school, and which services there are to hand a request to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.accounts.models import Account
from welfare.people.bonds import holds_on, is_present_on
from welfare.people.models import Assignment, Person
from welfare.requests.models import ContactRequest, RequestExclusion
from welfare.rules.actors import Role
from welfare.rules.requests import ROLES_OF, Service


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone who gives a service at a school today."""

    person: Person
    role: Role
    account_id: UUID | None


def givers_of(session: Session, school_id: UUID, service: Service, on: date) -> list[Colleague]:
    """Everybody who gives the service at the school on a day, each once."""
    statement = (
        select(Person, Assignment.role, Account.id)
        .join(Assignment, Assignment.person_id == Person.id)
        .outerjoin(Account, Account.person_id == Person.id)
        .where(
            Assignment.organisation_id == school_id,
            Assignment.role.in_(ROLES_OF[service]),
            holds_on(Assignment, on),
            is_present_on(on),
        )
        .order_by(Assignment.begins_on, Person.id)
    )
    found: dict[UUID, Colleague] = {}
    for person, role, account_id in session.execute(statement):
        found.setdefault(person.id, Colleague(person, role, account_id))
    return list(found.values())


def colleagues_for(session: Session, request: ContactRequest, on: date) -> list[Colleague]:
    """Those to whom the handler may hand the request: of the same service, with an account, and not shut out."""
    shut = set(session.scalars(select(RequestExclusion.account_id).where(RequestExclusion.request_id == request.id)))
    return [
        giver
        for giver in givers_of(session, request.school_id, request.service, on)
        if giver.account_id and giver.account_id != request.handler_account_id and giver.account_id not in shut
    ]


def other_services(request: ContactRequest) -> Sequence[Service]:
    """The services a request may be handed to."""
    own = ROLES_OF[request.service]
    return [service for service in Service if service is not Service.UNSURE and ROLES_OF[service] != own]
