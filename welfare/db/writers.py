"""On SQLite one writer at a time: a queue on a lock of our own, instead of every process busy-waiting."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import Engine

from welfare.db.locked_file import locked


class WriterQueue:
    """Threads queue on a lock, processes on a locked file; PostgreSQL needs neither."""

    def __init__(self, engine: Engine) -> None:
        """Make the queue of one database."""
        name = engine.url.database
        self._path = Path(f"{name}.writers") if engine.dialect.name == "sqlite" and name else None
        self._lock = Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the turn to write until the block is left."""
        if self._path is None:
            yield
            return
        with self._lock, locked(self._path):
            yield
