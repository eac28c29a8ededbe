"""Key providers: where the root key lives. The embedded default is a file; the protocol is ready for others."""

from typing import Protocol


class KeyProviderError(RuntimeError):
    """The root key cannot be used; the message says why and what to do, and nothing has been changed."""


class KeyProvider(Protocol):
    """Wraps register keys under a root key that never leaves the provider."""

    def wrap(self, key: bytes, context: bytes) -> bytes:
        """Wrap 32 bytes, bound to ``context``. Raises KeyProviderError."""

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """The 32 bytes that were wrapped with the same ``context``. Raises KeyProviderError."""

    def check(self) -> None:
        """Refuse to go on when the root key is missing, malformed or badly guarded. Raises KeyProviderError."""
