"""Finding events: those of the controllers an officer serves, newest first, and what they are asked for by."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session

from welfare.accounts.models import Account
from welfare.audit.event import Outcome
from welfare.audit.models import AuditEvent, AuditHead, AuditSubject
from welfare.audit.reading import Mark, newest_first
from welfare.oversight.asked import PREFIXES, Asked
from welfare.people.models import Person
from welfare.rules.actors import Actor, Role
from welfare.rules.permissions import Permission
from welfare.rules.registers import HOUSE

MOST_BYTES = 64 * 1024
"""Bodies above this (of a whole roster's import) are left where they are until their own page is opened."""


@dataclass(frozen=True, slots=True)
class Found:
    """One event as a list needs it."""

    chain_id: UUID
    seq: int
    at: datetime
    actor_id: UUID | None
    permission: str
    outcome: Outcome
    body: bytes | None

    @property
    def mark(self) -> Mark:
        """Where the events before this one begin."""
        return (self.at, self.chain_id, self.seq)


def own_controllers(actor: Actor) -> frozenset[UUID]:
    """The controllers an officer serves."""
    return actor.controllers(Role.DATA_PROTECTION_OFFICER)


def events_visible_to(actor: Actor) -> ColumnElement[bool]:
    """Condition on `AuditEvent`: the chains of the controllers served, and the house's events of their people."""
    return or_(*(condition for _, condition in _sources(actor)))


def find_events(session: Session, actor: Actor, asked: Asked, limit: int) -> list[Found]:
    """The newest events that answer; each chain is asked by itself, so that its own index serves."""
    found: list[Found] = []
    for chain_id, condition in _sources(actor):
        statement = newest_first(_wanted(asked, chain_id).where(condition), asked.before, limit)
        found += [_found(row) for row in session.execute(statement)]
    return sorted(found, key=lambda event: event.mark, reverse=True)[:limit]


def find_event(session: Session, actor: Actor, chain_id: UUID, seq: int) -> AuditEvent | None:
    """One event, if the officer may see it."""
    place = (AuditEvent.chain_id == chain_id, AuditEvent.seq == seq)
    return session.scalars(select(AuditEvent).where(*place, events_visible_to(actor))).one_or_none()


def heads_of(session: Session, controllers: frozenset[UUID]) -> dict[UUID, int]:
    """How many events each chain has; a controller without any is left out."""
    statement = select(AuditHead.chain_id, AuditHead.seq).where(AuditHead.chain_id.in_(controllers))
    return {row.chain_id: row.seq for row in session.execute(statement)}


def last_verified(session: Session, chain_id: UUID) -> datetime | None:
    """When a verification last found a chain good: its events stand in the house's chain, about the chain."""
    statement = (
        select(AuditEvent.at)
        .join(AuditSubject, and_(AuditSubject.chain_id == AuditEvent.chain_id, AuditSubject.seq == AuditEvent.seq))
        .where(
            AuditSubject.subject_id == chain_id,
            AuditSubject.kind == "chain",
            AuditSubject.chain_id == HOUSE,
            AuditEvent.permission == Permission.AUDIT_VERIFY.value,
        )
        .order_by(AuditSubject.seq.desc())
        .limit(1)
    )
    return session.scalar(statement)


def people_of(session: Session, controllers: frozenset[UUID]) -> list[Person]:
    """Everybody in the directories of some controllers, for a search by name."""
    return list(session.scalars(select(Person).where(Person.controller_id.in_(controllers))))


def accounts_of(session: Session, person_ids: set[UUID]) -> dict[UUID, UUID]:
    """Account by person."""
    statement = select(Account.person_id, Account.id).where(Account.person_id.in_(person_ids))
    return {row.person_id: row.id for row in session.execute(statement)}


def actors_of(session: Session, account_ids: set[UUID]) -> dict[UUID, Person]:
    """Person by account."""
    statement = select(Account.id, Person).join(Person, Person.id == Account.person_id)
    return {row[0]: row[1] for row in session.execute(statement.where(Account.id.in_(account_ids)))}


def _sources(actor: Actor) -> Iterator[tuple[UUID, ColumnElement[bool]]]:
    controllers = own_controllers(actor)
    for controller_id in sorted(controllers):
        yield controller_id, AuditEvent.chain_id == controller_id
    own_people = select(Person.id).where(Person.controller_id.in_(controllers))
    own = select(Account.id).where(Account.person_id.in_(own_people))
    is_about_own = exists().where(
        AuditSubject.chain_id == AuditEvent.chain_id,
        AuditSubject.seq == AuditEvent.seq,
        or_(
            and_(AuditSubject.kind == "account", AuditSubject.subject_id.in_(own)),
            and_(AuditSubject.kind == "person", AuditSubject.subject_id.in_(own_people)),
        ),
    )
    yield HOUSE, and_(AuditEvent.chain_id == HOUSE, or_(AuditEvent.actor_id.in_(own), is_about_own))


def _found(row: Any) -> Found:  # noqa: ANN401 - a row of `_wanted`
    return Found(row.chain_id, row.seq, row.at, row.actor_id, row.permission, Outcome(row.outcome), row.body)


def _wanted(asked: Asked, chain_id: UUID) -> Select[Any]:
    event = AuditEvent
    body = case((func.length(event.body) <= MOST_BYTES, event.body), else_=None).label("body")
    columns = (event.chain_id, event.seq, event.at, event.actor_id, event.permission, event.outcome, body)
    statement = select(*columns).where(event.chain_id == chain_id, *_conditions(asked))
    if asked.about_id is None:
        return statement
    about = (AuditSubject.subject_id == asked.about_id, AuditSubject.chain_id == chain_id)
    return statement.where(event.seq.in_(select(AuditSubject.seq).where(*about)))


def _conditions(asked: Asked) -> Iterator[ColumnElement[bool]]:
    event = AuditEvent
    if asked.actor_id is not None:
        yield event.actor_id == asked.actor_id
    if asked.outcome is not None:
        yield event.outcome == asked.outcome.value
    if asked.deeds is not None:
        yield or_(*(event.permission.startswith(f"{prefix}:", autoescape=True) for prefix in PREFIXES[asked.deeds]))
    if asked.starts_at is not None:
        yield event.at >= asked.starts_at
    if asked.ends_at is not None:
        yield event.at < asked.ends_at
