"""Migrations go up and down with data on both databases, and end where the models are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, NullPool, create_engine, insert, inspect, text
from sqlalchemy.exc import DBAPIError

from config.settings import Settings
from tests.audit.books import Books, open_books
from tests.builders import system_work
from tests.clock import NOW, Clock
from tests.databases import Store
from welfare.audit.findings import ExitCode
from welfare.audit.models import AuditEvent
from welfare.db.base import Base
from welfare.db.glance import newest_release
from welfare.db.guard import WRITES, guard
from welfare.db.migrate import BrokenReferencesError, downgrade, migration_config, upgrade
from welfare.db.release import current_revision
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.registers import HOUSE
from welfare.web.founding import create_instance
from welfare.web.instance import InstanceError, check_schema


@pytest.fixture
def engine(store: Store) -> Iterator[Engine]:
    """The guarded database, with no connection kept from one step to the next."""
    found = create_engine(store.url, poolclass=NullPool)
    guard(found)
    yield found
    found.dispose()


@pytest.fixture
def books(settings: Settings, clock: Clock) -> Iterator[Books]:
    """Data to be kept: organisations that refer to each other, a sealed row, events."""
    with open_books(settings, clock) as opened:
        with system_work(opened.ledger) as work:
            county = Organisation(kind=OrganisationKind.COUNTY, name_fi="Alue", name_sv="Område")
            work.session.add(county)
            work.session.flush()
            work.session.add(
                Organisation(kind=OrganisationKind.PROVIDER, parent_id=county.id, name_fi="Kunta", name_sv="Kommun")
            )
        opened.keep("a word")
        opened.write(HOUSE, times=2)
        yield opened


def test_the_migrations_make_what_the_models_say(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": is_ours})
        differences = compare_metadata(context, Base.metadata)
    assert differences == []


def test_the_name_of_the_newest_file_is_the_end_of_the_one_line_of_migrations(engine: Engine) -> None:
    script = ScriptDirectory.from_config(migration_config())
    assert script.get_heads() == [newest_release()]
    assert current_revision(engine) == newest_release()


def is_ours(thing: object, name: str | None, kind: str, *rest: object) -> bool:
    """Alembic's own table, and the key store's schema, are no models."""
    del thing, rest
    return not (kind == "table" and name in {"alembic_version", "register_key", "data_key"})


def test_going_down_a_step_and_up_again_keeps_every_row(books: Books, engine: Engine) -> None:
    before = counts(engine)
    books.ledger.engine.dispose()
    downgrade(engine, "-1")
    assert current_revision(engine) != newest_release()
    upgrade(engine)
    assert current_revision(engine) == newest_release()
    assert counts(engine) == before
    assert before["organisation"] == 2
    assert books.verify(data=True).exit_code is ExitCode.GOOD


def test_after_going_down_and_up_events_are_still_only_added(books: Books, engine: Engine) -> None:
    books.ledger.engine.dispose()
    downgrade(engine, "base")
    upgrade(engine)
    assert books.settings.database_url
    event = {"chain_id": HOUSE, "seq": 1, "at": NOW, "permission": "", "outcome": "", "body": b"", "mac": b""}
    with create_engine(books.settings.database_url, poolclass=NullPool).connect() as connection:
        connection.execute(insert(AuditEvent).values(event))
        with pytest.raises(DBAPIError, match="only added"):
            connection.execute(text("DELETE FROM audit_event"))


def test_going_all_the_way_down_leaves_an_empty_database(books: Books, engine: Engine) -> None:
    books.ledger.engine.dispose()
    downgrade(engine, "base")
    left = set(inspect(engine).get_table_names()) & set(Base.metadata.tables)
    assert left == set()
    upgrade(engine)
    assert set(Base.metadata.tables) <= set(inspect(engine).get_table_names())
    assert counts(engine)["organisation"] == 0


def counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608 - our own tables
            for table in sorted(Base.metadata.tables)
        }


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_migration_that_left_rows_pointing_at_nothing_is_rolled_back(books: Books, engine: Engine) -> None:
    books.ledger.engine.dispose()
    with create_engine(str(engine.url), poolclass=NullPool).begin() as connection:
        connection.execute(text("DELETE FROM organisation WHERE kind = 'county'"))
    revision = current_revision(engine)
    with pytest.raises(BrokenReferencesError):
        downgrade(engine, "-1")
    assert current_revision(engine) == revision


def test_a_second_making_of_an_instance_changes_nothing(books: Books, settings: Settings, engine: Engine) -> None:
    before = counts(engine)
    create_instance(settings)
    assert counts(engine) == before
    assert books.verify(data=True).exit_code is ExitCode.GOOD


def test_a_database_of_another_release_is_refused_in_words(engine: Engine, tmp_path: Path) -> None:
    check_schema(engine)
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with pytest.raises(InstanceError, match="stands at 0001"):
        check_schema(engine)
    empty = create_engine(f"sqlite:///{tmp_path / 'empty.db'}", poolclass=NullPool)
    with pytest.raises(InstanceError, match="is empty"):
        check_schema(empty)


def test_the_indexes_of_the_queue_go_down_narrow_and_come_up_wide(books: Books, engine: Engine) -> None:
    books.ledger.engine.dispose()
    narrow = {"open": 5, "unclaimed": 5, "urgent": 4}
    wide = {"open": 6, "unclaimed": 7, "urgent": 7}
    assert queue_indexes(engine) == wide
    downgrade(engine, "0012")
    assert queue_indexes(engine) == narrow
    upgrade(engine)
    assert queue_indexes(engine) == wide
    assert counts(engine)["organisation"] == 2


def queue_indexes(engine: Engine) -> dict[str, int]:
    """How many columns each index of the open queue has."""
    found = {index["name"]: len(index["column_names"]) for index in inspect(engine).get_indexes("contact_request")}
    return {name: found[f"ix_contact_request_{name}"] for name in ("open", "unclaimed", "urgent")}
