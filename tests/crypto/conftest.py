"""A key ring of an instance, without a ledger or an application above it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from config.settings import Settings
from welfare.crypto.keyring import KeyRing
from welfare.crypto.keystore import open_key_store
from welfare.web.instance import open_keyring


@pytest.fixture
def keyring(settings: Settings) -> Iterator[KeyRing]:
    ring = open_keyring(settings)
    yield ring
    ring.close()


@pytest.fixture
def store_of_keys(settings: Settings) -> Iterator[Engine]:
    """The key store itself, in the hands of somebody who owns it."""
    engine = open_key_store(settings.keys_url)
    yield engine
    engine.dispose()
