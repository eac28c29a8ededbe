"""Register keys: one per controller and register, wrapped by the provider, kept unwrapped while the process lives."""

from os import urandom
from threading import Lock
from uuid import UUID, uuid4

from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import IntegrityError

from welfare.crypto import envelope
from welfare.crypto.keystore import register_keys
from welfare.crypto.providers import KeyProvider
from welfare.rules.registers import Register

RegisterKey = tuple[UUID, bytes]


class RegisterKeys:
    """Finds, makes and remembers register keys."""

    def __init__(self, engine: Engine, provider: KeyProvider) -> None:
        """Stand on the key store and the provider of the root key."""
        self._engine, self._provider = engine, provider
        self._current: dict[tuple[UUID, Register], RegisterKey] = {}
        self._by_id: dict[UUID, bytes] = {}
        self._lock = Lock()

    def current(self, controller_id: UUID, register: Register) -> RegisterKey:
        """Id and secret of the newest version, made now if the register is new. Raises KeyProviderError."""
        return self.find(controller_id, register) or self._keep(
            controller_id, register, self._make(controller_id, register)
        )

    def find(self, controller_id: UUID, register: Register) -> RegisterKey | None:
        """Id and secret of the newest version; None when the register has no key yet. Raises KeyProviderError."""
        with self._lock:
            known = self._current.get((controller_id, register))
        if known is not None:
            return known
        known = self._find(controller_id, register)
        return None if known is None else self._keep(controller_id, register, known)

    def by_id(self, key_id: UUID) -> bytes:
        """The secret of one version. Raises KeyProviderError, or LookupError when the store does not know it."""
        with self._lock:
            known = self._by_id.get(key_id)
        if known is None:
            with self._engine.connect() as connection:
                row = connection.execute(select(register_keys).where(register_keys.c.id == key_id)).one_or_none()
            if row is None:
                message = "the key store lacks a register key; restore the key store"
                raise LookupError(message)
            context = _context(row.controller_id, Register(row.register), row.version)
            known = self._provider.unwrap(row.wrapped, context)
            with self._lock:
                self._by_id[key_id] = known
        return known

    def check(self) -> None:
        """See that the provider unwraps what is here, before anything new is wrapped. Raises KeyProviderError."""
        statement = select(register_keys.c.id).order_by(register_keys.c.created_at, register_keys.c.id).limit(1)
        with self._engine.connect() as connection:
            first = connection.execute(statement).scalar_one_or_none()
        if first is not None:
            self.by_id(first)

    def forget(self) -> None:
        """Drop the unwrapped keys from memory."""
        with self._lock:
            self._current.clear()
            self._by_id.clear()

    def _keep(self, controller_id: UUID, register: Register, known: RegisterKey) -> RegisterKey:
        with self._lock:
            self._current[controller_id, register] = known
            self._by_id[known[0]] = known[1]
        return known

    def _find(self, controller_id: UUID, register: Register) -> RegisterKey | None:
        statement = (
            select(register_keys.c.id)
            .where(register_keys.c.controller_id == controller_id, register_keys.c.register == register.value)
            .order_by(register_keys.c.version.desc())
            .limit(1)
        )
        with self._engine.connect() as connection:
            key_id = connection.execute(statement).scalar_one_or_none()
        return None if key_id is None else (key_id, self.by_id(key_id))

    def _make(self, controller_id: UUID, register: Register) -> RegisterKey:
        key_id, secret = uuid4(), urandom(32)
        row = {
            "id": key_id,
            "controller_id": controller_id,
            "register": register.value,
            "version": 1,
            "wrapped": self._provider.wrap(secret, _context(controller_id, register, 1)),
        }
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(register_keys), [row])
        except IntegrityError:  # another node was faster: theirs counts
            found = self._find(controller_id, register)
            if found is None:
                raise
            return found
        return key_id, secret


def _context(controller_id: UUID, register: Register, version: int) -> bytes:
    return envelope.bind((b"register-key", controller_id.bytes, register.encode(), b"%d" % version))
