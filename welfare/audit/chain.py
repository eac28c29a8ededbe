"""The HMAC hash chain of each controller: append inside the caller's transaction, the head row locked last."""

import hmac
from collections.abc import Callable, Mapping
from typing import NamedTuple, cast
from uuid import UUID

from sqlalchemy import Connection, Table, Uuid, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from welfare.audit.event import Event
from welfare.audit.models import AuditEvent, AuditHead, AuditSubject
from welfare.db.prepared import Prepared

GENESIS = bytes(32)
"""What stands before the first event of every chain."""
ChainKey = Callable[[UUID], bytes]
"""The HMAC key of a controller's chain."""

_events, _subjects, _heads = (cast("Table", model.__table__) for model in (AuditEvent, AuditSubject, AuditHead))
_THIS_CHAIN = _heads.c.chain_id == bindparam("chain", type_=Uuid())
_FIND_HEAD = Prepared(select(_heads.c.seq, _heads.c.mac).where(_THIS_CHAIN).with_for_update())
_ADD_EVENT, _ADD_SUBJECT = Prepared(insert(_events)), Prepared(insert(_subjects))
_MOVE_HEAD = Prepared(update(_heads).where(_THIS_CHAIN).values(seq=bindparam("new_seq"), mac=bindparam("new_mac")))
_NEW_HEAD = {
    kind.dialect.name: Prepared(
        kind.insert(_heads).values(chain_id=bindparam("chain"), seq=0, mac=GENESIS).on_conflict_do_nothing()
    )
    for kind in (sqlite, postgresql)
}


class Head(NamedTuple):
    """The newest link of a chain: how many events it has, and the last one's MAC."""

    seq: int
    mac: bytes


def link(key: bytes, previous: bytes, body: bytes) -> bytes:
    """The MAC of one event: HMAC-SHA256 over the MAC before it and the stored bytes."""
    return hmac.digest(key, previous + body, "sha256")


def append(connection: Connection, key_of: ChainKey, events: Mapping[UUID, Event]) -> None:
    """Add one event to each named chain, chains in a fixed order so that two writers never wait for each other."""
    for chain_id in sorted(events):
        _append_one(connection, key_of(chain_id), chain_id, events[chain_id])


def _append_one(connection: Connection, key: bytes, chain_id: UUID, event: Event) -> None:
    head = _locked_head(connection, chain_id)
    place = {"chain_id": chain_id, "seq": head.seq + 1}
    body = event.body(chain_id, head.seq + 1)
    mac = link(key, head.mac, body)
    index = {
        "at": event.at,
        "actor_id": event.actor.account_id,
        "permission": event.permission,
        "outcome": event.outcome.value,
    }
    _ADD_EVENT.write(connection, {**place, **index, "body": body, "mac": mac})
    subjects = {subject_id: kind for kind, subject_id in event.notes.subjects}
    if subjects:
        rows = [{**place, "subject_id": subject_id, "kind": kind} for subject_id, kind in subjects.items()]
        _ADD_SUBJECT.write_many(connection, rows)
    _MOVE_HEAD.write(connection, {"chain": chain_id, "new_seq": head.seq + 1, "new_mac": mac})


def _locked_head(connection: Connection, chain_id: UUID) -> Head:
    chain = {"chain": chain_id}
    found = _FIND_HEAD.first(connection, chain)
    if found is None:
        _NEW_HEAD[connection.dialect.name].write(connection, chain)
        found = _FIND_HEAD.first(connection, chain) or (0, GENESIS)
    return Head(*found)
