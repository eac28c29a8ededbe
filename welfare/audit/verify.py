"""The verifier: walks every chain link by link and compares it with its index columns, its head and its anchor.

It reads what is stored and nothing else: no session, no cache, and no key is made. What lies beside the chains is
compared by `welfare.audit.verify_data`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, select, type_coerce
from sqlalchemy.types import NullType

from welfare.audit.chain import GENESIS
from welfare.audit.checkpoint import Checkpoint
from welfare.audit.findings import Finding, Flaw, Report
from welfare.audit.models import AuditEvent, AuditHead

FindKey = Callable[[UUID], bytes | None]
"""The HMAC key of a chain; None where the key store knows none."""
Anchors = Mapping[UUID, Checkpoint]
_BLOCK = 64
_INNER, _OUTER = (bytes(byte ^ pad for byte in range(256)) for pad in (0x36, 0x5C))
_AT_ONCE = 5000


class Links:
    """HMAC-SHA256 (RFC 2104) with both key blocks hashed beforehand: half the time of a call that begins anew."""

    def __init__(self, key: bytes) -> None:
        """With a chain's key, at most 64 bytes."""
        block = key.ljust(_BLOCK, b"\0")
        self._inner, self._outer = sha256(block.translate(_INNER)), sha256(block.translate(_OUTER))

    def after(self, previous: Any, body: Any) -> bytes:  # noqa: ANN401 - what somebody has put there
        """The MAC of an event, the same as `welfare.audit.chain.link`; nothing for what cannot have one."""
        inner, outer = self._inner.copy(), self._outer.copy()
        try:
            inner.update(previous + body)
        except TypeError:
            return b""
        outer.update(inner.digest())
        return outer.digest()


@dataclass
class Walk:
    """One walk along a chain: how far it came, and what it met."""

    chain_id: UUID
    anchor: Checkpoint | None
    count: int = 0
    last_seq: int = 0
    last_mac: bytes = GENESIS
    findings: list[Finding] = field(default_factory=list)

    def along(self, links: Links, rows: Iterable[Any]) -> None:
        """Walk; rows are (seq, body, mac, at, actor, permission, outcome) as the driver gives them."""
        anchored = self.anchor.size if self.anchor else 0
        expected, previous = self.last_seq, self.last_mac
        for seq, body, mac, at, actor, permission, outcome in rows:
            expected += 1
            if seq != expected:
                expected = self._out_of_place(seq, expected)
            if links.after(previous, body) != mac:
                self._meet(Flaw.LINK, expected, "is not the one that was written")
            elif not _agrees(body, at, actor, permission, outcome):
                self._meet(Flaw.INDEX, expected, "is indexed as something else")
            if expected == anchored and self.anchor and not self.anchor.has_mac(mac):
                self._meet(Flaw.OTHER, expected, "is not the one that was anchored")
            self.count += 1
            previous = mac
        self.last_seq, self.last_mac = expected, previous

    def _out_of_place(self, seq: Any, expected: int) -> int:  # noqa: ANN401 - what somebody has put there
        if not isinstance(seq, int):
            self._meet(Flaw.MISSING, expected, "has no number")
            return expected
        self._meet(Flaw.MISSING, min(expected, seq), "is not in its place")
        return seq

    def arrive(self, head: tuple[int, bytes] | None) -> None:
        """Compare the end with the head row and the anchor."""
        if self.anchor and self.last_seq < self.anchor.size:
            words = f"the chain ends at {self.last_seq}, its anchor at {self.anchor.size}; the next event"
            self._meet(Flaw.SHORTER, self.last_seq + 1, "is cut off", words)
        if head != (self.last_seq, self.last_mac) and (head or self.last_seq):
            seq = min(head[0] if head else 0, self.last_seq)
            self._meet(Flaw.HEAD, seq + 1, "is where chain and head row part")

    def _meet(self, flaw: Flaw, seq: int, words: str, lead: str = "") -> None:
        """One finding of a kind is enough: what follows it is wrong because of it."""
        if all(found.flaw is not flaw for found in self.findings):
            said = f"{lead or 'event'} {seq} of chain {self.chain_id.hex} {words}"
            self.findings.append(Finding(flaw=flaw, words=said, chain_id=self.chain_id, seq=seq))


def verify(connection: Connection, key_of: FindKey, anchors: Anchors | None = None) -> Report:
    """Walk every chain of a database. The connection should stand in one snapshot."""
    anchors = anchors or {}
    report = Report(anchors=len(anchors))
    heads = {
        chain: (seq, mac) for chain, seq, mac in _stored(connection, AuditHead.chain_id, AuditHead.seq, AuditHead.mac)
    }
    found = {chain for (chain,) in _stored(connection, AuditEvent.chain_id)}
    for stored in sorted({*heads, *found, *(_as_found(connection, chain_id) for chain_id in anchors)}, key=str):
        chain_id = read_id(stored)
        if chain_id is None:
            report.add([Finding(flaw=Flaw.MISSING, words=f"there are events of {stored!r}, which is no chain")])
            continue
        walk = Walk(chain_id, anchors.get(chain_id))
        key = key_of(chain_id)
        if key is None and stored in heads:
            words = f"the key store has no key of chain {chain_id.hex}"
            report.add([Finding(flaw=Flaw.LINK, words=words, chain_id=chain_id, seq=1)])
        walk.along(Links(key or b""), _rows(connection, chain_id))
        walk.arrive(heads.get(stored))
        report.chains[chain_id] = walk.count
        report.add(walk.findings)
    return report


def read_id(stored: Any) -> UUID | None:  # noqa: ANN401 - what somebody has put there
    """An id as the driver gave it; None when it is none."""
    if isinstance(stored, UUID):
        return stored
    try:
        return UUID(hex=stored)
    except (ValueError, TypeError, AttributeError):
        return None


def _as_found(connection: Connection, chain_id: UUID) -> str | UUID:
    return chain_id.hex if connection.dialect.name == "sqlite" else chain_id


def _stored(connection: Connection, *columns: Any) -> Iterator[Any]:  # noqa: ANN401 - columns of any type
    yield from connection.execute(select(*map(as_stored, columns)).distinct())


def _rows(connection: Connection, chain_id: UUID) -> Iterator[Any]:
    event = AuditEvent
    columns = (event.seq, event.body, event.mac, event.at, event.actor_id, event.permission, event.outcome)
    statement = select(*map(as_stored, columns)).where(event.chain_id == chain_id).order_by(event.seq)
    with connection.execute(statement.execution_options(yield_per=_AT_ONCE)) as result:
        for rows in result.partitions():
            yield from rows


def as_stored(column: Any) -> ColumnElement[Any]:  # noqa: ANN401 - of any type
    """A column as the driver gives it, without the time it takes to make values of it."""
    return type_coerce(column, NullType())


def _agrees(body: bytes, at: int, actor: object, permission: str, outcome: str) -> bool:
    """Whether the columns say what the body says, found in the canonical bytes without reading them."""
    who = f'{{"actor":"{actor.hex if isinstance(actor, UUID) else actor}",' if actor else '{"actor":null,'
    return (
        body.startswith(who.encode())
        and f',"at":{at},'.encode() in body
        and f',"outcome":"{outcome}","permission":"{permission}","person":'.encode() in body
    )
