"""Every test that touches a database runs on both kinds, and no test sees what another one wrote.

Why: SQLite serves a school and PostgreSQL a county, with the same code. A difference that a customer finds is found
too late.
"""

from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, NullPool, create_engine, inspect, text

from config.settings import Settings
from tests.databases import Copies, Store


def open_store(store: Store) -> Engine:
    return create_engine(store.url, poolclass=NullPool)


@pytest.mark.parametrize("turn", [1, 2])
def test_a_table_made_by_one_test_is_unknown_to_the_next(store: Store, turn: int) -> None:
    with open_store(store).begin() as connection:
        assert not inspect(connection).has_table("made_by_a_test"), f"seen in turn {turn}"
        connection.execute(text("CREATE TABLE made_by_a_test (id INTEGER)"))
        assert has_table(connection)


def has_table(connection: Connection) -> bool:
    return "made_by_a_test" in inspect(connection).get_table_names()


def test_the_settings_of_a_test_lead_to_its_own_store(store: Store, settings: Settings) -> None:
    assert settings.database_url == store.url
    assert settings.instance == store.instance
    assert store.instance.is_dir()


@pytest.mark.parametrize("store", ["postgresql"], indirect=True)
def test_the_postgresql_half_really_is_postgresql(store: Store) -> None:
    with open_store(store).connect() as connection:
        assert "PostgreSQL" in str(connection.scalar(text("SELECT version()")))


def test_two_copies_of_one_template_do_not_meet(sqlite_template: Copies, tmp_path: Path) -> None:
    with sqlite_template(tmp_path / "first") as one, sqlite_template(tmp_path / "second") as other:
        assert one.url != other.url
        assert one.instance != other.instance
