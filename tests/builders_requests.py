"""Requests for support put into a real database by the room's own deeds, and people at work as after the gate."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, select

from tests.builders import Someone, Village
from welfare.access.gate import HOME_ZONE
from welfare.accounts.actors import actor_of
from welfare.accounts.models import Account, Level, SignInSession
from welfare.audit.event import Origin
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import Grant, UnitOfWork
from welfare.organisations.models import Organisation
from welfare.people.models import Person
from welfare.requests.actions.sending import Sender, SendRequest, send_request
from welfare.requests.models import ContactRequest
from welfare.rules.actors import Actor, Facts
from welfare.rules.permissions import Permission
from welfare.rules.requests import SenderKind, Service, Urgency
from welfare.rules.sending import GuardianTold
from welfare.rules.subjects import Subject

Row = TypeVar("Row")

ASKED = SendRequest(
    service=Service.CURATOR,
    urgency=Urgency.NORMAL,
    subject=Subject.PEERS_AND_BULLYING,
    description="Riidat kaveripiirissä jatkuvat.",
    together=True,
    guardian_told=GuardianTold.TOLD,
    guardian_told_on=date(2026, 11, 20),
    wish="Että ei kerrota koko luokalle.",
)
"""A whole request by staff, made together with the student, the guardian told."""


def actor_for(village: Village, who: Someone) -> Actor:
    """Who someone is when fully signed in."""
    with village.ledger.transaction() as transaction:
        account = transaction.session.get_one(Account, who.account_id)
        sign_in = SignInSession(id=UUID(int=7), level=Level.FULL)
        return actor_of(transaction.session, account, sign_in, village.ledger.clock().date())


@contextmanager
def at_work(
    village: Village, who: Someone | Actor, permission: Permission = Permission.REQUEST_HANDLE
) -> Iterator[UnitOfWork]:
    """A writing unit of work of someone, as after a granted request."""
    actor = actor_for(village, who) if isinstance(who, Someone) else who
    ledger = village.ledger
    grant = Grant(
        permission.value, Facts(on=ledger.clock().astimezone(HOME_ZONE).date()), ("test",), Origin(way="test")
    )
    with ledger.transaction(writes=True) as transaction, ledger.work(transaction, actor, grant) as work:
        yield work


def a_request(
    village: Village,
    student: Someone,
    sender: Someone,
    *,
    kind: SenderKind = SenderKind.STAFF,
    school_id: UUID | None = None,
    **changes: object,
) -> UUID:
    """A sent request; ``changes`` are of the command (service, urgency, together, …)."""
    with at_work(village, sender, Permission.REQUEST_SEND_FOR) as work:
        person = work.session.get_one(Person, student.person_id)
        school = work.session.get_one(Organisation, school_id or village.school_id)
        as_sender = Sender(kind=kind, name=sender.name, role="teacher" if kind is SenderKind.STAFF else kind.value)
        return send_request(work, person, school, as_sender, replace(ASKED, **changes)).id  # type: ignore[arg-type]


def read(ledger: Ledger, request_id: UUID) -> ContactRequest:
    """A request as it stands, let go of by its session."""
    return read_all(ledger, select(ContactRequest).where(ContactRequest.id == request_id))[0]


def read_all(ledger: Ledger, statement: Select[Row]) -> list[Row]:
    """Rows as they stand, let go of by their session."""
    with ledger.transaction() as transaction:
        rows = list(transaction.session.scalars(statement))
        transaction.session.expunge_all()
        return rows


def the_request(work: UnitOfWork, request_id: UUID) -> ContactRequest:
    """The row of a request."""
    return work.session.get_one(ContactRequest, request_id)
