"""Into a folder: for trying out, and for who carries mail elsewhere by means of their own."""

import os
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from welfare.mail.delivering import DeliveryFailedError


@dataclass(frozen=True)
class FolderTransport:
    """One file a mail, for this user's eyes alone; written again it is the same file."""

    folder: Path

    def deliver(self, name: str, to: str, message: EmailMessage) -> None:
        """Write it whole or not at all. Raises DeliveryFailedError."""
        del to
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._write(name, message.as_bytes())
        except OSError:
            code = "folder"
            raise DeliveryFailedError(code) from None

    def _write(self, name: str, content: bytes) -> None:
        unfinished = self.folder / f".{name}"
        unfinished.unlink(missing_ok=True)  # left by one that was killed
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(self.folder / name)
