"""An officer of the provider, and people who leave events."""

from collections.abc import Callable

import pytest

from tests.builders import Someone, Village
from tests.client import Client
from tests.rooms.oversight.deeds import Deeds
from welfare.audit.ledger import Ledger
from welfare.rules.actors import Role
from welfare.ui.locale import LANGUAGE_COOKIE


@pytest.fixture
def officer(village: Village) -> Someone:
    """The provider's data protection officer."""
    return village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")


@pytest.fixture
def curator(village: Village) -> Someone:
    """Employed by the county."""
    return village.staff(Role.CURATOR, "Saara Lehtovirta")


@pytest.fixture
def principal(village: Village) -> Someone:
    """Employed by the provider."""
    return village.staff(Role.PRINCIPAL, "Pirkko Rehtori")


@pytest.fixture
def pupil(village: Village) -> Someone:
    return village.student("Aava Niemi", village.a_class("8B"))


@pytest.fixture
def deeds(ledger: Ledger, village: Village) -> Deeds:
    """Makes events."""
    return Deeds(ledger, village)


@pytest.fixture
def desk(officer: Someone, sign_in: Callable[[Someone], Client]) -> Client:
    """The officer, signed in, reading English."""
    client = sign_in(officer)
    client.flask.set_cookie(LANGUAGE_COOKIE, "en")
    return client
