"""What a sender learns: a number, a day, a state in three words; nothing more, and less when a prohibition stands."""

from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import BEGINNING
from tests.builders_requests import at_work, the_request
from tests.rooms.requests.conftest import School
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.people.models import Enrolment
from welfare.requests.actions.closing import close_request
from welfare.requests.actions.handling import claim_request
from welfare.requests.actions.talks import TalkAt, hold_talk, offer_talk
from welfare.requests.pages import receipts as receipt_pages
from welfare.rules.events import GuardiansShutOutAsked
from welfare.rules.outcomes import Outcome
from welfare.rules.talks import TalkWay


def go_on(school: School, request_id: UUID, how_far: int) -> None:
    """Claim it, offer a talk, hold one, close it: so many of these."""
    with at_work(school.village, school.curator) as work:
        request = the_request(work, request_id)
        now = TalkAt(at=work.now, way=TalkWay.PHONE)
        for deed in (
            lambda: claim_request(work, request),
            lambda: offer_talk(work, request, now),
            lambda: hold_talk(work, request, now),
            lambda: close_request(work, request, Outcome.ADVICE_ONLY),
        )[:how_far]:
            deed()


@pytest.mark.parametrize(
    ("how_far", "word"),
    [(0, "Received"), (1, "Received"), (2, "Talk offered"), (3, "Talk offered"), (4, "Handled")],
)
def test_the_sender_sees_how_far_it_is_in_three_words(school: School, visit: Visit, how_far: int, word: str) -> None:
    request_id = school.sent()
    go_on(school, request_id, how_far)
    client = visit(school.teacher)
    client.canaries = ("Riidat", "Saara Lehtovirta", "Advice", "ei kerrota")
    for url in ("/", "/requests", f"/requests/{request_id}/receipt"):
        page = client.get(url)
        assert page.has(word), url
        assert sum(page.main.count(each) for each in ("Received", "Talk offered", "Handled")) == 1


def test_a_guardian_shut_out_learns_of_no_talk(school: School, visit: Visit, ledger: Ledger) -> None:
    guardian = school.village.guardian("Kaisa Kallioniemi", school.eetu)
    request_id = school.sent_by_guardian(guardian)
    go_on(school, request_id, 2)
    assert visit(guardian).get("/requests").has("Talk offered")

    def answer(_work: object, asked: GuardiansShutOutAsked) -> None:
        asked.guardian_ids.add(guardian.person_id)

    ledger.listeners = {**ledger.listeners, GuardiansShutOutAsked: (answer,)}
    for url in ("/", "/requests", f"/requests/{request_id}/receipt"):
        page = visit(guardian).get(url)
        assert page.has("Received"), url
        assert not page.has("Talk offered"), url
        assert not page.has("A talk is offered"), url


def test_a_pupil_one_no_longer_teaches_is_not_named(school: School, visit: Visit) -> None:
    request_id = school.sent()
    client = visit(school.teacher)
    assert client.get("/requests").has("Eetu Kallioniemi")
    with school.village.work() as work:
        of_eetu = select(Enrolment).where(Enrolment.student_id == school.eetu.person_id)
        work.session.scalars(of_eetu).one().ends_on = BEGINNING
    client = visit(school.teacher)
    client.canaries = ("Kallioniemi",)
    assert client.get("/requests").has("Received")
    client.get(f"/requests/{request_id}/receipt")
    client.get("/")


def test_ones_own_list_goes_on_over_pages(school: School, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receipt_pages, "PAGE_SIZE", 2)
    for _ in range(3):
        school.sent()
    school.sent_by_eetu()
    page = visit(school.teacher).get("/requests")
    assert page.main.count("Received") == 2
    assert page.follow("Next").main.count("Received") == 1


def test_who_has_sent_nothing_is_told_what_will_be_here(school: School, visit: Visit) -> None:
    assert visit(school.teacher).get("/requests").has("Nothing sent yet")
    assert visit(school.eetu).get("/requests").follow("Ask for help").heading == "Ask for help"


def test_a_pupils_own_talks_leave_no_mark_where_a_guardian_looks(school: School, visit: Visit) -> None:
    """No visit becomes an absence mark or a message in a channel of the home (IND §3.7, rule 14; OHL 18 § 3)."""
    guardian = school.village.guardian("Kaisa Kallioniemi", school.eetu)
    request_id = school.sent_by_eetu()
    go_on(school, request_id, 3)
    client = visit(guardian)
    assert client.get("/requests").has("Nothing sent yet")
    assert not client.get("/").has("Talk offered")
    client.get(f"/requests/{request_id}/receipt", status=404)
    assert visit(school.eetu).get("/requests").has("Talk offered")
