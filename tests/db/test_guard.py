"""The guard at the cursor: what writes runs in a unit of work, and nowhere else."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, bindparam, insert, select, text
from sqlalchemy.exc import DBAPIError

from config.settings import Settings
from welfare.accounts.models import InstanceMark
from welfare.db.guard import WRITES, WriteOutsideUnitOfWorkError
from welfare.db.prepared import Prepared
from welfare.web.instance import open_database

ADD = "INSERT INTO instance_mark (name, value) VALUES ('stray', '1')"


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    """The application's own database."""
    found = open_database(settings)
    yield found
    found.dispose()


def marks(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.scalars(select(InstanceMark.name)))


@pytest.mark.parametrize(
    "statement",
    [
        ADD,
        ADD.lower(),
        f"  \n{ADD}",
        "UPDATE instance_mark SET value = '2'",
        "DELETE FROM instance_mark",
        "DROP TABLE instance_mark",
        "CREATE TABLE stray (id INTEGER)",
        "ALTER TABLE instance_mark RENAME TO stray",
        "TRUNCATE instance_mark",
        "REPLACE INTO instance_mark VALUES ('stray', '1')",
        f"WITH a AS (SELECT 1) {ADD}",
        "WITH a AS (DELETE FROM instance_mark RETURNING 1) SELECT * FROM a",
        "WITH a AS (UPDATE instance_mark AS b SET value = '2' RETURNING 1) SELECT * FROM a",
        f"EXPLAIN ANALYZE {ADD}",
        "MERGE INTO instance_mark USING (SELECT 1) AS a ON false WHEN NOT MATCHED THEN DO NOTHING",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA journal_mode=DELETE",
        "VACUUM",
        "-- a comment\nDELETE FROM instance_mark",
    ],
)
def test_a_stray_write_is_refused_before_it_runs(engine: Engine, statement: str) -> None:
    with engine.connect() as connection, pytest.raises(WriteOutsideUnitOfWorkError):
        connection.execute(text(statement))
    assert marks(engine) == []


@pytest.mark.parametrize("statement", ["SELECT 1", "select 1", "WITH a AS (SELECT 1) SELECT * FROM a", "VALUES (1)"])
def test_reading_is_let_through(engine: Engine, statement: str) -> None:
    with engine.connect() as connection:
        assert connection.execute(text(statement)).scalar_one() == 1


def test_a_unit_of_work_writes(engine: Engine) -> None:
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        connection.execute(text(ADD))
    assert marks(engine) == ["stray"]


@pytest.mark.parametrize("store", ["postgresql"], indirect=True)
def test_postgresql_itself_holds_a_reading_transaction_to_reading(engine: Engine) -> None:
    with engine.connect() as connection, pytest.raises(DBAPIError, match="read-only transaction"):
        connection.execute(text("SELECT lo_create(0)"))


def test_a_connection_that_wrote_is_held_to_reading_when_it_comes_back(engine: Engine) -> None:
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        connection.execute(text(ADD))
    with engine.connect() as connection, pytest.raises(WriteOutsideUnitOfWorkError):
        connection.execute(text(ADD.replace("stray", "another")))
    assert marks(engine) == ["stray"]


def test_prepared_statements_are_guarded_too(engine: Engine) -> None:
    add = Prepared(insert(InstanceMark).values(name=bindparam("name"), value="fixed"))
    with engine.connect() as connection:
        with pytest.raises(WriteOutsideUnitOfWorkError):
            add.write(connection, {"name": "stray"})
        with pytest.raises(WriteOutsideUnitOfWorkError):
            add.write_many(connection, [{"name": "stray"}])
    assert marks(engine) == []


def test_prepared_statements_write_and_read_in_a_unit_of_work(engine: Engine) -> None:
    add = Prepared(insert(InstanceMark).values(name=bindparam("name"), value="fixed"))
    find = Prepared(select(InstanceMark.value).where(InstanceMark.name == bindparam("wanted")))
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        add.write(connection, {"name": "one"})
        add.write_many(connection, [{"name": "two"}, {"name": "three"}])
        assert tuple(find.first(connection, {"wanted": "two"}) or ()) == ("fixed",)
        assert find.first(connection, {"wanted": "four"}) is None
    assert sorted(marks(engine)) == ["one", "three", "two"]


def test_a_prepared_statement_fails_like_any_other_and_tells_no_values(engine: Engine) -> None:
    add = Prepared(insert(InstanceMark))
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        add.write(connection, {"name": "one", "value": "1"})
        with pytest.raises(DBAPIError) as refused:
            add.write(connection, {"name": "one", "value": "a secret value"})
        assert "a secret value" not in str(refused.value)
        connection.rollback()


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_sqlite_is_set_to_lose_nothing_and_to_forget_what_is_deleted(engine: Engine) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    with engine.connect() as connection:
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in names]
    assert found == ["wal", 2, 1, 1]
