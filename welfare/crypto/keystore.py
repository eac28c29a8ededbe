"""The key store: wrapped keys in a database of their own, with a backup life of their own.

SQLite: a file beside the data. PostgreSQL: the schema ``keystore``. A stolen data backup holds none of it.
"""

from sqlalchemy import (
    Column,
    DateTime,
    Engine,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    Uuid,
    create_engine,
    event,
    func,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.schema import CreateSchema

from welfare.db.emptying import empty_log

SCHEMA = "keystore"
_PATIENCE = "5s"
metadata = MetaData()

register_keys = Table(
    "register_key",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("controller_id", Uuid, nullable=False),
    Column("register", String(20), nullable=False),
    Column("version", Integer, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
    Column("created_at", DateTime, nullable=False, server_default=func.now()),
    UniqueConstraint("controller_id", "register", "version"),
)
data_keys = Table(
    "data_key",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("register_key_id", Uuid, ForeignKey("register_key.id"), nullable=False),
    Column("controller_id", Uuid, nullable=False),
    Column("register", String(20), nullable=False),
    Column("subject_id", Uuid, nullable=False),
    Column("version", Integer, nullable=False),
    Column("wrapped", LargeBinary),
    Column("created_at", DateTime, nullable=False, server_default=func.now()),
    Column("destroyed_at", DateTime),
    UniqueConstraint("subject_id", "register", "controller_id", "version"),
)


def open_key_store(url: str) -> Engine:
    """An engine for the key store at ``url``, with the safe settings of its database."""
    if url.startswith("sqlite"):
        engine = create_engine(url, hide_parameters=True)
        event.listen(engine, "connect", _make_sqlite_safe)
        return engine
    return create_engine(url, pool_size=2, max_overflow=8, hide_parameters=True).execution_options(
        schema_translate_map={None: SCHEMA}
    )


def create_key_store(engine: Engine) -> None:
    """Make the tables of a new key store; leaves an existing one as it is."""
    if engine.dialect.name != "sqlite":
        with engine.begin() as connection:
            connection.execute(CreateSchema(SCHEMA, if_not_exists=True))
    metadata.create_all(engine)


def rewrite_keys(engine: Engine) -> bool:
    """Let wrapped keys that were destroyed leave the files too; False where somebody stands in the way.

    SQLite: the write-ahead log is emptied. PostgreSQL: the table is written anew, which shuts it for a moment.
    """
    if engine.dialect.name == "sqlite":
        return empty_log(engine)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"SET lock_timeout = '{_PATIENCE}'")
        try:
            connection.exec_driver_sql(f"VACUUM (FULL) {SCHEMA}.{data_keys.name}")
        except OperationalError:
            return False
        finally:
            connection.exec_driver_sql("RESET lock_timeout")
    return True


def _make_sqlite_safe(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    del entry
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "busy_timeout=10000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
