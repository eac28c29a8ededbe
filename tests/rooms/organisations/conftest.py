"""Who administers what."""

from collections.abc import Callable

import pytest

from tests.builders import Someone, Village
from tests.client import Client
from welfare.rules.actors import Role


@pytest.fixture
def chief(village: Village, sign_in: Callable[[Someone], Client]) -> Client:
    """The provider's administrator, signed in, reading English."""
    client = sign_in(village.staff(Role.ADMINISTRATOR, "Ville Ylläpito"))
    client.flask.set_cookie("language", "en")
    return client
