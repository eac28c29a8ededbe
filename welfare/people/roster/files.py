"""Opening a roster safely: only known names, no links, sizes capped before anything is unpacked (ASVS 5.2.3)."""

import io
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.names import READ_NAMES
from welfare.people.roster.problems import Problem, RosterUnreadableError

Tell = Callable[[int], None]
"""Called with the number of bytes just read, for a progress bar."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a roster may be, unpacked. The defaults hold a million pupils in one delivery."""

    file_bytes: int = 512 * 1024**2
    total_bytes: int = 1024**3
    entries: int = 64
    ratio: int = 100
    """How many times smaller the packed form of a file over a mebibyte may be; real rosters pack about eightfold."""


DEFAULT_LIMITS = Limits()


class ByteReader(Protocol):
    """What bytes are drawn from: a file, or an entry being unpacked."""

    def read(self, size: int, /) -> bytes | None:
        """Up to so many bytes; none at the end."""

    def close(self) -> None:
        """Give the source back."""


class RosterSource(Protocol):
    """A folder or an opened ZIP."""

    @property
    def sizes(self) -> Mapping[str, int]:
        """The known files that are there, with their unpacked sizes."""

    def open(self, name: str, tell: Tell) -> IO[bytes]:
        """Open one of them for reading. Raises RosterUnreadableError, now or while it is read."""


def unreadable(code: ProblemCode, name: str = "") -> RosterUnreadableError:
    """Make the error that stops reading for this reason, at this file."""
    return RosterUnreadableError(Problem(name, 0, "", code))


def check_sizes(sizes: Mapping[str, int], limits: Limits) -> None:
    """Raise RosterUnreadableError when one file, or all together, are over the limits."""
    for name, size in sizes.items():
        if size > limits.file_bytes:
            raise unreadable(ProblemCode.TOO_LARGE, name)
    if sum(sizes.values()) > limits.total_bytes:
        raise unreadable(ProblemCode.TOO_LARGE)


class MeteredReader(io.RawIOBase):
    """Reads another stream, tells how much, and stops at the announced size: what grows while it is read is refused."""

    def __init__(self, inner: ByteReader, name: str, size: int, tell: Tell) -> None:
        super().__init__()
        self._inner = inner
        self._name = name
        self._left = size
        self._tell = tell

    def readable(self) -> bool:
        """Reading is all it does."""
        return True

    def readinto(self, buffer: "memoryview", /) -> int:  # type: ignore[override]  # typeshed names a private alias
        """Fill the buffer as io asks. Raises RosterUnreadableError beyond the announced size."""
        data = self._inner.read(len(buffer)) or b""
        self._left -= len(data)
        if self._left < 0:
            raise unreadable(ProblemCode.TOO_LARGE, self._name)
        buffer[: len(data)] = data
        self._tell(len(data))
        return len(data)

    def close(self) -> None:
        """Close the inner stream as well."""
        self._inner.close()
        super().close()


class RosterFolder:
    """A folder with CSV files. Raises RosterUnreadableError for links, other odd files and sizes over the limits."""

    def __init__(self, path: Path, limits: Limits = DEFAULT_LIMITS) -> None:
        self._path = path
        self.sizes: Mapping[str, int] = dict(self._present())
        check_sizes(self.sizes, limits)

    def open(self, name: str, tell: Tell) -> IO[bytes]:
        """Open a file of the folder, following no link even if one has been put there since."""
        try:
            handle = os.open(self._path / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError as error:
            raise unreadable(ProblemCode.LINK_INSTEAD_OF_FILE, name) from error
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise unreadable(ProblemCode.LINK_INSTEAD_OF_FILE, name)
        inner = os.fdopen(handle, "rb", buffering=0)
        return io.BufferedReader(MeteredReader(inner, name, self.sizes[name], tell), 1 << 16)

    def _present(self) -> Iterator[tuple[str, int]]:
        for name in sorted(READ_NAMES):
            try:
                found = (self._path / name).lstat()
            except FileNotFoundError:
                continue
            if not stat.S_ISREG(found.st_mode):
                raise unreadable(ProblemCode.LINK_INSTEAD_OF_FILE, name)
            yield name, found.st_size
