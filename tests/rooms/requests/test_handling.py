"""Claiming, taking over, handing on, urgency, conflicts: who handles a request, and that two never do."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlalchemy import select

from tests.builders import Someone
from tests.builders_requests import at_work, read, read_all, the_request
from tests.client import PageForm
from tests.clock import Clock
from tests.rooms.requests.conftest import School
from tests.rooms.requests.handling_scene import claimed, deed, steps
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.requests.actions import handling
from welfare.requests.actions.handling import (
    ClaimedByColleagueError,
    claim_request,
)
from welfare.requests.actions.talks import TalkAt, offer_talk
from welfare.requests.models import ContactRequest, InformTask, Talk
from welfare.rules.actors import Role
from welfare.rules.queues import StepKind
from welfare.rules.registers import Register
from welfare.rules.requests import RequestState, Service
from welfare.rules.talks import TalkWay


def test_of_two_who_claim_at_once_one_wins_and_the_other_is_told(
    school: School, colleague: Someone, visit: Visit, ledger: Ledger
) -> None:
    request_id = school.sent()
    saara, mika = (visit(who).get(f"/requests/{request_id}").form("Claim") for who in (school.curator, colleague))
    assert saara.submit().has("You handle this request now.")
    told = mika.submit(status=409)
    assert told.has("A colleague was faster and handles this request now.")
    assert told.has("Saara Lehtovirta handles this request now.")
    assert read(ledger, request_id).handler_account_id == school.curator.account_id
    assert steps(ledger, request_id) == [StepKind.CLAIMED]


def test_two_claims_in_the_same_moment_have_one_winner(
    school: School, colleague: Someone, visit: Visit, ledger: Ledger
) -> None:
    request_id = school.sent()
    people = (school.curator, colleague)
    forms = [visit(who).get(f"/requests/{request_id}").form("Claim") for who in people]

    def press(form: PageForm) -> int:
        return form.page.client.flask.post(f"/requests/{request_id}/claim", data=form.data).status_code

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(press, forms))
    assert sorted(answers) == [303, 409]
    assert read(ledger, request_id).handler_account_id == people[answers.index(303)].account_id
    assert steps(ledger, request_id) == [StepKind.CLAIMED]


def test_claiming_what_is_ones_own_changes_nothing(school: School, ledger: Ledger) -> None:
    request_id = claimed(school)
    before = read(ledger, request_id).revision
    with at_work(school.village, school.curator) as work:
        claim_request(work, the_request(work, request_id))
    assert read(ledger, request_id).revision == before


def test_taking_over_needs_a_reason_that_stays_with_the_request(
    school: School, colleague: Someone, visit: Visit, ledger: Ledger, clock: Clock
) -> None:
    request_id = claimed(school)
    clock.forward(minutes=5)
    with at_work(school.village, colleague) as work, pytest.raises(ClaimedByColleagueError):
        claim_request(work, the_request(work, request_id))
    client = visit(colleague)
    page = client.get(f"/requests/{request_id}").follow("Take over")
    assert page.form().submit(status=422).errors == ["Write why you take it over"]
    page = page.form().submit(reason="Saara on lomalla")
    assert page.has("Taken over from a colleague – Saara Lehtovirta")
    assert page.has("Saara on lomalla")
    assert steps(ledger, request_id) == [StepKind.CLAIMED, StepKind.CLAIMED_OVER]
    visit(school.curator).get(f"/requests/{request_id}/outcome", status=404)


def test_a_deed_decided_on_an_older_state_is_told_and_keeps_what_was_typed(school: School, visit: Visit) -> None:
    request_id = claimed(school)
    client = visit(school.curator)
    stale = client.get(f"/requests/{request_id}/urgency").form()
    deed(client, request_id, "urgency", urgency="urgent", reason="Uusi tieto")
    page = stale.fill(urgency="normal", reason="Vanhaan tietoon nojaten").submit(status=409)
    assert page.errors == [
        "The request has changed since you opened the page. Look at it as it is now, and decide anew."
    ]
    assert page.has("Vanhaan tietoon nojaten")
    assert page.form().submit(urgency="normal").has("The urgency has been changed")


def test_a_request_is_handed_to_a_colleague(school: School, colleague: Someone, visit: Visit, ledger: Ledger) -> None:
    request_id = claimed(school)
    client = visit(school.curator)
    page = client.get(f"/requests/{request_id}/hand-over")
    page = page.form().choose(to="Mika Kanervala").submit(reason="Olen koulutuksessa")
    assert page.has("The request has been handed over.")
    request = read(ledger, request_id)
    assert (request.handler_account_id, request.state) == (colleague.account_id, RequestState.CLAIMED)
    visit(colleague).get(f"/requests/{request_id}/outcome")


def test_a_request_goes_back_to_the_queue_and_its_clock_runs_on(school: School, visit: Visit, ledger: Ledger) -> None:
    request_id = claimed(school)
    due_on = read(ledger, request_id).due_on
    page = visit(school.curator).get(f"/requests/{request_id}/hand-over")
    page.form().choose(to="Back to the queue of the service").submit(reason="Väärä koulu")
    request = read(ledger, request_id)
    assert (request.handler_account_id, request.state, request.due_on) == (None, RequestState.RECEIVED, due_on)


@pytest.mark.parametrize("to", ["00000000-0000-4000-8000-000000000000", "curator", "priest", ""])
def test_a_request_cannot_be_handed_to_one_who_is_not_offered(school: School, visit: Visit, to: str) -> None:
    request_id = claimed(school)
    page = visit(school.curator).get(f"/requests/{request_id}/hand-over")
    assert page.form().submit(status=422, to=to, reason="syy").field_error("to")


def test_another_service_gets_it_sealed_in_its_own_register_and_no_notes(
    school: School, visit: Visit, ledger: Ledger
) -> None:
    request_id = claimed(school, together=False, together_reason="poissa")
    with at_work(school.village, school.curator) as work:
        note = TalkAt(at=work.now, way=TalkWay.PHONE, note="Kuraattorin oma huomio")
        offer_talk(work, the_request(work, request_id), note)
    due_on = read(ledger, request_id).due_on
    page = visit(school.curator).get(f"/requests/{request_id}/hand-over")
    page.form().choose(to="Psychologist").submit(reason="Kuuluu psykologille")
    request = read(ledger, request_id)
    assert (request.service, request.register, request.due_on) == (Service.PSYCHOLOGIST, Register.PSYCHOLOGY, due_on)
    assert request.state is RequestState.RECEIVED
    visit(school.curator).get(f"/requests/{request_id}", status=404)
    psychologist = visit(school.village.staff(Role.PSYCHOLOGIST, "Pia Psyke"))
    psychologist.canaries = ("Kuraattorin oma huomio",)
    page = psychologist.get(f"/requests/{request_id}")
    for words in ("Riidat kaveripiirissä jatkuvat.", "Että ei kerrota koko luokalle.", "Kuuluu psykologille"):
        assert page.has(words), words
    assert page.has("Tell the pupil about the request")
    talk = read_all(ledger, select(Talk))[0]
    assert talk.register is Register.SOCIAL
    assert {task.register for task in read_all(ledger, select(InformTask)) if not task.done_at} == {Register.PSYCHOLOGY}


def test_a_nurses_request_given_to_the_curator_gets_the_clock_from_its_first_day(
    school: School, clock: Clock, ledger: Ledger
) -> None:
    nurse = school.village.staff(Role.NURSE, "Mirja Kanervala")
    request_id = school.sent(service=Service.NURSE)
    clock.forward(days=2)
    with at_work(school.village, nurse) as work:
        request = the_request(work, request_id)
        claim_request(work, request)
        document = work.decrypt_document(request, ContactRequest.document)
        handling.hand_to_service(work, request, Service.CURATOR, document, "Kuuluu kuraattorille")
    request = read(ledger, request_id)
    assert request.due_on == request.queue_on == date(2026, 12, 2)
