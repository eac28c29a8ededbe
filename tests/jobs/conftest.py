"""A yard of the test's own."""

from collections.abc import Iterator

import pytest

from config.settings import Settings
from tests.clock import Clock
from tests.jobs.yard import Yard, open_yard


@pytest.fixture
def yard(settings: Settings, clock: Clock) -> Iterator[Yard]:
    """Jobs and a worker on the test's database."""
    with open_yard(settings, clock) as opened:
        yield opened
