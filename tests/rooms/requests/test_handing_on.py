"""Handing on, urgency and conflicts of interest: a request changes hands by reason and on record."""

from datetime import date

import pytest

from tests.builders import Someone
from tests.builders_requests import at_work, read, the_request
from tests.clock import Clock
from tests.rooms.requests.conftest import School
from tests.rooms.requests.handling_scene import break_the_text, claimed, deed
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.requests.actions import handling
from welfare.requests.actions.conflicts import shut_out_of_open_requests
from welfare.requests.actions.handling import (
    NotAColleagueError,
    NotAnotherServiceError,
    change_urgency,
    claim_request,
)
from welfare.requests.actions.steps import NobodyActsError, RequestMovedOnError
from welfare.requests.actions.talks import TalkAt, hold_talk
from welfare.rules.actors import SYSTEM, Role
from welfare.rules.requests import RequestState, Service, TransitionError, Urgency
from welfare.rules.talks import TalkWay


def test_a_text_that_cannot_be_opened_is_not_sealed_anew_as_an_empty_one(
    school: School, visit: Visit, ledger: Ledger
) -> None:
    request_id = claimed(school)
    break_the_text(ledger, request_id)
    client = visit(school.curator)
    page = client.get(f"/requests/{request_id}/hand-over")
    page = page.form().choose(to="Psychologist").submit(status=422, reason="Kuuluu psykologille")
    assert page.has("The text of the request cannot be opened")
    assert read(ledger, request_id).service is Service.CURATOR
    assert client.get("/requests/queue").has("Eetu Kallioniemi")
    client.get(f"/requests/{request_id}")


def test_a_professional_finds_it_urgent_or_not(school: School, clock: Clock, visit: Visit, ledger: Ledger) -> None:
    request_id = claimed(school)
    clock.forward(days=2)
    client = visit(school.curator)
    page = deed(client, request_id, "urgency", urgency="urgent", reason="Puhui itsensä satuttamisesta")
    assert page.has("The urgency has been changed, and the time limit with it.")
    assert page.has("Urgency changed: Urgent")
    request = read(ledger, request_id)
    assert (request.due_on, request.queue_on) == (date(2026, 11, 26), date(2026, 11, 23))
    deed(client, request_id, "urgency", urgency="normal", reason="Ei sittenkään")
    assert read(ledger, request_id).due_on == date(2026, 12, 2)


def test_urgency_never_gives_more_time_than_there_was(school: School, clock: Clock, ledger: Ledger) -> None:
    request_id = claimed(school)
    clock.forward(days=14)
    with at_work(school.village, school.curator) as work:
        change_urgency(work, the_request(work, request_id), Urgency.URGENT, "syy")
    assert read(ledger, request_id).due_on == date(2026, 12, 2)


def test_a_nurse_may_call_it_urgent_and_still_no_clock_runs(school: School, ledger: Ledger) -> None:
    nurse = school.village.staff(Role.NURSE, "Mirja Kanervala")
    request_id = school.sent(service=Service.NURSE)
    with at_work(school.village, nurse) as work:
        claim_request(work, the_request(work, request_id))
        change_urgency(work, the_request(work, request_id), Urgency.URGENT, "syy")
    request = read(ledger, request_id)
    assert (request.due_on, request.is_urgent) == (None, True)


def test_a_worker_shut_out_finds_nothing_any_more(
    school: School, colleague: Someone, visit: Visit, ledger: Ledger
) -> None:
    request_id = claimed(school)
    client = visit(school.curator)
    page = client.get(f"/requests/{request_id}/keep-out")
    page = page.form().choose(account="Mika Kanervala – Curator").submit(reason="Oppilaan setä")
    assert page.has("A worker was shut out – Mika Kanervala")
    other = visit(colleague)
    other.canaries = ("Eetu",)
    other.get(f"/requests/{request_id}", status=404)
    other.get("/requests/queue")
    other.get("/")
    other.canaries = (read(ledger, request_id).receipt,)
    other.get("/search").form("Search").submit(q="Kallioniemi")
    other.get("/search").form("Search").submit(q=read(ledger, request_id).receipt.lower())
    assert "Mika Kanervala" not in client.get(f"/requests/{request_id}/hand-over").form().options["to"]


def test_one_who_steps_aside_leaves_it_to_the_queue(school: School, visit: Visit, ledger: Ledger) -> None:
    request_id = claimed(school)
    page = visit(school.curator).get(f"/requests/{request_id}/keep-out")
    page = page.form().choose(account="I myself – The request goes back to the queue").submit(reason="Tuttu perhe")
    assert page.has("You have stepped aside.")
    assert read(ledger, request_id).handler_account_id is None
    visit(school.curator).get(f"/requests/{request_id}", status=404)


def test_a_conflict_found_in_a_matter_reaches_open_requests(school: School, visit: Visit, ledger: Ledger) -> None:
    request_id, held = claimed(school), claimed(school)
    with at_work(school.village, school.curator) as work:
        hold_talk(work, the_request(work, held), TalkAt(at=work.now, way=TalkWay.PHONE))
    with school.village.work() as work:
        for _twice in range(2):
            shut_out_of_open_requests(work, school.eetu.person_id, school.curator.person_id)
        shut_out_of_open_requests(work, school.eetu.person_id, school.eetu.account_id)
    visit(school.curator).get(f"/requests/{request_id}", status=404)
    assert (read(ledger, request_id).state, read(ledger, held).state) == (RequestState.RECEIVED, RequestState.TALK_HELD)
    colleague = visit(school.village.staff(Role.CURATOR, "Mika Kanervala"))
    assert colleague.get(f"/requests/{held}").form("Claim").submit().has("Decide the outcome")


def test_deeds_refuse_what_the_law_or_the_state_does_not_allow(school: School, colleague: Someone) -> None:
    request_id = claimed(school)
    with at_work(school.village, school.curator) as work:
        request = the_request(work, request_id)
        with pytest.raises(NotAColleagueError):
            handling.hand_to_colleague(work, request, school.teacher.account_id, "syy")
        with pytest.raises(NotAColleagueError):
            handling.keep_out(work, request, school.teacher.account_id, "syy")
        with pytest.raises(NotAnotherServiceError):
            handling.hand_to_service(work, request, Service.UNSURE, {}, "syy")
        hold_talk(work, request, TalkAt(at=work.now, way=TalkWay.PHONE))
        with pytest.raises(TransitionError):
            handling.return_to_queue(work, request, "syy")
        with pytest.raises(RequestMovedOnError):
            change_urgency(work, request, Urgency.URGENT, "syy")
        request.closed_at = work.now
        with pytest.raises(RequestMovedOnError):
            handling.hand_to_colleague(work, request, colleague.account_id, "syy")


def test_nobody_handles_nothing(school: School) -> None:
    request_id = school.sent()
    with at_work(school.village, SYSTEM) as work, pytest.raises(NobodyActsError):
        claim_request(work, the_request(work, request_id))
