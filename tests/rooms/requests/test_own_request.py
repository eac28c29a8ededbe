"""After asking: what happens next, a time to agree to, more words, and taking it back (OHL 15 § 1)."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.builders import Someone
from tests.builders_requests import at_work, read, the_request
from tests.clock import Clock
from tests.rooms.requests.conftest import School
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.requests.actions.handling import claim_request
from welfare.requests.actions.own import MOST_ADDED, TooManyAddedError, add_words
from welfare.requests.actions.talks import TalkAt, offer_talk
from welfare.requests.models import ContactRequest
from welfare.rules.outcomes import Outcome
from welfare.rules.requests import RequestState, Service
from welfare.rules.safe_contact import ContactWay, SafeContact
from welfare.rules.talks import TalkWay

TIME = "24 Nov 2026 at 12:00"
COME = f"I am coming: {TIME}"


@pytest.fixture
def mother(school: School) -> Someone:
    return school.village.guardian("Kaisa Kallioniemi", school.eetu)


def offered(school: School, request_id: UUID) -> str:
    """The curator claims it and offers the next day; the address of the receipt."""
    with at_work(school.village, school.curator) as work:
        request = the_request(work, request_id)
        claim_request(work, request)
        noon = work.now.replace(hour=10, minute=0) + timedelta(days=1)
        offer_talk(work, request, TalkAt(at=noon, way=TalkWay.IN_PERSON))
    return f"/requests/{request_id}/receipt"


@pytest.mark.parametrize(
    ("service", "words"),
    [
        (Service.CURATOR, "The law says: the talk is held within seven school days, at the latest on Wed 2 Dec"),
        (Service.NURSE, "You can also go to the school nurse without an appointment"),
    ],
)
def test_the_receipt_tells_what_happens_next(school: School, visit: Visit, service: Service, words: str) -> None:
    request_id = school.sent_by_eetu(service=service)
    page = visit(school.eetu).get(f"/requests/{request_id}/receipt")
    assert page.has("What happens next?")
    assert page.has(words)


def test_a_student_comes_at_the_time_offered_and_the_curator_sees_it(
    school: School, visit: Visit, ledger: Ledger
) -> None:
    request_id = school.sent_by_eetu()
    page = visit(school.eetu).get(offered(school, request_id))
    assert page.has(TIME)
    page = page.form(COME).submit()
    assert page.has("You are coming.")
    assert visit(school.curator).get(f"/requests/{request_id}").has(f"{TIME}, face to face Agreed")
    with ledger.transaction() as transaction:
        talk = transaction.session.get_one(ContactRequest, request_id)
        assert talk.state is RequestState.TALK_OFFERED


def test_a_time_is_not_shown_where_these_pages_are_not_safe(school: School, visit: Visit) -> None:
    unsafe = SafeContact(ways=(ContactWay.AT_SCHOOL,))
    page = visit(school.eetu).get(offered(school, school.sent_by_eetu(safe_contact=unsafe)))
    assert page.has("Talk offered")
    assert not page.has(TIME)


def test_a_time_that_has_passed_is_not_agreed_to(school: School, visit: Visit, clock: Clock) -> None:
    request_id = school.sent_by_eetu()
    page = visit(school.eetu).get(offered(school, request_id))
    clock.forward(minutes=28 * 60)
    assert not visit(school.eetu).get(page.url).has(TIME)


def test_words_are_added_and_go_along_to_another_service(school: School, visit: Visit, ledger: Ledger) -> None:
    request_id = school.sent_by_eetu()
    client = visit(school.eetu)
    page = client.get(f"/requests/{request_id}/receipt").follow("Add something")
    assert page.form("Send").submit(status=422, text=" ").errors == ["Write what you want to add"]
    page = page.form("Send").submit(text="Torstai sopii paremmin.")
    assert page.has("Your words have been added.")
    assert not page.has("Torstai")
    sealed = read(ledger, request_id).document.blob or b""
    assert b"Torstai" not in sealed
    curator = visit(school.curator)
    offered(school, request_id)
    page = curator.get(f"/requests/{request_id}")
    assert page.has("Torstai sopii paremmin.")
    assert page.has("Riidat kaveripiirissä jatkuvat.")
    curator.get(f"/requests/{request_id}/hand-over").form().submit(to="psychologist", reason="Toivoo psykologia.")
    with at_work(school.village, school.curator) as work:
        document = work.decrypt_document(the_request(work, request_id), ContactRequest.document)
    assert [each["text"] for each in document["added"]] == ["Torstai sopii paremmin."]


def test_there_is_an_end_to_adding(school: School) -> None:
    request_id = school.sent_by_eetu()
    full = {"added": [{"at": "2026-11-23T10:00:00+00:00", "text": "x"}] * MOST_ADDED}
    with at_work(school.village, school.eetu) as work:
        request = the_request(work, request_id)
        with pytest.raises(TooManyAddedError):
            add_words(work, request, full, "Vielä yksi.")
        add_words(work, request, {}, "Ensimmäinen.")


def test_what_is_taken_back_waits_for_a_professional_to_end_it(school: School, visit: Visit, ledger: Ledger) -> None:
    request_id = school.sent_by_eetu()
    address = offered(school, request_id)
    client = visit(school.eetu)
    page = client.get(address).follow("I do not need this any more").form("Take the request back").submit()
    assert page.has("Taken back")
    assert not page.has("Add something")
    client.get(f"/own-requests/{request_id}/add").form("Send").submit(status=409, text="Sittenkin.")
    curator = visit(school.curator)
    assert curator.get("/requests/queue").has("The pupil has taken the request back")
    page = curator.get(f"/requests/{request_id}")
    assert page.has("See that all is well, and decide the outcome.")
    page.follow("Decide the outcome").form().submit(outcome="taken_back")
    assert read(ledger, request_id).outcome is Outcome.TAKEN_BACK
    assert client.get(address).has("Handled")


def test_what_stands_is_not_ended_as_taken_back(school: School, visit: Visit) -> None:
    request_id = school.sent_by_eetu()
    offered(school, request_id)
    page = visit(school.curator).get(f"/requests/{request_id}/outcome")
    assert not page.has("The pupil has taken the request back")
    page.form().submit(status=422, outcome="taken_back")


def test_a_guardian_adds_to_an_own_request_and_neither_takes_it_back_nor_sees_the_time(
    school: School, visit: Visit, mother: Someone
) -> None:
    request_id = school.sent_by_guardian(mother)
    page = visit(mother).get(offered(school, request_id))
    assert page.has("Add something")
    assert not page.has(TIME)
    visit(mother).get(f"/own-requests/{request_id}/take-back", status=404)
    own = school.sent_by_eetu()
    for rest in ("add", "take-back"):
        visit(mother).get(f"/own-requests/{own}/{rest}", status=404)
