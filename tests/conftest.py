"""What every test may ask for: a store on each database, settings for it, no network. Rooms keep their own fixtures."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.settings import Settings
from tests.databases import Copies, Prepare, Store, postgresql_copies, sqlite_copies
from tests.network import forbid_network
from tests.postgres import NoPostgresError, server
from tests.prerequisites import POSTGRESQL_INSTALL, missing_sentences, stop_without


def prepare_instance(url: str, instance: Path) -> None:
    """Makes an empty, migrated instance: what every test's copy is copied from."""


@pytest.fixture(autouse=True)
def _push_request_context() -> None:
    """Off: pytest-flask would hold one request context open, and two people in one test would share one g."""


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        forbid_network(patch)
        yield


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


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A database and instance folder of the test's own, on one database after the other.

    A test that needs only one says `@pytest.mark.parametrize("store", ["sqlite"], indirect=True)`.
    """
    copies: Copies = request.getfixturevalue(f"{request.param}_template")
    with copies(tmp_path / "instance") as own:
        yield own


@pytest.fixture
def settings(store: Store) -> Settings:
    """Settings as the environment of such an installation would give them."""
    return Settings.from_env({"WELFARE_INSTANCE": str(store.instance), "DATABASE_URL": store.url})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says loudly, at the very end, what did not run and which command helps."""
    for sentence, count in missing_sentences(terminalreporter.stats.get("skipped", [])).items():
        terminalreporter.write_sep("!", "NOT EVERYTHING RAN", red=True, bold=True)
        terminalreporter.write_line(f"{count} tests did not run. {sentence}", red=True, bold=True)
