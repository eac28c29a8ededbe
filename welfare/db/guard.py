"""The guard at the cursor: a statement that writes runs only on a connection opened by a unit of work.

Beneath it stands the database: PostgreSQL is told that such a transaction only reads; SQLite, which has no roles, gets
an authorizer that lets nobody change, delete or drop what the audit trail is made of.
"""

import re
import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.pool import ConnectionPoolEntry

WRITES = "welfare_writes"
"""Execution option that a unit of work (or a migration) sets on its connection."""
ONLY_ADDED = frozenset({"audit_event", "audit_subject"})
"""Tables whose rows are only ever added."""
_READS_ONLY = re.compile(
    r"\s*(SELECT|WITH|BEGIN|ROLLBACK|COMMIT|SAVEPOINT|RELEASE|EXPLAIN|SHOW|VALUES|PRAGMA(?![^;]*=))\b", re.IGNORECASE
)
_HIDDEN_WRITE = re.compile(
    r"\b(INSERT\s+INTO|MERGE\s+INTO|DELETE\s+FROM|UPDATE\s+(ONLY\s+)?\S+(\s+(AS\s+)?\w+)?\s+SET)\b", re.IGNORECASE
)
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "busy_timeout=15000")
_CHANGES = frozenset({sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE, sqlite3.SQLITE_DROP_TABLE})
_ALTERS = frozenset({sqlite3.SQLITE_DROP_TRIGGER, sqlite3.SQLITE_ALTER_TABLE, sqlite3.SQLITE_DROP_INDEX})


class WriteOutsideUnitOfWorkError(RuntimeError):
    """Something tried to write past the unit of work; the statement has not been run."""


def guard(engine: Engine) -> None:
    """Install the guard, and on SQLite the safe settings and explicit transactions, on an engine."""
    event.listen(engine, "before_cursor_execute", _refuse_stray_write)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _make_sqlite_safe)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "begin", _begin_postgresql)


def let_migrate(connection: Connection, *, is_migrating: bool) -> None:
    """Lift SQLite's authorizer from one connection for a migration, and put it back."""
    driver: Any = connection.connection.dbapi_connection
    driver.set_authorizer(None if is_migrating else _authorize)


def _refuse_stray_write(  # noqa: PLR0913, PLR0917 - the event's own arguments
    connection: Connection,
    cursor: DBAPICursor,
    statement: str,
    parameters: object,
    context: object,
    many: bool,  # noqa: FBT001 - the event's own
) -> None:
    del cursor, parameters, context, many
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
    connection.set_authorizer(_authorize)


def _authorize(action: int, first: str | None, second: str | None, database: str | None, inner: str | None) -> int:
    """SQLite asks this once for each statement it prepares: what is only added stays, and so do its triggers."""
    del database, inner
    is_refused = (action in _CHANGES and first in ONLY_ADDED) or (
        action in _ALTERS and (second in ONLY_ADDED or (first or "").startswith(tuple(ONLY_ADDED)))
    )
    return sqlite3.SQLITE_DENY if is_refused else sqlite3.SQLITE_OK


def _begin_sqlite(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    driver: Any = connection.connection.dbapi_connection
    driver.read_only = not connection.get_execution_options().get(WRITES)
