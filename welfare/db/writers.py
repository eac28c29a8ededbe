"""On SQLite one writer at a time: a queue on a lock of our own, instead of every process busy-waiting."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import Engine


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
        with self._lock:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
                yield
            finally:
                os.close(handle)
