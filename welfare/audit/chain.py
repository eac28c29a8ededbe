"""The HMAC hash chain of each controller: append inside the caller's transaction, the head row locked last."""

import hmac
from collections.abc import Callable, Mapping
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from welfare.audit.event import Event
from welfare.audit.models import AuditEvent, AuditHead, AuditSubject

GENESIS = bytes(32)
ChainKey = Callable[[UUID], bytes]
"""The HMAC key of a controller's chain."""


def link(key: bytes, previous: bytes, body: bytes) -> bytes:
    """The MAC of one event: HMAC-SHA256 over the MAC before it and the stored bytes."""
    return hmac.digest(key, previous + body, "sha256")


def append(session: Session, key_of: ChainKey, events: Mapping[UUID, Event]) -> None:
    """Add one event to each named chain, chains in a fixed order so that two writers never wait for each other."""
    for chain_id in sorted(events):
        event = events[chain_id]
        seq, previous = _locked_head(session, chain_id)
        seq += 1
        body = event.body(chain_id, seq)
        mac = link(key_of(chain_id), previous, body)
        session.execute(
            insert(AuditEvent),
            [
                {
                    "chain_id": chain_id,
                    "seq": seq,
                    "at": event.at,
                    "actor_id": event.actor.account_id,
                    "permission": event.permission,
                    "outcome": event.outcome.value,
                    "body": body,
                    "mac": mac,
                }
            ],
        )
        subjects = {subject_id: kind for kind, subject_id in event.notes.subjects}
        if subjects:
            rows = [{"subject_id": s, "chain_id": chain_id, "seq": seq, "kind": k} for s, k in subjects.items()]
            session.execute(insert(AuditSubject), rows)
        session.execute(update(AuditHead).where(AuditHead.chain_id == chain_id).values(seq=seq, mac=mac))


def _locked_head(session: Session, chain_id: UUID) -> tuple[int, bytes]:
    statement = select(AuditHead.seq, AuditHead.mac).where(AuditHead.chain_id == chain_id).with_for_update()
    head = session.execute(statement).one_or_none()
    if head is None:
        dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
        fresh = dialect.insert(AuditHead).values(chain_id=chain_id, seq=0, mac=GENESIS).on_conflict_do_nothing()
        session.execute(fresh)
        head = session.execute(statement).one()
    return head.seq, head.mac
