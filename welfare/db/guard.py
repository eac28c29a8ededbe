"""The guard at the cursor: a statement that writes runs only on a connection opened by a unit of work."""

import re

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.pool import ConnectionPoolEntry

WRITES = "welfare_writes"
"""Execution option that a unit of work (or a migration) sets on its connection."""
_READS_ONLY = re.compile(
    r"\s*(SELECT|WITH|BEGIN|ROLLBACK|COMMIT|SAVEPOINT|RELEASE|EXPLAIN|SHOW|PRAGMA|VALUES)\b", re.IGNORECASE
)
_HIDDEN_WRITE = re.compile(r"\b(INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\S+\s+SET)\b", re.IGNORECASE)
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "busy_timeout=15000")


class WriteOutsideUnitOfWorkError(RuntimeError):
    """Something tried to write past the unit of work; the statement has not been run."""


def guard(engine: Engine) -> None:
    """Install the guard, and on SQLite the safe settings and explicit transactions, on an engine."""
    event.listen(engine, "before_cursor_execute", _refuse_stray_write)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _make_sqlite_safe)
        event.listen(engine, "begin", _begin_sqlite)


def _refuse_stray_write(connection: Connection, _cursor: DBAPICursor, statement: str, *_: object) -> None:
    if connection.get_execution_options().get(WRITES):
        return
    if not _READS_ONLY.match(statement) or _HIDDEN_WRITE.search(statement):
        message = "a write outside a unit of work was refused at the cursor"
        raise WriteOutsideUnitOfWorkError(message)


def _make_sqlite_safe(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    del entry
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")
