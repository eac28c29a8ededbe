"""Statements compiled once for each kind of database and handed straight to its driver.

For the few statements that every request runs: SQLAlchemy's own way round costs more than the database's work.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import ClauseElement

from welfare.db.guard import WRITES, WriteOutsideUnitOfWorkError

Values = Mapping[str, Any]


class Prepared:
    """A typed statement whose values are named by its bind parameters. Results come as the driver gives them."""

    def __init__(self, statement: ClauseElement) -> None:
        """Compiled at first use on each kind of database."""
        self._for = cache(lambda dialect: _Compiled(statement, dialect))

    def write(self, connection: Connection, values: Values) -> None:
        """Execute in a unit of work's transaction. Raises WriteOutsideUnitOfWorkError, DBAPIError."""
        _refuse_unless_writing(connection)
        compiled = self._for(connection.dialect)
        with _cursor(connection, compiled.sql) as cursor:
            cursor.execute(compiled.sql, compiled.fit(values))

    def write_many(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Execute once for each row. Raises WriteOutsideUnitOfWorkError, DBAPIError."""
        _refuse_unless_writing(connection)
        compiled = self._for(connection.dialect)
        with _cursor(connection, compiled.sql) as cursor:
            cursor.executemany(compiled.sql, [compiled.fit(row) for row in rows])

    def first(self, connection: Connection, values: Values) -> Sequence[Any] | None:
        """The first row of a query, None when there is none. Raises DBAPIError."""
        compiled = self._for(connection.dialect)
        with _cursor(connection, compiled.sql) as cursor:
            cursor.execute(compiled.sql, compiled.fit(values))
            found: Sequence[Any] | None = cursor.fetchone()
            return found


class _Compiled:
    def __init__(self, statement: ClauseElement, dialect: Dialect) -> None:
        compiled: Any = statement.compile(dialect=dialect)
        self.sql = str(compiled)
        self._is_positional = dialect.positional
        self._binds: list[tuple[str, Any, Callable[[Any], Any]]] = [
            (name, bind.value, bind.type.dialect_impl(dialect).bind_processor(dialect) or _as_it_is)
            for name in compiled.positiontup or tuple(compiled.binds)
            for bind in (compiled.binds[name],)
        ]

    def fit(self, values: Values) -> Any:  # noqa: ANN401 - a tuple or a mapping, as the driver wants it
        """The values as the driver takes them, with the statement's own constants."""
        if self._is_positional:
            return tuple([convert(values.get(name, fixed)) for name, fixed, convert in self._binds])
        return {name: convert(values.get(name, fixed)) for name, fixed, convert in self._binds}


def _as_it_is(value: Any) -> Any:  # noqa: ANN401 - of any column type
    return value


def _refuse_unless_writing(connection: Connection) -> None:
    if not connection.get_execution_options().get(WRITES):
        message = "a prepared write outside a unit of work was refused"
        raise WriteOutsideUnitOfWorkError(message)


@contextmanager
def _cursor(connection: Connection, sql: str) -> Iterator[DBAPICursor]:
    """A driver's cursor whose errors come out as SQLAlchemy's, without parameters."""
    cursor = connection.connection.cursor()
    driver: Any = connection.dialect.loaded_dbapi
    try:
        yield cursor
    except driver.Error as error:
        raise DBAPIError.instance(sql, None, error, driver.Error, hide_parameters=True) from error
    finally:
        cursor.close()
