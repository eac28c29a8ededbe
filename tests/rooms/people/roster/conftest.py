"""The small roster, fresh for each test."""

from pathlib import Path

import pytest

from tests.builders import Village
from tests.client import Client
from tests.rooms.people.roster.applied import (
    carry_out,
)
from tests.rooms.people.roster.pages_scene import SignIn
from tests.rooms.people.roster.small import (
    SmallRoster,
)
from welfare.audit.ledger import Ledger
from welfare.organisations.models import Organisation
from welfare.people.models import (
    RosterImport,
)
from welfare.rules.actors import Role


@pytest.fixture
def small(tmp_path: Path) -> SmallRoster:
    return SmallRoster(tmp_path / "roster")


@pytest.fixture
def first(ledger: Ledger, small: SmallRoster) -> RosterImport:
    """The small roster has been imported once."""
    row = carry_out(ledger, small.write())
    assert row is not None
    return row


@pytest.fixture
def chief(village: Village, sign_in: SignIn) -> Client:
    """The administrator of the municipality whose roster the small one is, reading English."""
    with village.work() as work:
        work.session.get_one(Organisation, village.provider_id).municipality_code = "999"
        work.session.get_one(Organisation, village.county_id).official_code = "18"
    client = sign_in(village.staff(Role.ADMINISTRATOR, "Ville Ylläpito"))
    client.flask.set_cookie("language", "en")
    return client
