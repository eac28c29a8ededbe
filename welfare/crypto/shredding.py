"""The shred ledger: which data keys have been destroyed, in a file that no backup of the keys takes along.

A key that was destroyed comes back with the key store of last week. So every destruction is written here first, on the
disk before the key goes, and whoever opens the key store destroys what stands here once more: the keys by their own
ids, for whose they were may have come back since and have another. Each line carries the
MAC of the one before, so that nothing is slipped in and nothing taken out between; a line without its end is one whose
writer died before the key did.
"""

import fcntl
import hmac
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from welfare.crypto.envelope import bind, keyed_hash
from welfare.crypto.holder import KeyHolder
from welfare.crypto.providers import KeyProviderError
from welfare.rules.registers import Register

FILE_NAME = "shredded.jsonl"
_BEGINNING = bytes(32)
_TAIL = 4096
"""Bytes at the end of the file that surely hold its last line."""


class ShredLedgerError(KeyProviderError):
    """The ledger is not as it was written; nothing is opened until an operator has looked."""


@dataclass(frozen=True, slots=True)
class Shredded:
    """A key that was destroyed: whose, and which. Lines of earlier releases do not tell which; there was one then."""

    holder: KeyHolder
    key_id: UUID | None = None


@dataclass(frozen=True)
class ShredLedger:
    """One installation's file. ``secret`` makes the MACs, and is asked for only where there is a line."""

    path: Path
    secret: Callable[[], bytes]

    def add(self, keys: Iterable[Shredded], at: datetime) -> None:
        """Write keys down as destroyed; on the disk before this returns. Raises OSError, ShredLedgerError."""
        with self._turn() as handle:
            mac = _last_mac(handle, self.path)
            lines = []
            for shredded in keys:
                note = _note(shredded, at)
                mac = self._mac(mac, note)
                lines.append(json.dumps({"note": note, "mac": mac.hex()}) + "\n")
            os.write(handle, "".join(lines).encode())
            os.fsync(handle)

    def entries(self) -> list[tuple[Shredded, datetime]]:
        """Every key written down here, and when. Raises OSError, ShredLedgerError."""
        if not self.path.exists():
            return []
        mac, found = _BEGINNING, []
        for line in self.path.read_bytes().split(b"\n")[:-1]:
            note, given = _read(line, self.path)
            mac = self._mac(mac, note)
            if not hmac.compare_digest(mac, given):
                message = f"{self.path} has been changed: a line does not follow from the one before it"
                raise ShredLedgerError(message)
            controller, register, subject, at, *key_id = note.split(" ")
            holder = KeyHolder(UUID(hex=controller), Register(register), UUID(hex=subject))
            found.append((Shredded(holder, UUID(hex=key_id[0]) if key_id else None), datetime.fromisoformat(at)))
        return found

    def _mac(self, before: bytes, note: str) -> bytes:
        return keyed_hash(self.secret(), bind((before, note.encode())))

    @contextmanager
    def _turn(self) -> Iterator[int]:
        """The file, held against every other process of the machine."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield handle
        finally:
            os.close(handle)


def _note(shredded: Shredded, at: datetime) -> str:
    holder = shredded.holder
    parts = [holder.controller_id.hex, holder.register.value, holder.subject_id.hex, at.isoformat()]
    return " ".join([*parts, shredded.key_id.hex] if shredded.key_id else parts)


def _last_mac(handle: int, path: Path) -> bytes:
    """The MAC to go on from. What a dying writer left without an end is cut off."""
    size = os.fstat(handle).st_size
    begin = max(0, size - _TAIL)
    tail = os.pread(handle, size - begin, begin)
    whole = tail.rfind(b"\n") + 1
    if whole != len(tail):
        os.ftruncate(handle, begin + whole)
    if not whole:
        return _BEGINNING
    return _read(tail[:whole].rstrip(b"\n").rpartition(b"\n")[2], path)[1]


def _read(line: bytes, path: Path) -> tuple[str, bytes]:
    try:
        document = json.loads(line)
        return str(document["note"]), bytes.fromhex(document["mac"])
    except (ValueError, KeyError, TypeError) as error:
        message = f"{path} holds a line that is none of ours"
        raise ShredLedgerError(message) from error
