"""A guardian's last minute and the first one after it: everything ends as the eighteenth birthday begins in Helsinki.

The birthday begins while it is still yesterday in universal time (LHL 3 §; rule 35).
"""

from datetime import date
from uuid import UUID

import pytest

from tests.builders import Someone, moment
from tests.clock import Clock
from tests.rooms.requests.conftest import School
from tests.rooms.requests.test_receipts import go_on
from tests.signing_in import Visit
from welfare.people.models import Person

BIRTHDAY = date(2026, 11, 24)
BEFORE, AFTER = moment("2026-11-23T23:59+02:00"), moment("2026-11-24T00:01+02:00")


@pytest.fixture
def guardian(school: School) -> Someone:
    """Of Eetu, who comes of age tomorrow."""
    with school.village.work() as work:
        work.session.get_one(Person, school.eetu.person_id).of_age_on = BIRTHDAY
    return school.village.guardian("Kaisa Kallioniemi", school.eetu)


@pytest.fixture
def request_id(school: School, guardian: Someone) -> UUID:
    """The guardian's request; a talk has been offered."""
    request_id = school.sent_by_guardian(guardian)
    go_on(school, request_id, 2)
    return request_id


def test_a_guardian_asks_for_support_until_the_birthday_begins(
    school: School, guardian: Someone, visit: Visit, clock: Clock
) -> None:
    ask = f"/requests/new/{school.eetu.person_id}/ask"
    clock.now = BEFORE
    client = visit(guardian)
    assert client.get("/").has("Does your child need support?")
    client.get(ask)
    clock.now = AFTER
    client.canaries = ("Eetu",)
    assert not client.get("/").has("Does your child need support?")
    assert not client.get("/requests/new").has("Kallioniemi")
    client.get(ask, status=404)


def test_a_guardians_receipt_names_and_tells_nothing_more_once_the_birthday_has_begun(
    guardian: Someone, request_id: UUID, visit: Visit, clock: Clock
) -> None:
    clock.now = BEFORE
    client = visit(guardian)
    for url in ("/", "/requests", f"/requests/{request_id}/receipt"):
        page = client.get(url)
        assert page.has("Talk offered"), url
        assert page.has("Eetu Kallioniemi"), url
    clock.now = AFTER
    client.canaries = ("Eetu",)
    for url in ("/", "/requests", f"/requests/{request_id}/receipt"):
        page = client.get(url)
        assert page.has("Received"), url
        assert not page.has("Talk offered"), url


def test_the_grown_pupils_own_receipt_goes_on(school: School, guardian: Someone, visit: Visit, clock: Clock) -> None:
    del guardian
    request_id = school.sent_by_eetu()
    go_on(school, request_id, 2)
    clock.now = AFTER
    assert visit(school.eetu).get(f"/requests/{request_id}/receipt").has("Talk offered")
