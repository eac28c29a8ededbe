"""The unit of work: the only way to a key, the only way to write, and the one that leaves the audit event."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from sqlalchemy.orm import InstrumentedAttribute, ORMExecuteState, Session

from welfare.audit.event import Event, Notes, Origin, Outcome
from welfare.audit.gap import Gap, GapDocument
from welfare.crypto import envelope
from welfare.crypto.encrypted import Encrypted
from welfare.crypto.holder import KeyHolder
from welfare.crypto.keyring import DataKey, KeyGoneError, KeyRing
from welfare.crypto.sealed import Sealed, Subject, digest_of, open_cells, place_of, sealed_columns
from welfare.rules.actors import Actor, Facts
from welfare.rules.orders import JobOrder, MailOrder
from welfare.rules.registers import HOUSE, Register

Column = InstrumentedAttribute[Encrypted] | InstrumentedAttribute[Encrypted | None]
Listeners = Mapping[type, Sequence[Callable[["UnitOfWork", Any], None]]]
Document = dict[str, Any]
_KEYS_AT_ONCE = 250
"""Fewer than the key ring keeps, so that none is forgotten before it is used."""
SealedRow = TypeVar("SealedRow", bound=Sealed)


class BulkChangeError(TypeError):
    """An UPDATE or DELETE over many sealed rows would leave no digests in the chain."""


class NoPlannerError(LookupError):
    """An order was given where nobody keeps orders; it must not be lost without a word."""


def _nobody(work: "UnitOfWork", order: object) -> UUID:
    del work
    message = f"nobody keeps {type(order).__name__}s here"
    raise NoPlannerError(message)


@dataclass(frozen=True, slots=True)
class Planners:
    """Who keeps the orders of a unit of work; the services that do stand on floors above this one."""

    job: Callable[["UnitOfWork", JobOrder], UUID] = _nobody
    mail: Callable[["UnitOfWork", MailOrder], UUID] = _nobody


@dataclass(frozen=True, slots=True)
class Grant:
    """A granted request: by which permission, on what facts and for which reasons."""

    permission: str
    facts: Facts
    grounds: tuple[str, ...]
    origin: Origin


class UnitOfWork:
    """One granted request from its first read to its audit event. Made by the gate alone."""

    def __init__(self, session: Session, keyring: KeyRing, actor: Actor, grant: Grant, now: datetime) -> None:
        """Stand on an open session; the ledger that made it also ends it."""
        self.session, self.actor, self.grant, self.now = session, actor, grant, now
        self.at_commit: list[Callable[[Session], None]] = []
        self.start_writing: Callable[[], None] = lambda: None
        self.listeners: Listeners = {}
        self.planners = Planners()
        self._keyring = keyring
        self._notes: defaultdict[UUID, Notes] = defaultdict(Notes)

    @property
    def facts(self) -> Facts:
        """The facts the gate decided on."""
        return self.grant.facts

    @property
    def is_idle(self) -> bool:
        """Whether nothing has been opened, noted or left for the commit."""
        return not self._notes and not self.at_commit

    def encrypt(self, row: Sealed, attribute: Column, text: str) -> None:
        """Put text into a sealed column; it is sealed at the flush, at the revision the row will have."""
        setattr(row, attribute.key, Encrypted(None, waiting=text.encode()))

    def encrypt_document(self, row: Sealed, attribute: Column, document: Document) -> None:
        """Put a document of JSON values into a sealed column, to be opened as one."""
        self.encrypt(row, attribute, json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")))

    def decrypt(self, row: Sealed, attribute: Column) -> str:
        """The text of a sealed column, noted in the audit event; a `Gap` where it cannot be opened."""
        value: Encrypted | None = getattr(row, attribute.key)
        if value is None:
            return ""
        if value.waiting is not None:
            return value.waiting.decode()
        try:
            text = self._open(row, attribute.key, value).decode()
        except (envelope.SealedDataError, KeyGoneError):
            self._note(row).broken.append((_place(row, attribute.key), row.id.hex))
            return Gap()
        if not self._is_own_name(row):
            self._note(row).opened[_place(row, attribute.key)][row.id.hex] = None
        return text

    def decrypt_document(self, row: Sealed, attribute: Column) -> Document:
        """The document of a sealed column; where it cannot be opened, one that answers a `Gap` for every word."""
        text = self.decrypt(row, attribute)
        if isinstance(text, Gap):
            return GapDocument()
        document: Document = json.loads(text) if text else {}
        return document

    def sift(self, rows: Sequence[SealedRow], attribute: Column, fits: Callable[[Document], bool]) -> list[SealedRow]:
        """Rows whose document fits, for a search in memory; like `decrypt`, for pages only.

        The event names the rows found, and by its code ``sifted`` how many were looked through. Broken rows never fit.
        """
        found = [row for row, document in self.skim(rows, attribute) if fits(document)]
        for row in found:
            self._note(row).opened[_place(row, attribute.key)][row.id.hex] = None
        return found

    def skim(self, rows: Sequence[SealedRow], attribute: Column) -> list[tuple[SealedRow, Document]]:
        """The documents of rows that a search looks through and shows nothing of yet; without the broken ones.

        The event has how many they are, by its code ``sifted``, and names none: `decrypt` opens whom a page shows.
        """
        found: list[tuple[SealedRow, Document]] = []
        for number, row in enumerate(rows):
            if number % _KEYS_AT_ONCE == 0:
                self.prefetch(rows[number : number + _KEYS_AT_ONCE])
            value: Encrypted | None = getattr(row, attribute.key)
            try:
                text = self._open(row, attribute.key, value) if value is not None else b"{}"
            except (envelope.SealedDataError, KeyGoneError):
                continue
            found.append((row, json.loads(text)))
        for controller_id, count in Counter(row.key_holder().controller_id for row in rows).items():
            codes = self._notes[controller_id].codes
            codes["sifted"] = int(str(codes.get("sifted", 0))) + count
        return found

    def prefetch(self, rows: Iterable[Sealed]) -> None:
        """Unwrap the keys of many rows at once before they are decrypted one by one."""
        ids: set[UUID] = set()
        for row in rows:
            for name in sealed_columns(type(row)):
                value: Encrypted | None = getattr(row, name)
                if value is not None and value.blob is not None and len(value.blob) > envelope.PREFIX_SIZE:
                    ids.add(UUID(bytes=value.blob[3 : envelope.PREFIX_SIZE]))
        self._keyring.prefetch(ids)

    def fingerprint(self, controller_id: UUID, purpose: str, text: str) -> bytes:
        """Keyed full-length HMAC for exact match only (identity codes, sign-in names)."""
        key = self._keyring.secret(controller_id, Register.INDEX, purpose)
        return envelope.keyed_hash(key, text.encode())

    def fingerprints(self, controller_id: UUID, purpose: str, texts: Sequence[str]) -> list[bytes]:
        """The same for several texts of one purpose, with the key derived once."""
        key = self._keyring.secret(controller_id, Register.INDEX, purpose)
        return [envelope.keyed_hash(key, text.encode()) for text in texts]

    def note(self, controller_id: UUID, register: Register, *subjects: Subject, **codes: str | int | list[str]) -> None:
        """Add subjects and codes (never words) to the event of a controller."""
        notes = self._notes[controller_id]
        notes.registers.add(register.value)
        notes.subjects.update(subjects)
        notes.codes.update(codes)

    def tell(self, happening: object) -> None:
        """Let other rooms react to an event in this transaction; a failing handler fails the action."""
        for handler in self.listeners.get(type(happening), ()):
            handler(self, happening)

    def plan_job(self, order: JobOrder) -> UUID:
        """Have a job done once this transaction has committed, and only then; its id. Raises NoPlannerError."""
        return self.planners.job(self, order)

    def plan_mail(self, order: MailOrder) -> UUID:
        """Have a silent mail sent once this transaction has committed, and only then; its id. Raises NoPlannerError."""
        return self.planners.mail(self, order)

    def flush_chunk(self) -> None:
        """Write what has been added and let go of it, so that a long import stays small in memory."""
        self.session.flush()
        self.session.expunge_all()

    def events(self, outcome: Outcome) -> dict[UUID, Event]:
        """The event of each controller this unit of work touched, at least one."""
        facts = self.grant.facts
        home = facts.controller_id or next(iter(self._notes), None) or _employer(self.actor)
        main = self._notes[home]
        main.subjects.update(facts.subject_ids)
        if facts.register:
            main.registers.add(facts.register)
        return {chain: self._event(outcome, notes) for chain, notes in self._notes.items()}

    def seal_waiting(self, session: Session) -> None:
        """Before each flush: seal what waits, re-seal what moves to a new revision, and note the digests."""
        fresh = [row for row in session.new if isinstance(row, Sealed)]
        changed = [row for row in session.dirty if isinstance(row, Sealed) and session.is_modified(row)]
        for row in fresh:
            if getattr(row, "id", None) is None:
                row.id = uuid4()  # ciphertext is bound to it, and the column's default would come too late
        self._reopen_untouched(changed)
        keys = self._keyring.keys_for(row.key_holder() for row in (*fresh, *changed))
        for row in (*fresh, *changed):
            self._seal(row, keys[row.key_holder()], (row.revision or 0) + 1)
        for row in session.deleted:
            if isinstance(row, Sealed):
                self._note(row).removed.append((row.__tablename__, row.id.hex, row.revision))

    def _reopen_untouched(self, rows: Iterable[Sealed]) -> None:
        """Take out what is to be sealed anew. What cannot be opened stays as it is, for evidence, and is noted."""
        for row in rows:
            for name in sealed_columns(type(row)):
                value: Encrypted | None = getattr(row, name)
                if value is None or value.waiting is not None:
                    continue
                try:
                    setattr(row, name, Encrypted(None, waiting=self._open(row, name, value)))
                except (envelope.SealedDataError, KeyGoneError):
                    self._note(row).broken.append((_place(row, name), row.id.hex))

    def _seal(self, row: Sealed, key: DataKey, revision: int) -> None:
        cells = open_cells(row)
        for name in sealed_columns(type(row)):
            value: Encrypted | None = getattr(row, name)
            if value is not None and value.waiting is not None:
                aad = place_of(row, name, revision)
                value = Encrypted(envelope.seal(key.cipher(_place(row, name)), value.waiting, aad, key_id=key.id.bytes))
                setattr(row, name, value)
            cells[name] = None if value is None else value.blob
        self._note(row).written.append((row.__tablename__, row.id.hex, revision, digest_of(cells)))

    def _open(self, row: Sealed, name: str, value: Encrypted) -> bytes:
        if value.waiting is not None:
            return value.waiting
        blob = value.blob or b""
        key = self._keyring.key(UUID(bytes=envelope.key_id_of(blob)))
        if key.holder != row.key_holder():
            raise envelope.SealedDataError
        return envelope.open_sealed(key.cipher(_place(row, name)), blob, place_of(row, name, row.revision))

    def _is_own_name(self, row: Sealed) -> bool:
        """One's own name at the foot of every page is about nobody else, and needs no trace."""
        return row.id == self.actor.person_id and not row.about()

    def _note(self, row: Sealed) -> Notes:
        holder: KeyHolder = row.key_holder()
        notes = self._notes[holder.controller_id]
        notes.registers.add(holder.register.value)
        notes.subjects.update(row.about())
        return notes

    def _event(self, outcome: Outcome, notes: Notes) -> Event:
        return Event(
            at=self.now,
            actor=self.actor,
            permission=self.grant.permission,
            outcome=outcome,
            grounds=self.grant.grounds,
            origin=self.grant.origin,
            notes=notes,
        )


def _employer(actor: Actor) -> UUID:
    post = actor.leading_post()
    return post.controller_id if post else HOUSE


def _place(row: Sealed, name: str) -> str:
    return f"{row.__tablename__}.{name}"


def refuse_bulk_changes(state: ORMExecuteState) -> None:
    """Let nothing change or delete sealed rows past the chain. Raises BulkChangeError."""
    mapper = state.bind_mapper
    if mapper is None or not (state.is_update or state.is_delete) or not issubclass(mapper.class_, Sealed):
        return
    message = f"{mapper.class_.__name__} is sealed: change and delete its rows through the session, one by one"
    raise BulkChangeError(message)
