"""What every test may ask for: settings for its store, an application, a village, no network.

Rooms keep their own fixtures.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from config.settings import Settings
from tests.builders import Someone, Village
from tests.client import Client
from tests.clock import Clock
from tests.databases import Store
from tests.furnishing import Furnished
from tests.network import forbid_network
from tests.prerequisites import missing_sentences
from tests.rubbish import leave_what_stays, look_for_rubbish_seldom
from tests.same_addresses import share_addresses
from tests.same_again import lie_in_memory, remember_statements, remember_templates
from tests.signing_in import Visit, english_client, signed_in_client
from welfare.audit.ledger import Ledger
from welfare.web.app import close, create_app

pytest_plugins = ["tests.stores"]


def pytest_configure() -> None:
    """Lets the files of the tests lie in memory where there is room: what is measured there is not the disk."""
    lie_in_memory(os.environ)
    look_for_rubbish_seldom()


@pytest.fixture(autouse=True)
def _push_request_context() -> None:
    """Off: pytest-flask would hold one request context open, and two people in one test would share one g."""


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        forbid_network(patch)
        yield


@pytest.fixture(scope="session", autouse=True)
def _same_again() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        remember_templates(patch)
        share_addresses(patch)
        remember_statements(patch)
        leave_what_stays()
        yield


@pytest.fixture
def settings(store: Store) -> Settings:
    """Settings as the environment of such an installation would give them."""
    return Settings.from_env({"WELFARE_INSTANCE": str(store.instance), "DATABASE_URL": store.url})


@pytest.fixture
def clock() -> Clock:
    """Monday 23.11.2026 at 9.30 in Helsinki."""
    return Clock()


@pytest.fixture
def app(settings: Settings, clock: Clock) -> Iterator[Flask]:
    """The whole application on the test's own database."""
    app = create_app(settings, clock)
    app.testing = False
    yield app
    close(app)


@pytest.fixture
def ledger(app: Flask) -> Ledger:
    """Where units of work begin, for tests of actions and queries."""
    found: Ledger = app.extensions["ledger"]
    return found


@pytest.fixture
def village(store: Furnished, ledger: Ledger) -> Village:
    """A county, a provider and a school, which stand in the test's database from its beginning."""
    return store.own_village(ledger)


@pytest.fixture
def sign_in(app: Flask) -> Callable[[Someone], Client]:
    """A client signed in as someone, by a session row of their own; the sign-in pages have tests of their own."""
    return lambda who: signed_in_client(app, who)


@pytest.fixture
def visit(app: Flask) -> Visit:
    """The same, reading English."""
    return lambda who: english_client(app, who)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says loudly, at the very end, what did not run and which command helps."""
    for sentence, count in missing_sentences(terminalreporter.stats.get("skipped", [])).items():
        terminalreporter.write_sep("!", "NOT EVERYTHING RAN", red=True, bold=True)
        terminalreporter.write_line(f"{count} tests did not run. {sentence}", red=True, bold=True)
