"""A school with the people one matter needs."""

from collections.abc import Callable

import pytest

from tests.builders import Someone, Village
from tests.builders_cases import People
from tests.client import Client

Visit = Callable[[Someone], Client]


@pytest.fixture
def people(village: Village) -> People:
    """Aada of 8B, her guardians, and the staff around."""
    return People.of(village)


@pytest.fixture
def visit(sign_in: Callable[[Someone], Client]) -> Visit:
    """A client signed in as someone who reads English."""

    def enter(who: Someone) -> Client:
        client = sign_in(who)
        client.flask.set_cookie("language", "en")
        return client

    return enter
