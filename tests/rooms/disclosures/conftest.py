"""The matter out of which something is given: Aada's, with a journal."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.builders import Someone, Village
from tests.builders_journal import Matter, a_matter
from tests.client import Client
from tests.furnishing import furnishes
from tests.rooms.journal.conftest import in_english
from welfare.rules.actors import Role

FIRST = "Aada tulee maanantaisin klo 10."
SECOND = "Kotona on riitaa."
THIRD = "Tauko annetaan pyydettäessä."


@furnishes
def matter(village: Village, **changes: Any) -> Matter:  # noqa: ANN401 - as the builder takes them
    """Saara, a curator, leads it; Mirja, a nurse, is a member; a note of three sentences stands in the journal."""
    found = a_matter(village, **changes)
    found.note(found.mirja, f"{FIRST} {SECOND}\n{THIRD}", heading="Aamut")
    return found


@furnishes
def erja(matter: Matter) -> Someone:
    """A special teacher of the school who takes no part."""
    return matter.village.staff(Role.SPECIAL_TEACHER, "Erja Saari")


@pytest.fixture
def saara(matter: Matter, erja: Someone, sign_in: Callable[[Someone], Client]) -> Client:
    """The responsible person's browser."""
    del erja
    return in_english(sign_in(matter.saara))


@pytest.fixture
def mirja(matter: Matter, sign_in: Callable[[Someone], Client]) -> Client:
    """The other member's browser."""
    return in_english(sign_in(matter.mirja))
