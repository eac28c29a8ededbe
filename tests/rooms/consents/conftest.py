"""A school with the people one matter needs."""

import pytest

from tests.builders import Village
from tests.builders_cases import People


@pytest.fixture
def people(village: Village) -> People:
    """Aada of 8B, her guardians, and the staff around."""
    return People.of(village)
