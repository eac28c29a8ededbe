"""The key ring: unwraps, caches and makes data keys. Only the unit of work, the gate and the factory may hold one."""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from os import urandom
from threading import Lock
from typing import Any
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import ColumnElement, Engine, Row, Select, insert, or_, select, tuple_, update
from sqlalchemy.exc import IntegrityError

from welfare.crypto import envelope
from welfare.crypto.holder import KeyHolder
from welfare.crypto.keystore import data_keys, rewrite_keys
from welfare.crypto.providers import KeyProvider
from welfare.crypto.register_keys import RegisterKeys
from welfare.crypto.shredding import Shredded, ShredLedger
from welfare.rules.registers import Register

_BATCH = 400


class KeyGoneError(LookupError):
    """A data key has been destroyed or spoilt, or never was in this key store."""


@dataclass(slots=True)
class DataKey:
    """An unwrapped data key; field keys are derived from it and kept as cipher objects beside it."""

    id: UUID
    holder: KeyHolder
    secret: bytes
    _fields: dict[str, AESGCM] = field(default_factory=dict)

    def cipher(self, place: str) -> AESGCM:
        """The cipher of one column (``table.column``): HKDF-SHA256 of the data key (RFC 5869)."""
        if place not in self._fields:
            self._fields[place] = AESGCM(_derive(self.secret, f"field/v1/{place}"))
        return self._fields[place]


