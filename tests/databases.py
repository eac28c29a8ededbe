"""A fresh, migrated database for every test, on SQLite and on PostgreSQL, in milliseconds.

An instance is prepared once for each kind (and for each worker process); every test gets a copy of it: the database
together with the folder that holds its key store and key file, for one is unreadable without the other.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql
from sqlalchemy.engine import URL, make_url


@dataclass(frozen=True, slots=True)
class Store:
    """One test's own database and instance folder."""

    url: str
    instance: Path

    @property
    def is_postgresql(self) -> bool:
        """Whether this is the larger of the two databases."""
        return self.url.startswith("postgresql")


Prepare = Callable[[str, Path], None]


@dataclass(frozen=True)
class Copies:
    """Makes copies of an instance on which nobody works."""

    original: Store
    server: str = ""
    """The PostgreSQL server on which it lies."""

    @contextmanager
    def __call__(self, folder: Path) -> Iterator[Store]:
        """A copy in this folder; a database on a server is dropped after use."""
        shutil.copytree(self.original.instance, folder)
        if not self.server:
            yield Store(sqlite_url(folder), folder)
            return
        with _database(self.server, template=str(make_url(self.original.url).database)) as name:
            yield Store(_address(self.server, name), folder)

    @contextmanager
    def changed(self, folder: Path, change: Callable[[Store], None]) -> Iterator["Copies"]:
        """Makes copies of a copy in which something has been done."""
        with self(folder) as own:
            change(own)
            _hang_up(self.server, own)
            yield Copies(own, self.server)


def sqlite_url(instance: Path) -> str:
    """Where the embedded database of an instance lies."""
    return f"sqlite:///{instance / 'welfare.db'}"


def sqlite_copies(template: Path, prepare: Prepare) -> Copies:
    """Prepares an instance in the folder `template`; the answer makes copies of it in the folders it is given."""
    template.mkdir(mode=0o700, parents=True)
    prepare(sqlite_url(template), template)
    return Copies(Store(sqlite_url(template), template))


@contextmanager
def postgresql_copies(server: str, template: Path, prepare: Prepare) -> Iterator[Copies]:
    """The same on a PostgreSQL server: databases copied from a template database; all are dropped after use."""
    template.mkdir(mode=0o700, parents=True)
    with _database(server) as name:
        original = Store(_address(server, name), template)
        prepare(original.url, template)
        _hang_up(server, original)
        yield Copies(original, server)


@contextmanager
def _database(server: str, template: str = "template0") -> Iterator[str]:
    name = f"welfare_test_{uuid4().hex[:16]}"
    # Copying whole files is the quicker way where they lie in memory; the other way writes a journal of every block.
    create = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
    _execute(server, create.format(sql.Identifier(name), sql.Identifier(template)))
    try:
        yield name
    finally:
        _execute(server, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _hang_up(server: str, store: Store) -> None:
    """A database to which somebody is connected cannot be copied."""
    if server:
        statement = sql.SQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}")
        _execute(server, statement.format(sql.Literal(make_url(store.url).database)))


def _execute(server: str, statement: sql.Composed) -> None:
    address = make_url(server).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement)


def _address(server: str, name: str) -> str:
    address: URL = make_url(server).set(drivername="postgresql+psycopg", database=name)
    return address.render_as_string(hide_password=False)
