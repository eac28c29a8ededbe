"""Where a test's store comes from: a template on each database, furnished as the test wishes, and a copy of it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.settings import Settings
from tests.databases import Copies, Prepare, Store, postgresql_copies, sqlite_copies
from tests.furnished import Rooms, furnished_rooms
from tests.furnishing import wishes_of
from tests.postgres import NoPostgresError, server
from tests.prerequisites import POSTGRESQL_INSTALL, stop_without
from welfare.web.founding import create_instance


def prepare_instance(url: str, instance: Path) -> None:
    """Makes an empty, migrated instance: what every test's copy is copied from."""
    create_instance(Settings.from_env({"WELFARE_INSTANCE": str(instance), "DATABASE_URL": url}))


@pytest.fixture(scope="session")
def prepare() -> Prepare:
    return prepare_instance


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory, prepare: Prepare) -> Copies:
    return sqlite_copies(tmp_path_factory.mktemp("sqlite") / "template", prepare)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    try:
        with server(os.environ) as url:
            yield url
    except NoPostgresError as reason:
        stop_without(f"no PostgreSQL ({reason}), so its half of the tests did not run", POSTGRESQL_INSTALL)


@pytest.fixture(scope="session")
def postgresql_template(
    tmp_path_factory: pytest.TempPathFactory, prepare: Prepare, postgresql_server: str
) -> Iterator[Copies]:
    template = tmp_path_factory.mktemp("postgresql") / "template"
    with postgresql_copies(postgresql_server, template, prepare) as copies:
        yield copies


@pytest.fixture(scope="session")
def sqlite_rooms(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Copies) -> Iterator[Rooms]:
    with furnished_rooms(sqlite_template, tmp_path_factory.mktemp("rooms")) as rooms:
        yield rooms


@pytest.fixture(scope="session")
def postgresql_rooms(tmp_path_factory: pytest.TempPathFactory, postgresql_template: Copies) -> Iterator[Rooms]:
    with furnished_rooms(postgresql_template, tmp_path_factory.mktemp("rooms")) as rooms:
        yield rooms


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A database and instance folder of the test's own, on one database after the other.

    A test that needs only one says `@pytest.mark.parametrize("store", ["sqlite"], indirect=True)`.
    """
    rooms: Rooms = request.getfixturevalue(f"{request.param}_rooms")
    with rooms(tmp_path / "instance", wishes_of(request)) as own:
        yield own
