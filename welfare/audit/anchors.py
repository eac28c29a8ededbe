"""The anchor folder: signed checkpoints outside the database, one append-only file for each chain.

``<chain>.anchors`` holds a line for each checkpoint, ``<chain>.tree`` the right edge of the tree, so that it grows
without being read anew (a lost one is rebuilt), ``public-key.pem`` what others verify with. Nothing here is secret.
"""

import fcntl
import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from welfare.audit.checkpoint import Checkpoint, CheckpointError, public_pem, read_signed
from welfare.audit.merkle import Frontier

_SUFFIX, _TREE = ".anchors", ".tree"
_LAST_LINES = 4096
"""Bytes at the end of a file that surely hold its last line."""


class AnchorsMissingError(CheckpointError):
    """The anchor folder is not there, or not the one this instance was made with."""


class AnchorFolder:
    """Reads and adds anchors; every line that is given out has been verified."""

    def __init__(self, path: Path, public: Ed25519PublicKey) -> None:
        """Of a folder that `found` once made, verified with the instance's own key, not the one lying there."""
        self.path, self._public = path, public

    @property
    def _key_file(self) -> Path:
        return self.path / "public-key.pem"

    def found(self) -> None:
        """Make the folder of a new instance, or of one whose old anchors are given up."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(self._key_file, public_pem(self._public))

    def check(self) -> None:
        """See that the folder is the right one. Raises AnchorsMissingError."""
        try:
            is_ours = self._key_file.read_bytes() == public_pem(self._public)
        except OSError as error:
            message = f"the anchors in {self.path} cannot be read: {error.strerror}"
            raise AnchorsMissingError(message) from error
        if not is_ours:
            message = f"the anchors in {self.path} are those of another instance"
            raise AnchorsMissingError(message)

    def chains(self) -> list[UUID]:
        """Chains that have been anchored; a tree without its anchors tells of them too. Raises CheckpointError."""
        self.check()
        try:
            return sorted({UUID(hex=file.stem) for end in (_SUFFIX, _TREE) for file in self.path.glob(f"*{end}")})
        except ValueError:
            message = f"a file in {self.path} is named like an anchor and is none"
            raise CheckpointError(message) from None

    def newest(self, chain_id: UUID) -> Checkpoint | None:
        """The last whole line of a chain's file; None when it was never anchored. Raises CheckpointError."""
        line = self.newest_line(chain_id)
        if line is None:
            return None
        checkpoint = read_signed(line, self._public)
        if checkpoint.chain_id != chain_id:
            message = f"the anchor of chain {chain_id.hex} is another chain's"
            raise CheckpointError(message)
        return checkpoint

    def newest_line(self, chain_id: UUID) -> str | None:
        """The same, as the signed line it is, not verified. Raises CheckpointError."""
        line = _last_line(self._file(chain_id))
        if line is None and self._file(chain_id).with_suffix(_TREE).exists():
            message = f"the anchors of chain {chain_id.hex} are gone"
            raise CheckpointError(message)
        return line

    def add(self, line: str, chain_id: UUID, frontier: Frontier) -> None:
        """Add a signed line, on the disk before this returns, and remember the tree's right edge. Raises OSError."""
        file = self._file(chain_id)
        if file.exists():
            _append(file, f"{line}\n".encode())
        else:
            _replace(file, f"{line}\n".encode())
        peaks = [b64encode(peak).decode() for peak in frontier.peaks]
        _replace(file.with_suffix(_TREE), json.dumps({"size": frontier.size, "peaks": peaks}).encode())

    def frontier(self, checkpoint: Checkpoint) -> Frontier | None:
        """The right edge of the tree at a checkpoint; None when it must be built anew."""
        try:
            kept = json.loads(self._file(checkpoint.chain_id).with_suffix(_TREE).read_bytes())
            frontier = Frontier(int(kept["size"]), [b64decode(peak, validate=True) for peak in kept["peaks"]])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return frontier if (frontier.size, frontier.root()) == (checkpoint.size, checkpoint.root) else None

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the turn to add anchors among all processes of this machine. Raises OSError."""
        handle = os.open(self.path / "turn", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def _file(self, chain_id: UUID) -> Path:
        return self.path / f"{chain_id.hex}{_SUFFIX}"


def _last_line(file: Path) -> str | None:
    """A line without its end is one whose writer died; it was never promised to anybody."""
    try:
        with file.open("rb") as stream:
            end = stream.seek(0, os.SEEK_END)
            stream.seek(max(0, end - _LAST_LINES))
            content = stream.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"the anchors in {file.name} cannot be read: {error.strerror}"
        raise CheckpointError(message) from error
    whole, newline, _ = content.rpartition(b"\n")
    if not newline:
        message = f"the anchors in {file.name} are empty or cut"
        raise CheckpointError(message)
    return whole.rpartition(b"\n")[2].decode("utf-8", "replace")


def _append(file: Path, line: bytes) -> None:
    """Add a line to a file, on a line of its own even after a torn one."""
    with file.open("a+b", buffering=0) as stream:
        size = stream.seek(0, os.SEEK_END)
        is_torn = size > 0 and os.pread(stream.fileno(), 1, size - 1) != b"\n"
        whole = b"\n" + line if is_torn else line
        if stream.write(whole) != len(whole):
            raise OSError(ENOSPC, "an anchor could not be written whole", str(file))
        os.fsync(stream.fileno())


def _replace(file: Path, content: bytes) -> None:
    """Put a file in place as a whole, on the disk before this returns."""
    fresh = file.with_name(f"{file.name}.new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
