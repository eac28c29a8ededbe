"""Carrying events out of the house, so that they can be verified without it.

A file of JSON lines. For each chain a line says where the run begins, with the newest signed checkpoint and the hashes
of the tree around the run; then each event with its stored bytes, as text, and its MAC. Who has the chain's key
verifies every link; who has only the public key still verifies that these events, unchanged, are those anchored.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, func, select

from welfare.audit.chain import GENESIS
from welfare.audit.checkpoint import Checkpoint, CheckpointError, read_signed
from welfare.audit.findings import Finding, Flaw, Report
from welfare.audit.merkle import leaf_hash, outside_hashes, root_around
from welfare.audit.models import AuditEvent
from welfare.audit.verify import FindKey, Links

FORMAT = "welfare-audit-export/1"
_AT_ONCE = 2000
SignedLine = Callable[[UUID], str | None]
"""The newest anchor of a chain, as the signed line it is."""


class NoExportError(ValueError):
    """A file is no export of events, or a damaged one."""


@dataclass(frozen=True, slots=True)
class Period:
    """From one moment to before another; None is open."""

    since: datetime | None = None
    before: datetime | None = None


def export_lines(connection: Connection, chain_id: UUID, period: Period, signed: SignedLine) -> Iterator[str]:
    """The lines of one chain: every event from the first to the last of a period. None of a chain without any."""
    line = signed(chain_id)
    size = _size_in(line)
    first, last = _run(connection, chain_id, period, None if line is None else size)
    if first is None or last is None:
        return
    head = {
        "format": FORMAT,
        "chain": chain_id.hex,
        "first": first,
        "last": last,
        "previous": _text(_mac_at(connection, chain_id, first - 1)),
        "checkpoint": line,
        "outside": [_text(found) for found in outside_hashes(_leaves(connection, chain_id, size), first - 1, last)],
    }
    yield json.dumps(head)
    statement = (
        select(AuditEvent.seq, AuditEvent.body, AuditEvent.mac)
        .where(AuditEvent.chain_id == chain_id, AuditEvent.seq.between(first, last))
        .order_by(AuditEvent.seq)
        .execution_options(yield_per=_AT_ONCE)
    )
    for event in connection.execute(statement):
        body = event.body.decode("utf-8", "surrogateescape")
        yield json.dumps({"seq": event.seq, "body": body, "mac": _text(event.mac)})


def verify_export(lines: Iterable[str], public: Ed25519PublicKey, key_of: FindKey | None) -> Report:
    """Verify an export: the links where the keys are at hand, the tree always. Raises NoExportError."""
    report = Report()
    run: _Run | None = None
    for line in lines:
        document = _document(line)
        if "format" in document:
            if run is not None:
                report.add(run.finish())
            run = _begun(document, public, key_of)
            report.anchors += run.checkpoint is not None
            report.add(run.findings)
        elif run is None:
            message = "the file does not begin with a chain"
            raise NoExportError(message)
        else:
            run.take(document)
            report.chains[run.chain_id] = report.chains.get(run.chain_id, 0) + 1
    if run is not None:
        report.add(run.finish())
    return report


class _Run:
    """One chain's run of events, verified as it is read."""

    def __init__(self, head: dict[str, Any], checkpoint: Checkpoint | None, key: bytes | None) -> None:
        self.chain_id, self.checkpoint = UUID(hex=head["chain"]), checkpoint
        self.findings: list[Finding] = []
        self._first, self._last, self._expected = int(head["first"]), int(head["last"]), int(head["first"])
        self._previous = b64decode(head["previous"])
        self._outside = [b64decode(found) for found in head["outside"]]
        self._links = None if key is None else Links(key)
        self._leaves: list[bytes] = []

    def take(self, document: dict[str, Any]) -> None:
        """Verify the next event."""
        try:
            seq, body = int(document["seq"]), document["body"].encode("utf-8", "surrogateescape")
            mac = b64decode(document["mac"], validate=True)
        except (KeyError, ValueError, TypeError, AttributeError):
            message = "a line of the file is no event"
            raise NoExportError(message) from None
        if seq != self._expected:
            self._meet(Flaw.MISSING, self._expected, "is missing")
        if self._links is not None and self._links.after(self._previous, body) != mac:
            self._meet(Flaw.LINK, seq, "is not the one that was written")
        if self.checkpoint and seq == self.checkpoint.size and not self.checkpoint.has_mac(mac):
            self._meet(Flaw.OTHER, seq, "is not the one that was anchored")
        self._leaves.append(leaf_hash(body))
        self._expected, self._previous = seq + 1, mac

    def finish(self) -> Iterator[Finding]:
        """What is wrong, once the run is over."""
        if self._expected != self._last + 1:
            self._meet(Flaw.MISSING, self._expected, "is missing")
        if self.checkpoint is not None and not self._is_in_tree(self.checkpoint):
            self._meet(Flaw.OTHER, self._first, "or a later one is not the one that was anchored")
        if self.checkpoint is not None and self._last > self.checkpoint.size:
            self._meet(Flaw.ANCHOR, self.checkpoint.size + 1, "has not been anchored")
        yield from self.findings
        self.findings = []

    def _is_in_tree(self, checkpoint: Checkpoint) -> bool:
        inside = self._leaves[: max(0, checkpoint.size - self._first + 1)]
        try:
            return root_around(checkpoint.size, self._first - 1, inside, self._outside) == checkpoint.root
        except ValueError:
            return False

    def _meet(self, flaw: Flaw, seq: int, words: str) -> None:
        if all(found.flaw is not flaw for found in self.findings):
            said = f"event {seq} of chain {self.chain_id.hex} {words}"
            self.findings.append(Finding(flaw=flaw, words=said, chain_id=self.chain_id, seq=seq))


