"""Events of a chain as the review needs them: who, when, by what right, and about whom."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from welfare.audit.event import Outcome
from welfare.audit.models import AuditEvent
from welfare.rules.actors import World
from welfare.rules.log_review import Relation, relation_of
from welfare.rules.permissions import Permission

Id = str
"""In hexadecimal signs, as it was written: most ids are only looked up in what is known, a million times at first."""
MOST_BYTES = 16 * 1024
"""A longer event is a list or an import, and no opening of one pupil's data."""
_decode = json.JSONDecoder().decode
_LISTS = frozenset({"worklist", "search", "identity_code"})
_OVERSIGHT = frozenset({"audit", "log_request", "log_review", "decoy", "breach", "retention", "account", "roster"})
_LISTING = (":list", ":queue", ":see")
SEARCHES = frozenset({"search:use", "identity_code:seek"})


class Read(NamedTuple):
    """One event that opened something, by a member of staff. A tuple, for a first look makes a million of them."""

    seq: int
    at: datetime
    account_id: Id
    person_id: Id | None
    session_id: Id | None
    role: str
    relation: Relation
    """By what the reader had the pupil before them."""
    cases: Sequence[Id]
    people: Sequence[Id]
    is_search: bool
    """Whether somebody was looked for."""
    is_print: bool
    """Whether it went onto paper or into a file; asking what for is none yet, and has no code of the purpose."""


def reads_after(session: Session, chain_id: UUID, seq: int, limit: int) -> tuple[list[Read], int, bool]:
    """The next events of a chain, the number of the last one looked at, and whether there are more."""
    wanted = _events(AuditEvent.chain_id == chain_id, AuditEvent.seq > seq).order_by(AuditEvent.seq)
    rows = session.execute(wanted.limit(limit)).all()
    return list(_reads(rows)), rows[-1].seq if rows else seq, len(rows) == limit


def reads_between(session: Session, chain_id: UUID, since: datetime, until: datetime) -> list[Read]:
    """The events of a chain in a span of time, both ends included; in the order of time, along whose index they lie."""
    wanted = _events(AuditEvent.chain_id == chain_id, AuditEvent.at.between(since, until))
    return list(_reads(session.execute(wanted.order_by(AuditEvent.at, AuditEvent.seq)).all()))


@lru_cache
def is_opening(permission: str) -> bool:
    """Whether a permission is of those under which one pupil's data is opened, or a pupil is looked for."""
    if permission in SEARCHES:
        return True
    return permission.partition(":")[0] not in _LISTS | _OVERSIGHT and not permission.endswith(_LISTING)


def _events(*wanted: ColumnElement[bool]) -> Select[int, datetime, bytes]:
    event = AuditEvent
    return select(event.seq, event.at, event.body).where(*wanted, func.length(event.body) <= MOST_BYTES)


def _reads(rows: Iterable[Any]) -> Iterator[Read]:
    for seq, at, body in rows:
        said = _decode(body.decode())
        if _is_of_staff(said) and is_opening(said["permission"]):
            yield _read(seq, at, said)


def _is_of_staff(said: dict[str, Any]) -> bool:
    """Whether it is something that a member of staff opened."""
    opens = "opened" in said or said["permission"] == Permission.EMERGENCY_OPEN
    is_done = said["outcome"] == Outcome.DONE
    return opens and is_done and said["world"] == World.STAFF and said["actor"] is not None


def _read(seq: int, at: datetime, said: dict[str, Any]) -> Read:
    permission, subjects, roles = said["permission"], said["subjects"], said["roles"]
    return Read(
        seq=seq,
        at=at,
        account_id=said["actor"],
        person_id=said["person"],
        session_id=said["session"],
        role=roles[0] if roles else "",
        relation=_relation(permission, tuple(said["grounds"])),
        cases=[found for kind, found in subjects if kind == "case"],
        people=[found for kind, found in subjects if kind == "person"],
        is_search=permission in SEARCHES,
        is_print="codes" in said and permission.endswith((":print", ":export")),
    )


@lru_cache(maxsize=1024)
def _relation(permission: str, grounds: tuple[str, ...]) -> Relation:
    return Relation.EMERGENCY if permission.startswith("emergency:") else relation_of(grounds)
