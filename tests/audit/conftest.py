"""Books of their own for tests of the chain: a ledger on the test's database, without the application above it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from config.settings import Settings
from tests.audit.books import Books, open_books
from tests.clock import Clock


@pytest.fixture
def books(settings: Settings, clock: Clock) -> Iterator[Books]:
    """A ledger, its database and its anchors."""
    with open_books(settings, clock) as opened:
        yield opened


@pytest.fixture
def engine(books: Books) -> Engine:
    """The application's own guarded database."""
    return books.ledger.engine
