"""Events of a chain as the review needs them: who, when, by what right, and about whom."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from welfare.audit.event import Outcome
from welfare.audit.models import AuditEvent
from welfare.rules.actors import World
from welfare.rules.log_review import Relation, relation_of
from welfare.rules.permissions import Permission

MOST_BYTES = 16 * 1024
"""A longer event is a list or an import, and no opening of one pupil's data."""
_decode = json.JSONDecoder().decode
_LISTS = frozenset({"worklist", "search", "identity_code"})
_OVERSIGHT = frozenset({"audit", "log_request", "log_review", "decoy", "breach", "retention", "account", "roster"})
_LISTING = (":list", ":queue", ":see")
SEARCHES = frozenset({"search:use", "identity_code:seek"})


@dataclass(frozen=True, slots=True)
class Read:
    """One event that opened something, by a member of staff."""

    seq: int
    at: datetime
    account_id: UUID
    person_id: UUID | None
    session_id: str | None
    role: str
    permission: str
    grounds: Sequence[str]
    cases: Sequence[str]
    people: Sequence[str]
    """Ids in hexadecimal signs, as they were written: most of them are looked up in what is known and no more."""
    is_print: bool
    """Whether it went onto paper or into a file; asking what for is none yet, and has no code of the purpose."""

    @property
    def relation(self) -> Relation:
        """By what the reader had the pupil before them."""
        return Relation.EMERGENCY if self.permission.startswith("emergency:") else relation_of(self.grounds)

    @property
    def is_search(self) -> bool:
        """Whether somebody was looked for."""
        return self.permission in SEARCHES


def reads_after(session: Session, chain_id: UUID, seq: int, limit: int) -> tuple[list[Read], int, bool]:
    """The next events of a chain, the number of the last one looked at, and whether there are more."""
    rows = session.execute(_events(AuditEvent.chain_id == chain_id, AuditEvent.seq > seq).limit(limit)).all()
    return list(_reads(rows)), rows[-1].seq if rows else seq, len(rows) == limit


def reads_between(session: Session, chain_id: UUID, since: datetime, seq: int) -> list[Read]:
    """The events of a chain since a moment, up to a number."""
    wanted = (AuditEvent.chain_id == chain_id, AuditEvent.at >= since, AuditEvent.seq <= seq)
    return list(_reads(session.execute(_events(*wanted)).all()))


def is_opening(permission: str) -> bool:
    """Whether a permission is of those under which one pupil's data is opened, or a pupil is looked for."""
    if permission in SEARCHES:
        return True
    return permission.partition(":")[0] not in _LISTS | _OVERSIGHT and not permission.endswith(_LISTING)


def _events(*wanted: ColumnElement[bool]) -> Any:  # noqa: ANN401 - a selection of four columns
    event = AuditEvent
    columns = (event.seq, event.at, event.permission, event.outcome, event.actor_id, event.body)
    return select(*columns).where(*wanted, func.length(event.body) <= MOST_BYTES).order_by(event.seq)


def _reads(rows: Sequence[Any]) -> Iterator[Read]:
    openings: dict[str, bool] = {}
    for row in rows:
        is_one = openings.get(row.permission)
        if is_one is None:
            is_one = openings[row.permission] = is_opening(row.permission)
        if not is_one or row.actor_id is None or row.outcome != Outcome.DONE.value:
            continue
        body = _decode(row.body.decode())
        if body["world"] == World.STAFF.value and ("opened" in body or row.permission == Permission.EMERGENCY_OPEN):
            yield _read(row, body)


def _read(row: Any, body: dict[str, Any]) -> Read:  # noqa: ANN401 - a row of `_events`
    cases, people = [], []
    for kind, found in body["subjects"]:
        if kind == "case":
            cases.append(found)
        elif kind == "person":
            people.append(found)
    person = body["person"]
    return Read(
        seq=row.seq,
        at=row.at,
        account_id=row.actor_id,
        person_id=UUID(hex=person) if person else None,
        session_id=body["session"],
        role=body["roles"][0] if body["roles"] else "",
        permission=row.permission,
        grounds=body["grounds"],
        cases=cases,
        people=people,
        is_print="codes" in body and row.permission.endswith((":print", ":export")),
    )
