"""People of the accounts room's tests."""

import pytest
from flask import Flask

from tests.builders import Village
from tests.builders_accounts import Signer, a_citizen, a_signer
from tests.client import Client
from tests.furnishing import furnishes
from tests.rooms.accounts.browsers import a_browser


@furnishes
def saara(village: Village) -> Signer:
    """A curator with a password and an authenticator app."""
    return a_signer(village)


@furnishes
def aino(village: Village) -> Signer:
    """A pupil with a password."""
    return a_citizen(village, village.student("Aino Koski", village.a_class("8B")))


@pytest.fixture
def stranger(app: Flask) -> Client:
    """A browser in which nobody is signed in."""
    return a_browser(app)
