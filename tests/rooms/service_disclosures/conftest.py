"""A pupil with a matter, whose nurse, curator and psychologist each keep a record of her own."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.builders import Someone, Village
from tests.builders_journal import Matter, a_matter
from tests.client import Client
from tests.furnishing import furnishes
from tests.rooms.journal.conftest import in_english
from tests.rooms.service_disclosures.records import Record, a_record
from welfare.rules.actors import Role
from welfare.rules.registers import Register


@furnishes
def matter(village: Village, **changes: Any) -> Matter:  # noqa: ANN401 - as the builder takes them
    """Saara, a curator, leads it; Mirja, a nurse, is a member."""
    return a_matter(village, **changes)


@furnishes
def pasi(matter: Matter) -> Someone:
    """The psychologist, who is no member."""
    return matter.village.staff(Role.PSYCHOLOGIST, "Pasi Psykologi")


@furnishes
def records(matter: Matter, pasi: Someone) -> dict[Register, Record]:
    """Each of the three has the pupil as a client, and has written a note."""
    workers = {Register.HEALTH: matter.mirja, Register.SOCIAL: matter.saara, Register.PSYCHOLOGY: pasi}
    return {register: a_record(matter, who, register) for register, who in workers.items()}


@pytest.fixture
def saara(matter: Matter, sign_in: Callable[[Someone], Client]) -> Client:
    """The responsible person's browser."""
    return in_english(sign_in(matter.saara))


@pytest.fixture
def mirja(matter: Matter, sign_in: Callable[[Someone], Client]) -> Client:
    """The other member's browser."""
    return in_english(sign_in(matter.mirja))
