"""One pupil, and the professionals of three services who each have her as a client."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from tests.builders import Village
from tests.builders_services import Services, a_client
from tests.client import Client
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.rules.registers import Register


@furnishes
def services(village: Village) -> Services:
    """Nobody is a client yet."""
    return Services.of(village)


@dataclass(frozen=True)
class Files:
    """Aada's three files, each of its own register."""

    social: UUID
    psychology: UUID
    health: UUID


@furnishes
def files(services: Services) -> Files:
    """Saara, Pasi and Mirja each have Aada as a client."""
    village, aada = services.village, services.aada
    return Files(
        a_client(village, aada, services.saara),
        a_client(village, aada, services.pasi, Register.PSYCHOLOGY),
        a_client(village, aada, services.mirja, Register.HEALTH),
    )


@pytest.fixture
def kirsi(services: Services, visit: Visit) -> Client:
    """The browser of the colleague."""
    client = visit(services.kirsi)
    client.names = ("Metsäpelto", "Aada")
    return client
