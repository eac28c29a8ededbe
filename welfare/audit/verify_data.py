"""The second look: what lies beside the chains, compared with what their events say.

Subjects of each event, the tree head of each anchor, and every sealed row: the digest of its newest write against the
cells stored now. It finds an older ciphertext put back into its own cell, rows deleted, put back or slipped in, and a
state, day or id changed behind the application's back: a member who had left, a consent that had ended.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, inspect, select

from welfare.audit.checkpoint import Checkpoint
from welfare.audit.findings import Finding, Flaw, Report
from welfare.audit.merkle import Frontier, leaf_hash
from welfare.audit.models import AuditEvent, AuditSubject
from welfare.audit.verify import Anchors, as_stored, read_id
from welfare.crypto.sealed import Sealed, cell_of, digest_of, open_columns, sealed_columns
from welfare.db.base import Base

_AT_ONCE = 2000
Subject = tuple[str, str | None]
"""Kind and id, as an event's body names it."""


@dataclass(slots=True)
class Written:
    """What the chains say of one row: its newest revision, its digest (none once removed), what was unreadable then."""

    revision: int
    digest: str | None
    is_spoilt: bool = False


@dataclass
class Digests:
    """The newest write of every sealed row, by table and row id."""

    rows: dict[tuple[str, str], Written] = field(default_factory=dict)

    def take(self, body: Mapping[str, Any]) -> None:
        """Take one event in, in any order of chains."""
        spoilt = {row for _, row in body.get("broken", ())}
        for table, row, revision, digest in body.get("written", ()):
            self._put(table, row, Written(revision, digest, row in spoilt))
        for table, row, revision in body.get("removed", ()):
            self._put(table, row, Written(revision, None))

    def _put(self, table: str, row: str, written: Written) -> None:
        known = self.rows.get((table, row))
        if known is None or written.revision > known.revision or written.digest is None:
            self.rows[table, row] = written


def verify_data(connection: Connection, report: Report, anchors: Anchors | None = None) -> None:
    """Add to a report what does not agree with the events. Chains that are broken are read as far as they can be."""
    digests = Digests()
    for chain_id in report.chains:
        anchor = (anchors or {}).get(chain_id)
        report.add(_read_chain(connection, chain_id, anchor, digests))
    for model in sealed_models():
        report.add(_compare_table(connection, model, digests, report))
    for (table, row), written in digests.rows.items():
        if written.digest is not None:
            report.add([_finding(table, row, "has been deleted, or its table is not looked at")])


def sealed_models() -> list[type[Sealed]]:
    """Every table with sealed columns."""
    found = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Sealed)]
    return sorted(found, key=lambda model: model.__tablename__)


def _read_chain(
    connection: Connection, chain_id: UUID, anchor: Checkpoint | None, digests: Digests
) -> Iterator[Finding]:
    tree = Frontier()
    subjects = _Subjects(connection, chain_id)
    for seq, stored in _bodies(connection, chain_id):
        body = _parsed(stored)
        if body is None or not isinstance(seq, int):
            continue  # the walk has named it
        if body.get("chain") != chain_id.hex or body.get("seq") != seq:
            words = f"event {seq} of chain {chain_id.hex} was written for another place"
            yield Finding(flaw=Flaw.LINK, words=words, chain_id=chain_id, seq=seq)
        if not _names_the_same(subjects.of(seq), {(kind, subject) for kind, subject in body.get("subjects", ())}):
            words = f"event {seq} of chain {chain_id.hex} is listed about others than it names"
            yield Finding(flaw=Flaw.INDEX, words=words, chain_id=chain_id, seq=seq)
        digests.take(body)
        tree.add(leaf_hash(stored))
        if anchor and tree.size == anchor.size and tree.root() != anchor.root:
            words = f"the tree of chain {chain_id.hex} is not the one that was anchored at {anchor.size}"
            yield Finding(flaw=Flaw.OTHER, words=words, chain_id=chain_id, seq=anchor.size)
    for seq in subjects.left():
        words = f"somebody is listed in event {seq} of chain {chain_id.hex}, which does not exist"
        yield Finding(flaw=Flaw.INDEX, words=words, chain_id=chain_id, seq=seq)


