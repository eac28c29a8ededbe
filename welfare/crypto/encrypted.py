"""What a sealed column holds in memory: a value that cannot be read, printed, compared or rendered by accident."""

from typing import Any, NoReturn

from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator


class EncryptedValueError(TypeError):
    """Somebody tried to read, print or render ciphertext. Open it through the unit of work, in pages.py."""


class Encrypted:
    """Ciphertext as loaded from its column; or text waiting to be sealed at the next flush."""

    __slots__ = ("blob", "waiting")

    def __init__(self, blob: bytes | None, waiting: bytes | None = None) -> None:
        """Hold a blob, or plaintext on its way in (never both)."""
        self.blob = blob
        self.waiting = waiting

    def _refuse(self, *_: object) -> NoReturn:
        message = "an encrypted value cannot be shown, compared or serialised"
        raise EncryptedValueError(message)

    __str__ = __format__ = __html__ = __eq__ = __lt__ = __bytes__ = __iter__ = __len__ = __getstate__ = _refuse
    __hash__ = object.__hash__

    def __repr__(self) -> str:
        """Say what it is, never what it holds."""
        return "<Encrypted>"

    def __bool__(self) -> bool:
        """Whether the column holds anything at all, which SQL could tell as well."""
        return True


class EncryptedText(TypeDecorator[Encrypted]):
    """A column of sealed text or of one sealed document; only the unit of work puts anything into it."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> bytes | None:
        """Sealed bytes for the driver. Raises EncryptedValueError for plaintext or anything not yet sealed."""
        del dialect
        if value is None:
            return None
        if not isinstance(value, Encrypted) or value.blob is None:
            message = "a sealed column takes only what the unit of work has sealed"
            raise EncryptedValueError(message)
        return value.blob

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Encrypted | None:  # noqa: ANN401 - driver value
        """The opaque value of a row."""
        del dialect
        return None if value is None else Encrypted(bytes(value))

    def compare_values(self, x: Any, y: Any) -> bool:  # noqa: ANN401 - SQLAlchemy's signature
        """Compare by identity, so that change detection never looks inside."""
        return x is y
