"""A matter, its people at their browsers, and a plan that has been agreed on."""

import pytest

from tests.builders import Village
from tests.builders_journal import Matter, a_matter
from tests.builders_plans import Planned, a_plan
from tests.client import Client
from tests.furnishing import furnishes
from tests.signing_in import Visit


@furnishes
def matter(village: Village) -> Matter:
    """Aada's matter; Saara leads, Mirja is a member, Tiina is the guardian."""
    return a_matter(village)


@furnishes
def planned(matter: Matter) -> Planned:
    """The same with a plan."""
    return a_plan(matter)


@pytest.fixture
def saara(matter: Matter, visit: Visit) -> Client:
    """The responsible person."""
    return visit(matter.saara)


@pytest.fixture
def mirja(matter: Matter, visit: Visit) -> Client:
    """A member."""
    return visit(matter.mirja)