def _names_the_same(listed: set[Subject], named: set[Subject]) -> bool:
    """Whether the rows list everybody an event names, once and as one of the kinds named."""
    return listed <= named and {subject for _, subject in listed} == {subject for _, subject in named}


class _Subjects:
    """The subject rows of one chain, read alongside its events."""

    def __init__(self, connection: Connection, chain_id: UUID) -> None:
        statement = (
            select(AuditSubject.seq, as_stored(AuditSubject.subject_id), AuditSubject.kind)
            .where(AuditSubject.chain_id == chain_id)
            .order_by(AuditSubject.seq)
            .execution_options(yield_per=_AT_ONCE)
        )
        self._groups = groupby(connection.execute(statement), key=itemgetter(0))
        self._next: tuple[int, set[Subject]] | None = None
        self._passed: list[int] = []
        self._forward()

    def of(self, seq: int) -> set[Subject]:
        """Kind and id of each row of an event; events must be asked for in their order."""
        while self._next is not None and self._next[0] < seq:
            self._passed.append(self._next[0])
            self._forward()
        if self._next is None or self._next[0] != seq:
            return set()
        found = self._next[1]
        self._forward()
        return found

    def left(self) -> list[int]:
        """Numbers that no event has."""
        self.of(2**63)
        return self._passed

    def _forward(self) -> None:
        group = next(self._groups, None)
        self._next = None if group is None else (group[0], {(kind, _hex(subject)) for _, subject, kind in group[1]})


def _compare_table(connection: Connection, model: type[Sealed], digests: Digests, report: Report) -> Iterator[Finding]:
    table = model.__tablename__
    for row, revision, cells in _stored_rows(connection, model):
        report.rows += 1
        written = digests.rows.pop((table, row), None)
        if written is None:
            yield _finding(table, row, "was never written by the application")
        elif written.digest is None:
            yield _finding(table, row, "had been deleted and is back")
        elif written.revision != revision or written.digest != digest_of(cells):
            yield _finding(table, row, f"is not what was written as revision {written.revision}")
        elif written.is_spoilt:
            yield _finding(table, row, "held something unreadable when it was last written")


def _stored_rows(connection: Connection, model: type[Sealed]) -> Iterator[tuple[str, Any, dict[str, bytes | None]]]:
    sealed, names = sealed_columns(model), (*sealed_columns(model), *open_columns(model))
    columns = inspect(model).column_attrs
    wanted = [as_stored(columns[name].columns[0]) for name in ("id", "revision", *names)]
    statement = select(*wanted).execution_options(yield_per=_AT_ONCE)
    for row, revision, *values in connection.execute(statement):
        blobs = (
            blob if blob is None or isinstance(blob, bytes) else repr(blob).encode() for blob in values[: len(sealed)]
        )
        held = (*blobs, *map(cell_of, values[len(sealed) :]))
        yield _hex(row) or str(row), revision, dict(zip(names, held, strict=True))


def _bodies(connection: Connection, chain_id: UUID) -> Iterator[Any]:
    statement = (
        select(as_stored(AuditEvent.seq), as_stored(AuditEvent.body))
        .where(AuditEvent.chain_id == chain_id)
        .order_by(AuditEvent.seq)
        .execution_options(yield_per=_AT_ONCE)
    )
    yield from connection.execute(statement)


def _parsed(stored: Any) -> dict[str, Any] | None:  # noqa: ANN401 - what somebody has put there
    try:
        body = json.loads(stored)
    except (ValueError, TypeError, RecursionError):
        return None
    return body if isinstance(body, dict) else None


def _hex(stored: Any) -> str | None:  # noqa: ANN401 - what somebody has put there
    found = read_id(stored)
    return None if found is None else found.hex


def _finding(table: str, row: str, words: str) -> Finding:
    return Finding(flaw=Flaw.DATA, words=f"{table} {row} {words}", table=table, row=row)