def _begun(head: dict[str, Any], public: Ed25519PublicKey, key_of: FindKey | None) -> _Run:
    try:
        chain_id = UUID(hex=head["chain"] if head["format"] == FORMAT else "")
        checkpoint, words = _read_checkpoint(head["checkpoint"], public, chain_id)
        run = _Run(head, checkpoint, key_of(chain_id) if key_of else None)
    except (KeyError, ValueError, TypeError, AttributeError):
        message = "the file is no export of this release"
        raise NoExportError(message) from None
    if checkpoint is None:
        run.findings.append(Finding(flaw=Flaw.ANCHOR, words=f"chain {chain_id.hex}: {words}", chain_id=chain_id))
    return run


def _read_checkpoint(line: str | None, public: Ed25519PublicKey, chain_id: UUID) -> tuple[Checkpoint | None, str]:
    if line is None:
        return None, "it was exported without a checkpoint"
    try:
        checkpoint = read_signed(line, public)
    except CheckpointError as error:
        return None, str(error)
    return (checkpoint, "") if checkpoint.chain_id == chain_id else (None, "the checkpoint is another chain's")


def _document(line: str) -> dict[str, Any]:
    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict):
        message = "a line of the file is not JSON"
        raise NoExportError(message)
    return document


def _run(connection: Connection, chain_id: UUID, period: Period, most: int | None) -> tuple[int | None, int | None]:
    """First and last event of a period, none after those that the checkpoint speaks of."""
    statement = select(func.min(AuditEvent.seq), func.max(AuditEvent.seq)).where(AuditEvent.chain_id == chain_id)
    if most is not None:
        statement = statement.where(AuditEvent.seq <= most)
    if period.since is not None:
        statement = statement.where(AuditEvent.at >= period.since)
    if period.before is not None:
        statement = statement.where(AuditEvent.at < period.before)
    first, last = connection.execute(statement).one()
    return first, last


def _mac_at(connection: Connection, chain_id: UUID, seq: int) -> bytes:
    statement = select(AuditEvent.mac).where(AuditEvent.chain_id == chain_id, AuditEvent.seq == seq)
    found: bytes | None = connection.execute(statement).scalar_one_or_none()
    return GENESIS if found is None else found


def _size_in(line: str | None) -> int:
    return 0 if line is None else int(json.loads(line)["note"].splitlines()[1])


def _leaves(connection: Connection, chain_id: UUID, size: int) -> list[bytes]:
    statement = (
        select(AuditEvent.body)
        .where(AuditEvent.chain_id == chain_id, AuditEvent.seq <= size)
        .order_by(AuditEvent.seq)
        .execution_options(yield_per=_AT_ONCE)
    )
    return [leaf_hash(body) for body in connection.scalars(statement)]


def _text(content: bytes) -> str:
    return b64encode(content).decode()
