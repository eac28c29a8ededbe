"""Whoever asks says how to be reached safely: it lies sealed, is seen first, and is obeyed (OHL 18 § 1)."""

from uuid import UUID

import pytest

from tests.builders_requests import at_work, read, the_request
from tests.client import Page
from tests.rooms.requests.conftest import School
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.people.models import Person
from welfare.requests.actions.handling import claim_request
from welfare.requests.models import ContactRequest
from welfare.rules.safe_contact import ContactWay, HomeContact, SafeContact

SECRETS = ("040 555 0199", "isoveljeni", "koulun jälkeen")
ANSWERS = {"ways": "own_pages", "contact_way": SECRETS[2], "home_contact": "never", "kept_from": SECRETS[1]}
NOT_HOME = SafeContact(ways=(ContactWay.AT_SCHOOL,), home=HomeContact.NEVER)


@pytest.fixture
def mother_with_a_number(school: School) -> str:
    """Eetu's mother, whose number the service would see."""
    mother = school.village.guardian("Kaisa Kallioniemi", school.eetu)
    with school.village.work() as work:
        person = work.session.get_one(Person, mother.person_id)
        work.encrypt_document(person, Person.contact, {"phone": "050 555 0100", "email": "kaisa@example.org"})
    return "050 555 0100"


def checked(page: Page, **answers: str) -> Page:
    """From the first step to the last, with hardly a word."""
    page = page.form("Continue").submit(service="curator")
    return page.form("Continue").fill(**answers).submit()


def claimed(school: School, request_id: UUID) -> UUID:
    with at_work(school.village, school.curator) as work:
        claim_request(work, the_request(work, request_id))
    return request_id


def test_a_student_says_how_to_be_reached_and_the_curator_sees_it_first(
    school: School, visit: Visit, ledger: Ledger
) -> None:
    page = checked(visit(school.eetu).get(f"/requests/new/{school.eetu.person_id}/ask"), **ANSWERS)
    for words in ("Here on these pages", "Nothing may go home", *SECRETS[1:]):
        assert page.has(words), words
    request_id = UUID(page.form("Send the request").submit().url.split("/")[-2])
    sealed = read(ledger, request_id).document.blob or b""
    assert not [word for word in SECRETS if word.encode() in sealed]
    curator = visit(school.curator)
    assert curator.get("/requests/queue").has("Look first how to be in touch")
    page = curator.get(f"/requests/{request_id}")
    assert page.main.index("How to be in touch safely") < page.main.index("What is asked")
    assert page.main.count(SECRETS[2]) == 1


def test_a_number_is_kept_only_where_one_may_call_it(school: School, visit: Visit) -> None:
    address = f"/requests/new/{school.eetu.person_id}/ask"
    client = visit(school.eetu)
    assert not checked(client.get(address), **ANSWERS, phone=SECRETS[0]).has(SECRETS[0])
    assert checked(client.get(address), **{**ANSWERS, "ways": "phone"}, phone=SECRETS[0]).has(SECRETS[0])


@pytest.mark.parametrize("is_safe", [True, False])
def test_nobody_is_given_a_number_at_home_or_a_call_that_is_not_safe(
    school: School, visit: Visit, mother_with_a_number: str, *, is_safe: bool
) -> None:
    safe = SafeContact(ways=(ContactWay.PHONE,), home=HomeContact.FINE) if is_safe else NOT_HOME
    request_id = claimed(school, school.sent_by_eetu(safe_contact=safe))
    client = visit(school.curator)
    page = client.get(f"/requests/{request_id}")
    assert page.has("Kaisa Kallioniemi")
    assert page.has(mother_with_a_number) is is_safe
    assert page.has("Whoever asked has said that nothing may go home.") is not is_safe
    page = client.get(f"/requests/{request_id}/talks/new")
    assert page.has("By phone") is is_safe
    form = page.form().fill(on="25.11.2026", clock="12.05", way="phone")
    page = form.submit(status=200 if is_safe else 422)
    assert bool(page.errors) is not is_safe


def test_another_service_reads_it_too(school: School, visit: Visit) -> None:
    request_id = claimed(school, school.sent_by_eetu(safe_contact=NOT_HOME))
    page = visit(school.curator).get(f"/requests/{request_id}/hand-over").form()
    page.submit(to="psychologist", reason="Toivoo psykologia.")
    with at_work(school.village, school.curator) as work:
        document = work.decrypt_document(the_request(work, request_id), ContactRequest.document)
    assert document["home_contact"] == "never"
    assert document["safe_ways"] == ["at_school"]
