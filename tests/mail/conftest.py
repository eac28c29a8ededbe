"""Wilma's guardian Tiina Kanarialintu, who has an address, and a post office."""

from uuid import uuid4

import pytest

from tests.builders import Someone, Village
from tests.mail.office import Office, give_address
from welfare.audit.ledger import Ledger


@pytest.fixture
def office(ledger: Ledger, village: Village) -> Office:
    """The post office of the test's own instance."""
    return Office(ledger, village, uuid4())


@pytest.fixture
def tiina(village: Village) -> Someone:
    """A guardian with an address."""
    wilma = village.student("Wilma Kanarialintu", village.a_class())
    return give_address(village, village.guardian("Tiina Kanarialintu", wilma), "tiina@example.org")
