"""What waits for somebody besides the queue: it stands on the landing page, and nobody else sees it."""

from datetime import date, timedelta

from tests.builders import Village
from tests.builders_cases import People, a_bare_case, a_case, a_will
from tests.builders_requests import a_request, at_work, the_request
from tests.clock import Clock
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.cases.models import Case
from welfare.requests.actions.handling import claim_request
from welfare.requests.actions.talks import TalkAt, answer_talk, offer_talk
from welfare.rules.cases import CaseState
from welfare.rules.consent import ConsentKind
from welfare.rules.talks import TalkAnswer, TalkWay
from welfare.worklist.pages.waiting import FollowUp


@furnishes
def people(village: Village) -> People:
    return People.of(village)


def number_of(village: Village, case_id: object) -> str:
    with village.work() as work:
        return work.session.get_one(Case, case_id).number


def test_whose_matter_it_is_stands_beside_its_number(village: Village, people: People, visit: Visit) -> None:
    case_id = a_case(village, people.student, people.curator)
    assert visit(people.curator).get("/").has(f"{number_of(village, case_id)} Open Aada Metsäpelto")


def test_a_matter_that_lacks_consents_waits_for_the_one_who_leads_it(
    village: Village, people: People, visit: Visit
) -> None:
    number = number_of(village, a_bare_case(village, people.student, people.curator))
    page = visit(people.curator).get("/").follow(f"Complete the consents: Aada Metsäpelto, {number}")
    assert page.heading == "Aada Metsäpelto"


def test_a_matter_with_its_consents_waits_for_its_opening(village: Village, people: People, visit: Visit) -> None:
    a_case(village, people.student, people.curator, state=CaseState.PROPOSED)
    page = visit(people.curator).get("/")
    assert page.has("Open the matter: everything is ready")
    assert not page.has("Complete the consents")


def test_a_consent_about_to_end_is_told_of_with_its_last_day(village: Village, people: People, visit: Visit) -> None:
    case_id = a_case(village, people.student, people.curator, people.nurse)
    a_will(
        village,
        case_id,
        people.student,
        ConsentKind.GROUP_MEMBER,
        named=people.nurse,
        given_on=date(2026, 11, 10),
        valid_to=date(2026, 12, 1),
    )
    page = visit(people.curator).get("/")
    number = number_of(village, case_id)
    assert page.has(f"{number} · Tue 1 Dec")
    assert page.follow(f"A consent ends: Aada Metsäpelto, {number}").heading == "Aada Metsäpelto"
    assert not visit(people.nurse).get("/").has("A consent ends")


def test_a_closed_matter_and_one_that_lacks_nothing_wait_for_nobody(
    village: Village, people: People, visit: Visit
) -> None:
    a_case(village, people.student, people.curator)
    a_bare_case(village, people.student, people.curator, state=CaseState.CLOSED)
    assert visit(people.curator).get("/").has("Nothing waits for you.")


def test_one_who_has_been_consented_to_waits_to_be_added(village: Village, people: People, visit: Visit) -> None:
    case_id = a_case(village, people.student, people.curator)
    a_will(village, case_id, people.student, ConsentKind.GROUP_MEMBER, named=people.nurse)
    assert visit(people.curator).get("/").has("Add to the group the one who has been consented to")


def test_an_unassessed_prohibition_waits(village: Village, people: People, visit: Visit) -> None:
    case_id = a_case(village, people.student, people.curator)
    a_will(
        village,
        case_id,
        people.student,
        ConsentKind.MINOR_PROHIBITION,
        named=people.father,
        has_weighty_reason=True,
    )
    client = visit(people.curator)
    client.canaries = ("Kari",)
    assert client.get("/").has("A pupil’s prohibition waits for its assessment")


def test_a_talk_whose_time_has_passed_asks_what_came_of_it(
    village: Village, people: People, visit: Visit, clock: Clock
) -> None:
    request_id = a_request(village, people.student, people.teacher)
    with at_work(village, people.curator) as work:
        request = the_request(work, request_id)
        claim_request(work, request)
        talk = offer_talk(work, request, TalkAt(at=clock.now + timedelta(hours=2), way=TalkWay.PHONE))
        answer_talk(work, request, talk, TalkAnswer.ACCEPTED)
    client = visit(people.curator)
    assert not client.get("/").has("Record what came of the talk")
    clock.now += timedelta(hours=3)
    page = visit(people.curator).get("/").follow("Record what came of the talk: Aada Metsäpelto")
    page.form().submit(answer="held")
    assert not visit(people.curator).get("/").has("Record what came of the talk")


def test_an_unfinished_entry_waits_for_its_writer_alone(village: Village, people: People, visit: Visit) -> None:
    case_id = a_case(village, people.student, people.curator, people.nurse)
    curator = visit(people.curator)
    form = curator.get(f"/cases/{case_id}/journal/new/note").form("Save the entry")
    form.fill(information="kissankello").press("Save the draft")
    page = curator.get("/")
    assert "kissankello" not in page.text
    assert page.follow(f"Finish the entry: {number_of(village, case_id)}").has("kissankello")
    assert not visit(people.nurse).get("/").has("Finish the entry")


def test_an_unfinished_proposal_leads_back_to_itself(people: People, visit: Visit) -> None:
    curator = visit(people.curator)
    form = curator.get(f"/cases/new/{people.student.person_id}").form("Propose the matter")
    form.fill(title="Aamut").press("Save the draft")
    page = curator.get("/").follow("Finish the proposal: Aada Metsäpelto")
    assert page.form("Propose the matter").data["title"] == "Aamut"
    assert not visit(people.nurse).get("/").has("Finish the proposal")


def test_what_is_wanted_at_once_comes_first_and_what_no_day_presses_last() -> None:
    now = FollowUp("Tell the guardian", "", "/a", "", is_at_once=True)
    soon, later = (FollowUp("Act", "", "/b", "", due_on=date(2026, 12, day)) for day in (1, 7))
    some_day = FollowUp("Ask how it went", "", "/c", "")
    assert sorted([some_day, later, now, soon], key=lambda each: each.order) == [now, soon, later, some_day]
