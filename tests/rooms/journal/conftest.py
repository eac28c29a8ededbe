"""The matter that the journal's tests are about."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.builders import Someone, Village
from tests.builders_journal import Matter, a_matter
from tests.client import Client
from tests.furnishing import furnishes


@furnishes
def matter(village: Village, **changes: Any) -> Matter:  # noqa: ANN401 - as the builder takes them
    """Aada's matter: Saara, a curator, leads it; Mirja, a nurse, is a member. A parameter says what is different."""
    return a_matter(village, **changes)


@pytest.fixture
def saara(matter: Matter, sign_in: Callable[[Someone], Client]) -> Client:
    """The responsible person's browser."""
    return in_english(sign_in(matter.saara))


@pytest.fixture
def mirja(matter: Matter, sign_in: Callable[[Someone], Client]) -> Client:
    """The other member's browser."""
    return in_english(sign_in(matter.mirja))


def in_english(client: Client) -> Client:
    """The same browser, spoken to in the language of the code."""
    client.flask.set_cookie("language", "en")
    client.names = ("Metsäpelto", "Aada")
    return client
