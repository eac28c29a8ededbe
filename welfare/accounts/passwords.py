"""Keeping passwords: Argon2id (RFC 9106) over a keyed hash, two at once at most, in steps of time that tell nothing.

The pepper is an HMAC under a key of the key store, so a stolen database alone cannot be guessed at.
"""

import time
from base64 import b64encode
from dataclasses import dataclass
from functools import cached_property
from threading import BoundedSemaphore
from unicodedata import normalize

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.registers import HOUSE

_MIB = 1024
_TWO_AT_ONCE = BoundedSemaphore(2)
"""Each hash takes a whole core and much memory: more at once would starve the others (ASVS V15.2.2)."""
_STEP_SECONDS = 0.1


@dataclass(frozen=True)
class Hashing:
    """The cost of one hash. Raising it takes effect at everybody's next sign-in."""

    memory_kib: int = 19 * _MIB
    passes: int = 2

    def make(self, work: UnitOfWork, password: str) -> str:
        """What is kept of a password."""
        with _TWO_AT_ONCE:
            return self._hasher.hash(_peppered(work, password))

    def is_right(self, work: UnitOfWork, kept: str, password: str) -> bool:
        """Whether this is the password; an empty or foreign hash costs as much time and is never right.

        A wrong one against a hash of another cost pays today's cost as well, so that no old account answers sooner.
        """
        peppered = _peppered(work, password)
        with _TWO_AT_ONCE:
            is_right = self._fits(kept or self._nobodys_hash, peppered)
            if not is_right and kept and self.is_outdated(kept):
                self._fits(self._nobodys_hash, peppered)
            return is_right

    def _fits(self, kept: str, peppered: bytes) -> bool:
        try:
            return self._hasher.verify(kept, peppered)
        except (VerificationError, InvalidHashError):
            return False

    def is_outdated(self, kept: str) -> bool:
        """Whether a kept hash was made at another cost; one that is no hash of ours is outdated too."""
        try:
            return self._hasher.check_needs_rehash(kept)
        except InvalidHashError:
            return True

    @cached_property
    def _hasher(self) -> PasswordHasher:
        return PasswordHasher(time_cost=self.passes, memory_cost=self.memory_kib, parallelism=1)

    @cached_property
    def _nobodys_hash(self) -> str:
        empty = [b64encode(bytes(size)).rstrip(b"=").decode() for size in (16, 32)]
        return f"$argon2id$v=19$m={self.memory_kib},t={self.passes},p=1${empty[0]}${empty[1]}"


EMBEDDED = Hashing()
"""19 MiB and two passes, 24 ms: for accounts made by the system; settings of another cost rehash at sign-in."""


def settle(started: float) -> None:
    """Wait for the next tenth of a second since a ``time.monotonic()``, so that no difference shows (ASVS V6.3.8)."""
    spent = time.monotonic() - started
    time.sleep(_STEP_SECONDS - spent % _STEP_SECONDS)


def _peppered(work: UnitOfWork, password: str) -> bytes:
    return b64encode(work.fingerprint(HOUSE, "password", normalize("NFC", password)))
