"""A school with the people one matter needs."""

from uuid import UUID

import pytest

from tests.builders import Village
from tests.builders_cases import People, a_case, a_will
from tests.furnishing import furnishes
from welfare.rules.consent import ConsentKind


@furnishes
def people(village: Village) -> People:
    """Aada of 8B, her guardians, and the staff around."""
    return People.of(village)


@furnishes
def case_id(village: Village, people: People) -> UUID:
    """An open matter led by the curator, with the nurse in it."""
    return a_case(village, people.student, people.curator, people.nurse)


@furnishes
def will_id(village: Village, people: People, case_id: UUID) -> UUID:
    """A consent given on paper in the matter of the test."""
    return a_will(village, case_id, people.student, ConsentKind.GROUP_MEMBER, named=people.teacher)


@pytest.fixture
def consent(case_id: UUID, will_id: UUID) -> str:
    """The address of that consent."""
    return f"/cases/{case_id}/consents/{will_id}"
