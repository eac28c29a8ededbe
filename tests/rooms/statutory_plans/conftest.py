"""Whoever leads a school, and a colleague who only reads."""

import pytest

from tests.builders import Village
from tests.client import Client
from tests.signing_in import Visit
from welfare.rules.actors import Role


@pytest.fixture
def leader(visit: Visit, village: Village) -> Client:
    return visit(village.staff(Role.PRINCIPAL, "Karoliina Mustonen"))


@pytest.fixture
def reader(visit: Visit, village: Village) -> Client:
    return visit(village.staff(Role.TEACHER, "Oona Rautasalo"))
