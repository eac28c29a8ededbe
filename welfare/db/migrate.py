"""Bring a database to a schema version, on either kind, with the guard's leave and foreign keys at rest."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

from welfare.db.guard import WRITES, let_migrate

FOLDER = Path(__file__).parent / "migrations"


class BrokenReferencesError(RuntimeError):
    """A migration left rows that point at nothing; it has been rolled back."""


def migration_config() -> Config:
    """Alembic's configuration, without an ini file."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return config


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Migrate up to a revision, in one transaction."""
    _run(engine, revision, command.upgrade)


def downgrade(engine: Engine, revision: str) -> None:
    """Migrate down to a revision, in one transaction."""
    _run(engine, revision, command.downgrade)


def _run(engine: Engine, revision: str, step: Callable[[Config, str], None]) -> None:
    config = migration_config()
    with (
        engine.connect().execution_options(**{WRITES: True}) as connection,
        _foreign_keys_at_rest(connection),
        connection.begin(),
    ):
        config.attributes["connection"] = connection
        step(config, revision)
        if connection.dialect.name == "sqlite" and connection.execute(text("PRAGMA foreign_key_check")).first():
            raise BrokenReferencesError(revision)


@contextmanager
def _foreign_keys_at_rest(connection: Connection) -> Iterator[None]:
    """On SQLite a table recreated by a migration must not cascade; the pragma counts only outside a transaction.

    The authorizer that protects the audit trail steps aside as well: migrations make its tables and triggers.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA foreign_keys=OFF")
    let_migrate(connection, is_migrating=True)
    try:
        yield
    finally:
        let_migrate(connection, is_migrating=False)
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()
