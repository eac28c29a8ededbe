"""The file provider: a root key in a JSON file of mode 0600, owned by the user who serves."""

import json
import os
import stat
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from pathlib import Path
from uuid import uuid4

from welfare.crypto.envelope import SealedDataError, key_id_of, open_sealed, seal
from welfare.crypto.providers import KeyProviderError

_FORMAT = "welfare-root-keys/1"
_KEY_BYTES = 32


class FileKeyProvider:
    """Root keys in one file: the current one wraps, every one unwraps what names it."""

    def __init__(self, path: Path) -> None:
        """Read and check the file at once. Raises KeyProviderError."""
        self._path = path
        self._current, self._keys = _read(path)

    def wrap(self, key: bytes, context: bytes) -> bytes:
        """See `KeyProvider.wrap`."""
        return seal(self._keys[self._current], key, context, key_id=self._current)

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """See `KeyProvider.unwrap`; the key is chosen by the id in the header, never by trying."""
        try:
            return open_sealed(self._keys[key_id_of(wrapped)], wrapped, context)
        except (KeyError, SealedDataError):
            message = f"the root key in {self._path.name} is not the one this instance was made with"
            raise KeyProviderError(message) from None

    def check(self) -> None:
        """See `KeyProvider.check`; reads the file anew."""
        _read(self._path)


def create_key_file(path: Path) -> None:
    """Make a new root key file of mode 0600. Raises FileExistsError rather than overwrite a key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    key_id = uuid4()
    content = {
        "format": _FORMAT,
        "current": key_id.hex,
        "keys": {key_id.hex: b64encode(os.urandom(_KEY_BYTES)).decode()},
    }
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        json.dump(content, file)
        file.flush()
        os.fsync(file.fileno())


def _read(path: Path) -> tuple[bytes, dict[bytes, bytes]]:
    _check_guard(path)
    try:
        content = json.loads(path.read_text(encoding="ascii"))
        keys = {bytes.fromhex(name): b64decode(value, validate=True) for name, value in content["keys"].items()}
        current = bytes.fromhex(content["current"])
        is_whole = content["format"] == _FORMAT and current in keys
    except (ValueError, KeyError, TypeError, AttributeError, Base64Error):
        is_whole = False
        current, keys = b"", {}
    if not is_whole or any(len(key) != _KEY_BYTES for key in keys.values()):
        message = f"the key file {path} is truncated or not a key file; restore it from the safe"
        raise KeyProviderError(message)
    return current, keys


def _check_guard(path: Path) -> None:
    try:
        found = path.stat()
    except FileNotFoundError:
        message = f"the key file {path} is missing; restore it, or run `welfare init` for a new instance"
        raise KeyProviderError(message) from None
    except OSError as error:
        message = f"the key file {path} cannot be read: {error.strerror}"
        raise KeyProviderError(message) from error
    if not stat.S_ISREG(found.st_mode):
        message = f"the key file {path} is not a regular file"
        raise KeyProviderError(message)
    if stat.S_IMODE(found.st_mode) & 0o077:
        message = f"the key file {path} is open to other users; run: chmod 600 {path}"
        raise KeyProviderError(message)
    if found.st_uid != os.geteuid():
        message = f"the key file {path} belongs to another user; chown it to the user who serves"
        raise KeyProviderError(message)
