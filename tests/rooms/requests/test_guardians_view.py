"""What a guardian learns of a pupil under non-disclosure for safety, and of one whose guardian he or she was."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.builders_requests import at_work, the_request
from tests.client import Client
from tests.rooms.requests.conftest import School
from tests.signing_in import Visit
from welfare.people.models import Person
from welfare.requests.actions.handling import claim_request
from welfare.requests.actions.talks import TalkAt, offer_talk
from welfare.rules.talks import TalkWay

PLACES = ("7A", "Koivurannan koulu", "Saara Lehtovirta")


def change(school: School, **values: object) -> None:
    with school.village.work() as work:
        eetu = work.session.get_one(Person, school.eetu.person_id)
        for name, value in values.items():
            setattr(eetu, name, value)


def pages_of(school: School, client: Client, request_id: UUID) -> str:
    """Every page on which a guardian reads of the child, up to the last step before sending."""
    student = school.eetu.person_id
    page = client.get(f"/requests/new/{student}/ask").form("Continue")
    told = page.submit(service="curator", urgency="normal", subject="family", description="Riidat jatkuvat.")
    checked = told.form("Continue").submit()
    assert checked.url.endswith("/check")
    steps = (f"/requests/new/{student}/{step}" for step in ("ask", "tell"))
    addresses = ("/", "/requests", "/requests/new", f"/requests/{request_id}/receipt", *steps)
    return checked.main + "".join(client.get(address).main for address in addresses)


@pytest.mark.parametrize("is_restricted", [False, True])
def test_a_guardian_is_told_where_the_child_studies_unless_the_child_is_under_non_disclosure(
    school: School, visit: Visit, *, is_restricted: bool
) -> None:
    change(school, is_restricted=is_restricted)
    father = school.village.guardian("Kai Kallioniemi", school.eetu)
    request_id = school.sent_by_guardian(father)
    seen = pages_of(school, visit(father), request_id)
    assert "Eetu Kallioniemi" in seen
    assert {place for place in PLACES if place in seen} == (set() if is_restricted else set(PLACES))


def test_staff_of_the_school_and_the_pupil_still_read_the_place(school: School, visit: Visit) -> None:
    change(school, is_restricted=True)
    assert visit(school.teacher).get("/requests/new").has("7A")
    request_id = school.sent_by_eetu()
    assert visit(school.eetu).get(f"/requests/{request_id}/receipt").has("Koivurannan koulu")


def test_from_eighteen_on_the_guardian_who_asked_learns_of_nothing_more(school: School, visit: Visit) -> None:
    mother = school.village.guardian("Kaisa Kallioniemi", school.eetu)
    request_id = school.sent_by_guardian(mother)
    with at_work(school.village, school.curator) as work:
        request, today = the_request(work, request_id), work.facts.on
        claim_request(work, request)
        offer_talk(work, request, TalkAt(at=work.now, way=TalkWay.PHONE))
    addresses = ("/", "/requests", f"/requests/{request_id}/receipt")
    change(school, of_age_on=today + timedelta(days=1))
    assert all(visit(mother).get(address).has("Talk offered") for address in addresses)
    change(school, of_age_on=today)
    client = visit(mother)
    client.canaries = ("Kallioniemi, Eetu", "Eetu Kallioniemi", "Talk offered", "Koivurannan koulu")
    assert all(client.get(address).has("Received") for address in addresses)