class KeyRing:
    """Data keys by holder and by id, with a bounded and timed cache of unwrapped ones."""

    def __init__(self, engine: Engine, provider: KeyProvider, *, size: int = 1000, seconds: int = 600) -> None:
        """Stand on a key store and a provider; keep at most ``size`` keys for ``seconds``."""
        self._engine, self._registers = engine, RegisterKeys(engine, provider)
        self._size, self._seconds = size, seconds
        self._cache: OrderedDict[UUID, tuple[float, DataKey]] = OrderedDict()
        self._ids: dict[KeyHolder, UUID] = {}
        self._lock = Lock()
        self.at_forget: list[Callable[[], None]] = []
        """What else lets go of plaintext when the keys are let go of."""
        self.shred_ledger: ShredLedger | None = None
        """Where destroyed keys are written down before they go; an instance always has one."""

    def check(self) -> None:
        """See that this is the root key of this key store, before it wraps anything. Raises KeyProviderError."""
        self._registers.check()

    def key_for(self, holder: KeyHolder) -> DataKey:
        """The current data key of a holder, made now if there is none.

        Raises KeyGoneError when it was destroyed, unless the holder outlives its keys: then a new one is made.
        """
        return self.keys_for([holder])[holder]

    def keys_for(self, holders: Iterable[KeyHolder]) -> dict[KeyHolder, DataKey]:
        """The current data keys of many holders, found or made in batches."""
        wanted = list(dict.fromkeys(holders))
        kept = (h for h in wanted if not h.outlives_key)  # whose key another process may have destroyed just now
        found = {h: key for h in kept if (key := self._cached(self._ids.get(h))) is not None}
        missing = [h for h in wanted if h not in found]
        for start in range(0, len(missing), _BATCH):
            found.update(self._load_or_make(missing[start : start + _BATCH]))
        return found

    def key(self, key_id: UUID) -> DataKey:
        """The data key that a ciphertext names. Raises KeyGoneError."""
        found = self._cached(key_id) or self.prefetch([key_id]).get(key_id)
        if found is None:
            raise KeyGoneError(key_id)
        return found

    def prefetch(self, key_ids: Iterable[UUID]) -> dict[UUID, DataKey]:
        """Unwrap many keys with one query per batch; destroyed ones are left out."""
        found: dict[UUID, DataKey] = {}
        missing: list[UUID] = []
        for key_id in dict.fromkeys(key_ids):
            cached = self._cached(key_id)
            if cached is None:
                missing.append(key_id)
            else:
                found[key_id] = cached
        for start in range(0, len(missing), _BATCH):
            statement = select(data_keys).where(data_keys.c.id.in_(missing[start : start + _BATCH]))
            found.update({key.id: key for key in self._read(statement)})
        return found

    def secret(self, controller_id: UUID, register: Register, purpose: str) -> bytes:
        """32 bytes derived for one purpose of one controller's register (audit chain, index, cookie signing)."""
        return _derive(self._registers.current(controller_id, register)[1], f"purpose/v1/{purpose}")

    def find_secret(self, controller_id: UUID, register: Register, purpose: str) -> bytes | None:
        """Like `secret`, for those who only look: None where no key has been made. Raises KeyProviderError."""
        known = self._registers.find(controller_id, register)
        return None if known is None else _derive(known[1], f"purpose/v1/{purpose}")

    def destroy(self, holders: Sequence[KeyHolder], now: datetime) -> int:
        """Forget matters: write their keys down as shredded, then remove every version. How many there were.

        Raises OSError, ShredLedgerError; then no key is gone.
        """
        doomed = self._alive(holders)
        if self.shred_ledger is not None and doomed:
            self.shred_ledger.add(doomed, now)
        count = self._remove([data_keys.c.id == each.key_id for each in doomed], now)
        self.forget()
        return count

    def shred_again(self) -> int:
        """Destroy what the shred ledger says, as after a backup was put back. How many had come back.

        Raises OSError, ShredLedgerError.
        """
        entries = self.shred_ledger.entries() if self.shred_ledger is not None else []
        return self._remove([_named(shredded) for shredded, _at in entries], entries[-1][1]) if entries else 0

    def gone(self, key_ids: Iterable[UUID]) -> set[UUID]:
        """Which of these keys have been destroyed."""
        wanted = list(key_ids)
        found: set[UUID] = set()
        with self._engine.connect() as connection:
            for start in range(0, len(wanted), _BATCH):
                own = data_keys.c.id.in_(wanted[start : start + _BATCH])
                gone = select(data_keys.c.id).where(own, data_keys.c.destroyed_at.is_not(None))
                found.update(connection.scalars(gone))
        return found

    def _alive(self, holders: Sequence[KeyHolder]) -> list[Shredded]:
        found: list[Shredded] = []
        with self._engine.connect() as connection:
            for start in range(0, len(holders), _BATCH):
                alive = (_of(holders[start : start + _BATCH]), data_keys.c.wrapped.is_not(None))
                rows = connection.execute(select(data_keys).where(*alive))
                found.extend(Shredded(_holder_of(row), row.id) for row in rows)
        return found

    def _remove(self, named: Sequence[ColumnElement[bool]], now: datetime) -> int:
        count, values = 0, {"wrapped": None, "destroyed_at": now.astimezone(UTC).replace(tzinfo=None)}
        with self._engine.begin() as connection:
            for start in range(0, len(named), _BATCH):
                alive = (or_(*named[start : start + _BATCH]), data_keys.c.wrapped.is_not(None))
                count += connection.execute(update(data_keys).where(*alive).values(values)).rowcount
        return count

    def settle(self) -> bool:
        """Let what was destroyed leave the files of the key store too; False where somebody stands in the way."""
        return rewrite_keys(self._engine)

    def close(self) -> None:
        """Forget every key and let go of the key store."""
        self.forget()
        self._engine.dispose()

    def forget(self) -> None:
        """Drop every unwrapped key from memory."""
        with self._lock:
            self._cache.clear()
            self._ids.clear()
            self._registers.forget()
        envelope.forget_ciphers()
        for also in self.at_forget:
            also()

    def _cached(self, key_id: UUID | None) -> DataKey | None:
        if key_id is None:
            return None
        with self._lock:
            kept = self._cache.get(key_id)
            if kept is None:
                return None
            if kept[0] < time.monotonic():
                del self._cache[key_id]
                return None
            self._cache.move_to_end(key_id)
            return kept[1]

    def _keep(self, key: DataKey) -> DataKey:
        with self._lock:
            self._cache[key.id] = (time.monotonic() + self._seconds, key)
            self._ids[key.holder] = key.id
            while len(self._cache) > self._size:
                _, (_, old) = self._cache.popitem(last=False)
                self._ids.pop(old.holder, None)
        return key

    def _load_or_make(self, holders: Sequence[KeyHolder]) -> dict[KeyHolder, DataKey]:
        found, spent = self._current(holders)
        missing = [h for h in holders if h not in found]
        if missing:
            try:
                made = [self._new_row(holder, spent.get(holder, 0) + 1) for holder in missing]
                with self._engine.begin() as connection:
                    connection.execute(insert(data_keys), [row for row, _ in made])
                found.update({key.holder: self._keep(key) for _, key in made})
            except IntegrityError:  # another node made some of them first
                found.update({h: self._load_or_make([h])[h] for h in missing})
        return found

    def _current(self, holders: Sequence[KeyHolder]) -> tuple[dict[KeyHolder, DataKey], dict[KeyHolder, int]]:
        """The newest key of each; and where it was destroyed and may be followed by another, its version."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(data_keys).where(_of(holders)).order_by(data_keys.c.version)).all()
        newest = {_holder_of(row): row for row in rows}
        spent = {h: newest[h].version for h in holders if h.outlives_key and h in newest and not newest[h].wrapped}
        found = {}
        for holder, row in newest.items():
            if holder not in spent:
                found[holder] = self._unwrap(row)
        return found, spent

    def _read(self, statement: Select[Any]) -> list[DataKey]:
        with self._engine.connect() as connection:
            rows = connection.execute(statement).all()
        keys = []
        for row in rows:
            with suppress(KeyGoneError):  # one spoilt key may not take the others along
                keys.append(self._unwrap(row))
        return keys

    def _unwrap(self, row: Row[Any]) -> DataKey:
        if row.wrapped is None:
            raise KeyGoneError(row.subject_id)
        holder, wrapping = _holder_of(row), self._registers.by_id(row.register_key_id)
        try:
            secret = envelope.open_sealed(wrapping, row.wrapped, _context(holder, row.version))
        except envelope.SealedDataError:
            raise KeyGoneError(row.subject_id) from None
        return self._keep(DataKey(row.id, holder, secret))

    def _new_row(self, holder: KeyHolder, version: int) -> tuple[dict[str, object], DataKey]:
        register_key_id, wrapping = self._registers.current(holder.controller_id, holder.register)
        key = DataKey(uuid4(), holder, urandom(32))
        wrapped = envelope.seal(wrapping, key.secret, _context(holder, version), key_id=register_key_id.bytes)
        return {
            "id": key.id,
            "register_key_id": register_key_id,
            "controller_id": holder.controller_id,
            "register": holder.register.value,
            "subject_id": holder.subject_id,
            "version": version,
            "wrapped": wrapped,
        }, key


def _context(holder: KeyHolder, version: int) -> bytes:
    parts = (
        b"data-key",
        holder.controller_id.bytes,
        holder.register.encode(),
        holder.subject_id.bytes,
        b"%d" % version,
    )
    return envelope.bind(parts)


def _holder_of(row: Row[Any]) -> KeyHolder:
    return KeyHolder(row.controller_id, Register(row.register), row.subject_id)


def _named(shredded: Shredded) -> ColumnElement[bool]:
    """The key that a line of the ledger names; the older lines name none, and their holders had but one."""
    if shredded.key_id is not None:
        return data_keys.c.id == shredded.key_id
    return _of([shredded.holder]) & (data_keys.c.version == 1)


def _of(holders: Sequence[KeyHolder]) -> ColumnElement[bool]:
    """The keys of these holders, in the order of their index."""
    keys = [(h.subject_id, h.register.value, h.controller_id) for h in holders]
    return tuple_(data_keys.c.subject_id, data_keys.c.register, data_keys.c.controller_id).in_(keys)


def _derive(secret: bytes, info: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info.encode()).derive(secret)
