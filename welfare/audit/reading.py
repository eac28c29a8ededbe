"""Reading the trail back: which events are about one person or thing, newest first. Reading it is an event too."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session

from welfare.audit.event import Outcome
from welfare.audit.models import AuditEvent, AuditSubject

Mark = tuple[datetime, UUID, int]
"""Where a page of events ended: time, chain and sequence of its last event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event as it was written: codes and ids, no words."""

    at: datetime
    chain_id: UUID
    seq: int
    actor_id: UUID | None
    person_id: UUID | None
    roles: tuple[str, ...]
    organisation_id: UUID | None
    """Where the actor's leading post was."""
    permission: str
    outcome: Outcome
    grounds: tuple[str, ...]
    registers: tuple[str, ...]
    subjects: tuple[tuple[str, UUID], ...]
    opened: dict[str, list[str]]
    written: list[Any]
    removed: list[Any]
    broken: list[Any]
    codes: dict[str, Any]
    way: str
    address: str
    request_id: str

    @property
    def mark(self) -> Mark:
        """Where the events before this one begin."""
        return (self.at, self.chain_id, self.seq)


def events_about(session: Session, subject_id: UUID, before: Mark | None, limit: int) -> Sequence[Happening]:
    """The newest events about a subject, or the newest before a mark."""
    statement = (
        select(AuditEvent)
        .join(AuditSubject, and_(AuditSubject.chain_id == AuditEvent.chain_id, AuditSubject.seq == AuditEvent.seq))
        .where(AuditSubject.subject_id == subject_id)
    )
    return [happening_of(event) for event in session.scalars(newest_first(statement, before, limit))]


def events_about_any(
    session: Session, subject_ids: Collection[UUID], since: datetime, before: Mark | None, limit: int | None
) -> Sequence[Happening]:
    """The newest done about any of some subjects since a moment, each once; without a limit all of them.

    One that is about two of them counts twice for the limit.
    """
    about = and_(AuditSubject.chain_id == AuditEvent.chain_id, AuditSubject.seq == AuditEvent.seq)
    statement = (
        select(AuditEvent)
        .join(AuditSubject, about)
        .where(
            AuditSubject.subject_id.in_(subject_ids),
            AuditEvent.at >= since,
            AuditEvent.outcome == Outcome.DONE.value,
        )
    )
    found = session.scalars(newest_first(statement, before, limit))
    return [happening_of(event) for event in dict.fromkeys(found)]


def newest_first(statement: Select[Any], before: Mark | None, limit: int | None) -> Select[Any]:
    """A selection of events in the order of every list of them, from a mark on."""
    if before is not None:
        statement = statement.where(_precedes(before))
    return statement.order_by(AuditEvent.at.desc(), AuditEvent.chain_id.desc(), AuditEvent.seq.desc()).limit(limit)


def happening_of(event: AuditEvent) -> Happening:
    """Read one stored event."""
    return read_body(event.chain_id, event.seq, event.at, event.body)


def read_body(chain_id: UUID, seq: int, at: datetime, stored: bytes) -> Happening:
    """Read the stored bytes of one event."""
    body: dict[str, Any] = json.loads(stored)
    return Happening(
        at=at,
        chain_id=chain_id,
        seq=seq,
        actor_id=_id(body["actor"]),
        person_id=_id(body["person"]),
        roles=tuple(body["roles"]),
        organisation_id=_id(body.get("organisation")),
        permission=body["permission"],
        outcome=Outcome(body["outcome"]),
        grounds=tuple(body["grounds"]),
        registers=tuple(body["registers"]),
        subjects=tuple((kind, UUID(hex=found)) for kind, found in body["subjects"]),
        opened=body.get("opened", {}),
        written=body.get("written", []),
        removed=body.get("removed", []),
        broken=body.get("broken", []),
        codes=body.get("codes", {}),
        way=body["way"],
        address=body["address"],
        request_id=body["request"],
    )


def mark_text(mark: Mark) -> str:
    """A mark as it stands in an address."""
    at, chain_id, seq = mark
    since = at.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return f"{since.days * 86_400_000_000 + since.seconds * 1_000_000 + since.microseconds}-{chain_id.hex}-{seq}"


def read_mark(text: str) -> Mark | None:
    """Read a mark from an address; anything unreadable is no mark."""
    parts = text.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isalnum() for part in parts):  # noqa: PLR2004 - its parts
        return None
    try:
        micros, chain_id, seq = int(parts[0]), UUID(hex=parts[1]), int(parts[2])
        at = datetime.fromtimestamp(micros // 1_000_000, UTC).replace(microsecond=micros % 1_000_000)
    except (ValueError, OverflowError, OSError):
        return None
    return (at, chain_id, seq) if seq < 2**63 else None


def _precedes(mark: Mark) -> ColumnElement[bool]:
    at, chain_id, seq = mark
    same_moment = AuditEvent.at == at
    return or_(
        AuditEvent.at < at,
        and_(same_moment, AuditEvent.chain_id < chain_id),
        and_(same_moment, AuditEvent.chain_id == chain_id, AuditEvent.seq < seq),
    )


def _id(text: str | None) -> UUID | None:
    return None if text is None else UUID(hex=text)
