"""Whoever leads a school, and a colleague who only reads."""

import pytest

from tests.builders import Someone, Village
from tests.client import Client
from tests.signing_in import Visit
from welfare.rules.actors import Role


@pytest.fixture
def principal(village: Village) -> Someone:
    return village.staff(Role.PRINCIPAL, "Karoliina Mustonen")


@pytest.fixture
def teacher(village: Village) -> Someone:
    return village.staff(Role.TEACHER, "Oona Rautasalo")


@pytest.fixture
def leader(visit: Visit, principal: Someone) -> Client:
    return visit(principal)


@pytest.fixture
def reader(visit: Visit, teacher: Someone) -> Client:
    return visit(teacher)
