"""Talks, duties and endings: what the act makes the service do, kept as evidence (OHL 15-16 §, 18 § 2; rule 6)."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders_requests import at_work, read, read_all, the_request
from tests.client import Page
from tests.clock import Clock
from tests.rooms.requests.conftest import School
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.organisations.models import ClosedDays
from welfare.requests.actions.closing import close_request
from welfare.requests.actions.handling import claim_request
from welfare.requests.actions.steps import RequestMovedOnError
from welfare.requests.actions.talks import TalkAt, answer_talk, hold_talk, offer_talk
from welfare.requests.models import InformTask, Talk
from welfare.rules.events import CalendarChanged, ProhibitionAssessed
from welfare.rules.outcomes import Outcome, OutcomeError
from welfare.rules.requests import RequestState, TransitionError, Urgency
from welfare.rules.sending import GuardianTold, TaskKind
from welfare.rules.talks import AnswerError, TalkAnswer, TalkWay

FORBIDDEN = {"guardian_told": GuardianTold.STUDENT_FORBIDS, "guardian_told_on": None}
APART = {
    "together": False,
    "together_reason": "poissa",
    "guardian_told": GuardianTold.NOT_YET,
    "guardian_told_on": None,
}


def claimed(school: School, request_id: UUID) -> UUID:
    """The same request, claimed by the curator."""
    with at_work(school.village, school.curator) as work:
        claim_request(work, the_request(work, request_id))
    return request_id


def offered(page: Page, **changes: str) -> Page:
    """Offer a talk from the page of a request."""
    answers = {"on": "25.11.2026", "clock": "12.05", "way": "in_person", "note": "Huone 114"}
    return page.follow("Offer a talk").form().fill(**{**answers, **changes}).submit()


def open_tasks(ledger: Ledger) -> set[TaskKind]:
    return {task.kind for task in read_all(ledger, select(InformTask).where(InformTask.done_at.is_(None)))}


def test_a_talk_is_offered_agreed_and_held(school: School, visit: Visit, ledger: Ledger, clock: Clock) -> None:
    request_id = claimed(school, school.sent())
    client = visit(school.curator)
    page = offered(client.get(f"/requests/{request_id}"))
    for words in ("The offer of a talk has been recorded.", "25 Nov 2026 at 12:05", "No answer yet", "Huone 114"):
        assert page.has(words), words
    assert read(ledger, request_id).state is RequestState.TALK_OFFERED
    answer = "Record what came of it: 25 Nov 2026 at 12:05"
    page = page.follow(answer).form().choose(answer="Agreed").submit()
    assert client.get("/requests/queue").has("Talk agreed for Wed 25 Nov")
    page = page.follow(answer).form().choose(answer="Held").submit(status=422)
    assert page.errors == ["The time of the talk has not come yet"]
    clock.forward(days=2, hours=4)
    client = visit(school.curator)
    page = client.get(f"/requests/{request_id}").follow(answer).form().choose(answer="Held").submit()
    assert page.has("Talk held")
    assert page.has("Wed 25 Nov, working day 2")
    request = read(ledger, request_id)
    assert (request.state, request.talk_held_on) == (RequestState.TALK_HELD, date(2026, 11, 25))
    assert answer not in page.links


def test_a_talk_at_the_door_is_written_down_without_an_offer(school: School, visit: Visit, ledger: Ledger) -> None:
    request_id = claimed(school, school.sent())
    page = visit(school.curator).get(f"/requests/{request_id}/talks/held")
    form = page.form().fill(on="23.11.2026", clock="12.00", way="phone")
    assert form.submit(status=422).field_error("clock")
    assert form.fill(on="24.11.").submit(status=422).field_error("on")
    page = form.fill(on="23.11.", clock="8.15").submit()
    assert page.has("Talk held")
    assert page.has("Written down 23 Nov 2026 at 9:30")
    assert read(ledger, request_id).talk_held_on == date(2026, 11, 23)


def test_an_offer_lies_ahead_and_says_how(school: School, visit: Visit, ledger: Ledger) -> None:
    request_id = claimed(school, school.sent())
    page = visit(school.curator).get(f"/requests/{request_id}/talks/new")
    page = page.form().submit(status=422, on="22.11.2026", clock="puolelta")
    assert page.errors == [
        "The day has passed. Write a day that is to come",
        "Time – Write the time of day, for example 9.15",
        "Choose how you talk",
    ]
    assert read_all(ledger, select(Talk)) == []


def test_summer_and_winter_time_are_the_schools(school: School, visit: Visit, ledger: Ledger) -> None:
    request_id = claimed(school, school.sent())
    client = visit(school.curator)
    offered(client.get(f"/requests/{request_id}"), on="5.4.2027", clock="9.00")
    assert read_all(ledger, select(Talk))[0].offered_for == datetime.fromisoformat("2027-04-05T06:00:00+00:00")


def test_what_happened_is_not_changed_afterwards(school: School) -> None:
    request_id = claimed(school, school.sent())
    with at_work(school.village, school.curator) as work:
        request = the_request(work, request_id)
        talk = offer_talk(work, request, TalkAt(at=work.now, way=TalkWay.PHONE))
        answer_talk(work, request, talk, TalkAnswer.NOT_HELD)
        with pytest.raises(AnswerError):
            answer_talk(work, request, talk, TalkAnswer.HELD)
        hold_talk(work, request, TalkAt(at=work.now, way=TalkWay.PHONE))
        with pytest.raises(RequestMovedOnError):
            offer_talk(work, request, TalkAt(at=work.now, way=TalkWay.PHONE))


@pytest.mark.parametrize(
    ("finding", "left"), [("The guardian is not told", set()), ("The guardian is told", {TaskKind.TELL_GUARDIAN})]
)
def test_a_wish_to_leave_the_guardian_out_is_assessed(
    school: School, visit: Visit, ledger: Ledger, finding: str, left: set[TaskKind]
) -> None:
    request_id = claimed(school, school.sent(**FORBIDDEN))
    page = visit(school.curator).get(f"/requests/{request_id}")
    assert "Tell the guardian about the request" not in page.links
    page = page.follow("Assess the pupil's wish that the guardian is not told")
    assert page.form().submit(status=422).errors == ["Choose what you find", "Write the grounds of your finding"]
    page.form().choose(finding=finding).submit(note="Oppilas perusteli hyvin")
    assert open_tasks(ledger) == left


def test_a_finding_recorded_elsewhere_closes_the_assessment_here(school: School, ledger: Ledger) -> None:
    claimed(school, school.sent(**FORBIDDEN))
    with at_work(school.village, school.curator) as work:
        work.tell(ProhibitionAssessed(school.linnea.person_id, prohibition_stands=True))
        assert work.session.scalars(select(InformTask).where(InformTask.done_at.is_(None))).all()
        work.tell(ProhibitionAssessed(school.eetu.person_id, prohibition_stands=False))
    assert open_tasks(ledger) == {TaskKind.TELL_GUARDIAN}


def test_days_are_counted_again_when_the_school_changes_its_calendar(school: School, ledger: Ledger) -> None:
    normal, urgent = school.sent(), school.sent(urgency=Urgency.URGENT, urgency_reason="syy")
    held = claimed(school, school.sent())
    with at_work(school.village, school.curator) as work:
        hold_talk(work, the_request(work, held), TalkAt(at=work.now, way=TalkWay.PHONE))
    with at_work(school.village, school.curator) as work:
        work.session.add(
            ClosedDays(
                organisation_id=school.village.provider_id,
                starts_on=date(2026, 11, 25),
                ends_on=date(2026, 11, 25),
                name_fi="Vapaa",
                name_sv="Ledigt",
            )
        )
        work.session.flush()
        work.tell(CalendarChanged(school.village.provider_id))
    assert read(ledger, normal).due_on == read(ledger, normal).queue_on == date(2026, 12, 3)
    assert read(ledger, urgent).due_on == date(2026, 11, 24)
    assert read(ledger, held).due_on == date(2026, 12, 2)


def test_a_request_ends_by_a_coded_outcome_and_is_never_deleted(school: School, visit: Visit, ledger: Ledger) -> None:
    request_id = claimed(school, school.sent(**APART))
    with at_work(school.village, school.curator) as work:
        hold_talk(work, the_request(work, request_id), TalkAt(at=work.now, way=TalkWay.PHONE))
    client = visit(school.curator)
    page = client.get(f"/requests/{request_id}").follow("Decide the outcome")
    assert page.has("These duties stay with you after closing: Tell the guardian about the request")
    assert page.form().submit(status=422).errors == ["Choose how it ends"]
    page = page.form().choose(outcome="The service continues").submit(reason="Tavataan viikoittain")
    for words in ("The request has been handled.", "The service continues", "Tavataan viikoittain"):
        assert page.has(words), words
    assert "Hand over" not in page.links
    request = read(ledger, request_id)
    assert (request.state, request.outcome) == (RequestState.CLOSED, Outcome.SERVICE_CONTINUES)
    assert client.get("/requests/queue?show=closed").has("Eetu Kallioniemi")
    assert not client.get("/requests/queue").has("Eetu Kallioniemi")
    assert client.get("/").has("Tell the guardian about the request")


def test_a_students_and_staffs_request_does_not_end_before_a_talk(school: School, visit: Visit) -> None:
    request_id = claimed(school, school.sent_by_eetu())
    page = visit(school.curator).get(f"/requests/{request_id}")
    assert "Decide the outcome" not in page.links
    page = visit(school.curator).get(f"/requests/{request_id}/outcome")
    assert page.has("The request cannot be closed before a talk has been offered or held.")
    assert page.form().submit(status=422, outcome="advice_only") if page.form().options else True
    with at_work(school.village, school.curator) as work:
        request = the_request(work, request_id)
        with pytest.raises(OutcomeError):
            close_request(work, request, Outcome.ADVICE_ONLY)
        offer_talk(work, request, TalkAt(at=work.now, way=TalkWay.PHONE))
        with pytest.raises(OutcomeError):
            close_request(work, request, Outcome.CLEARLY_UNNECESSARY)
        close_request(work, request, Outcome.TALK_DECLINED)


def test_a_guardians_request_may_end_with_advice_or_as_clearly_unnecessary_with_the_reason(
    school: School, visit: Visit
) -> None:
    guardian = school.village.guardian("Kaisa Kallioniemi", school.eetu)
    request_id = claimed(school, school.sent_by_guardian(guardian))
    page = visit(school.curator).get(f"/requests/{request_id}").follow("Decide the outcome")
    assert list(page.form().options["outcome"]) == ["Advice was enough", "A talk is clearly unnecessary"]
    form = page.form().choose(outcome="A talk is clearly unnecessary")
    assert form.submit(status=422).errors == ["Write why a talk is clearly unnecessary"]
    assert form.submit(reason="Asia oli jo hoidettu").has("The request has been handled.")


def test_a_closed_request_goes_nowhere_any_more(school: School, visit: Visit) -> None:
    request_id = claimed(school, school.sent())
    client = visit(school.curator)
    forms = [client.get(f"/requests/{request_id}/{deed}").form() for deed in ("hand-over", "talks/new", "keep-out")]
    with at_work(school.village, school.curator) as work:
        request = the_request(work, request_id)
        hold_talk(work, request, TalkAt(at=work.now, way=TalkWay.PHONE))
        close_request(work, request, Outcome.REDIRECTED)
        with pytest.raises(TransitionError):
            hold_talk(work, request, TalkAt(at=work.now, way=TalkWay.PHONE))
    forms[0].fill(to="queue", reason="Myöhässä kirjoitettu").submit(status=409)
    forms[1].fill(on="25.11.", clock="9", way="phone").submit(status=409)
    page = forms[2].choose(account="I myself – The request goes back to the queue").submit(status=409, reason="syy")
    assert page.has("The request has changed since you opened the page.")
    client.post(f"/requests/{request_id}/claim", forms[0].data, status=404)


@pytest.mark.parametrize(
    ("outcome", "words", "leads_to"),
    [
        (Outcome.GROUP_PROPOSED, "Propose a matter", "/cases/new/"),
        (Outcome.SERVICE_CONTINUES, "Begin the record", "/clients/new/"),
        (Outcome.REDIRECTED, "", ""),
    ],
)
def test_the_way_leads_on_with_the_pupil_as_the_request_has_ended(
    school: School, visit: Visit, outcome: Outcome, words: str, leads_to: str
) -> None:
    request_id = claimed(school, school.sent())
    with at_work(school.village, school.curator) as work:
        request = the_request(work, request_id)
        hold_talk(work, request, TalkAt(at=work.now, way=TalkWay.PHONE))
        close_request(work, request, outcome)
    page = visit(school.curator).get(f"/requests/{request_id}")
    assert page.links.keys() & {"Propose a matter", "Begin the record"} == {words} - {""}
    if words:
        assert page.follow(words).url.startswith(leads_to)


def test_a_proposal_that_a_request_led_to_begins_with_whose_initiative_it_was_and_when(
    school: School, visit: Visit
) -> None:
    request_id = claimed(school, school.sent())
    with at_work(school.village, school.curator) as work:
        request = the_request(work, request_id)
        request.received_at, initiative = work.now - timedelta(days=3), request.sender_kind.value
        day = request.received_at.date()
        hold_talk(work, request, TalkAt(at=work.now, way=TalkWay.PHONE))
        close_request(work, request, Outcome.GROUP_PROPOSED)
    form = visit(school.curator).get(f"/requests/{request_id}").follow("Propose a matter").form("Propose the matter")
    assert form.data["initiator"] == initiative
    assert form.data["initiated_on"] == f"{day.day}.{day.month}.{day.year}"
