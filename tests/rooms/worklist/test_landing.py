"""The landing page of each role: what is due, for whom, and nothing that is not the reader's."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import a_bare_case
from tests.builders_requests import a_request, at_work, the_request
from tests.clock import Clock
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.people.models import RosterImport, RosterReview
from welfare.requests.actions.handling import claim_request
from welfare.requests.actions.talks import TalkAt, answer_talk, offer_talk
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.requests import Service, Urgency
from welfare.rules.talks import TalkAnswer, TalkWay

CONTENT = "Riidat kaveripiirissä"


@furnishes
def class_id(village: Village) -> UUID:
    return village.a_class("7A")


@furnishes
def eetu(village: Village, class_id: UUID) -> Someone:
    return village.student("Eetu Kallioniemi", class_id)


@furnishes
def teacher(village: Village, class_id: UUID) -> Someone:
    return village.staff(Role.TEACHER, "Oona Rautasalo", class_id=class_id)


@pytest.fixture
def curator(village: Village) -> Someone:
    return village.staff(Role.CURATOR, "Saara Lehtovirta")


def test_a_curators_day_opens_with_what_presses(
    village: Village, eetu: Someone, teacher: Someone, curator: Someone, visit: Visit, clock: Clock
) -> None:
    urgent = a_request(
        village, eetu, teacher, urgency=Urgency.URGENT, urgency_reason="syy", together=False, together_reason="poissa"
    )
    a_request(village, eetu, teacher, description="Toinen asia")
    with at_work(village, curator) as work:
        request = the_request(work, urgent)
        claim_request(work, request)
        talk = offer_talk(work, request, TalkAt(at=clock.now + timedelta(hours=2), way=TalkWay.IN_PERSON))
        answer_talk(work, request, talk, TalkAnswer.ACCEPTED)
        gone = offer_talk(work, request, TalkAt(at=clock.now + timedelta(hours=3), way=TalkWay.IN_PERSON))
        answer_talk(work, request, gone, TalkAnswer.DECLINED)
    page = visit(curator).get("/")
    assert page.heading == "Worklist"
    for words in (
        "Monday 23 Nov 2026 · Koivurannan koulu",
        "1 request is urgent, due today or late",
        "1 talk today",
        "1 thing waits for you",
        "Time agreed",
        "Toinen asia",
        "11:30 Eetu Kallioniemi",
        "At the latest Tue 24 Nov",
    ):
        assert page.has(words), words
    assert [node.text for node in page.tree.all("h3")] == ["Now", "Later"]
    assert page.follow("Unclaimed 1").has("Toinen asia")
    assert page.form("Claim: Eetu Kallioniemi").submit().has("You handle this request now.")


def test_a_duty_on_the_landing_page_leads_to_its_form(
    village: Village, eetu: Someone, teacher: Someone, curator: Someone, visit: Visit
) -> None:
    request_id = a_request(village, eetu, teacher, together=False, together_reason="poissa")
    with at_work(village, curator) as work:
        claim_request(work, the_request(work, request_id))
    page = visit(curator).get("/").follow("Tell the pupil about the request: Eetu Kallioniemi")
    assert page.form().submit(done_on="23.11.").has("It has been recorded.")


def test_the_queue_of_the_page_is_of_ones_own_service(
    village: Village, eetu: Someone, teacher: Someone, visit: Visit
) -> None:
    a_request(village, eetu, teacher, service=Service.CURATOR, description="Kuraattorille")
    a_request(village, eetu, teacher, service=Service.NURSE, description="Terveydenhoitajalle")
    nurse = visit(village.staff(Role.NURSE, "Mirja Kanervala")).get("/")
    assert nurse.has("Terveydenhoitajalle")
    assert not nurse.has("Kuraattorille")


def test_a_teachers_day_shows_how_far_own_requests_are(
    village: Village, eetu: Someone, teacher: Someone, visit: Visit
) -> None:
    client = visit(teacher)
    client.canaries = (CONTENT,)
    assert client.get("/").has("When a pupil needs support, ask for it together with the pupil.")
    a_request(village, eetu, teacher)
    page = client.get("/")
    assert page.has("Received")
    assert page.has("Eetu Kallioniemi")
    assert page.follow("Ask for support").heading == "Who do you ask support for?"
    assert page.follow("All").heading == "Sent requests"


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.STUDY_COUNSELLOR, Role.SCHOOL_SECRETARY])
def test_other_staff_of_the_school_see_no_case_of_any_pupil(
    village: Village, eetu: Someone, teacher: Someone, visit: Visit, role: Role
) -> None:
    a_request(village, eetu, teacher)
    client = visit(village.staff(role, "Riitta Rehtori"))
    client.canaries = (CONTENT, "Kallioniemi")
    assert client.get("/").has("Ask for support")


@pytest.mark.parametrize(
    "role", [Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR, Role.PROVIDER_COORDINATOR, Role.WELFARE_COORDINATOR]
)
def test_those_without_pupils_see_only_their_own_tasks(
    village: Village, eetu: Someone, teacher: Someone, visit: Visit, role: Role
) -> None:
    a_request(village, eetu, teacher)
    client = visit(village.staff(role, "Tero Turva"))
    client.canaries = (CONTENT, "Kallioniemi")
    page = client.get("/")
    assert "Ask for support" not in page.links
    assert page.has("Your tasks") or page.has("Nothing waits for you")
    client.get("/requests/new", status=404)


def test_a_student_is_greeted_and_finds_help(eetu: Someone, visit: Visit) -> None:
    client = visit(eetu)
    page = client.get("/")
    assert page.heading == "Hello, Eetu!"
    assert page.title.startswith("Home")
    assert page.links["112"] == "tel:112"
    assert page.follow("Ask for help").heading == "Ask for help"
    client.get("/search", status=404)
    client.get("/requests/queue", status=404)


def test_a_guardian_sees_own_requests_only(village: Village, eetu: Someone, teacher: Someone, visit: Visit) -> None:
    a_request(village, eetu, teacher)
    client = visit(village.guardian("Kaisa Sillanpelto", eetu))
    client.canaries = (CONTENT, "Received")
    page = client.get("/")
    assert page.heading == "Hello, Kaisa!"
    assert page.has("Does your child need support?")


def test_own_matters_stand_on_the_page_and_others_do_not(village: Village, eetu: Someone, visit: Visit) -> None:
    curator, other = (village.staff(Role.CURATOR, name) for name in ("Saara Lehtovirta", "Mika Kanervala"))
    case_id = a_bare_case(village, eetu, curator)
    closed = a_bare_case(village, eetu, curator, state=CaseState.CLOSED)
    links = visit(curator).get("/").links.values()
    assert f"/cases/{case_id}" in links
    assert f"/cases/{closed}" not in links
    assert f"/cases/{case_id}" not in visit(other).get("/").links.values()


def test_a_draft_waits_on_the_landing_page(eetu: Someone, teacher: Someone, visit: Visit) -> None:
    for who, words in ((teacher, "Go on with the request: Eetu Kallioniemi"), (eetu, "Go on with your request")):
        client = visit(who)
        form = client.get(f"/requests/new/{eetu.person_id}/ask").form("Continue")
        form.fill(description="Kesken").press("Save the draft")
        assert client.get("/").follow(words).has("Kesken")


def test_seeing_the_page_names_the_pupils_shown_in_the_trail(
    village: Village, eetu: Someone, teacher: Someone, curator: Someone, visit: Visit, ledger: Ledger
) -> None:
    a_request(village, eetu, teacher)
    visit(curator).get("/")
    with ledger.transaction() as transaction:
        seen = select(AuditEvent.body).where(AuditEvent.permission == "worklist:see")
        bodies = list(transaction.session.scalars(seen))
    assert any(eetu.person_id.hex.encode() in body for body in bodies)
    assert not any(b"Kallioniemi" in body for body in bodies)


@pytest.mark.parametrize("is_own", [True, False])
def test_an_administrator_is_told_of_what_the_roster_page_shows_and_of_nobody_elses(
    village: Village, teacher: Someone, visit: Visit, *, is_own: bool
) -> None:
    """A roster of no provider that is here is its importer's own affair."""
    chief = village.staff(Role.ADMINISTRATOR, "Hilla Hallinto")
    importer = chief if is_own else teacher
    with village.work() as work:
        done = RosterImport(
            id=uuid4(), sender="999/o", at=work.now, account_id=importer.account_id, digest="", counts={}
        )
        work.session.add(done)
        work.session.flush()
        work.session.add(RosterReview(id=uuid4(), import_id=done.id, code="vanished"))
    client = visit(chief)
    assert client.get("/").has("1 person to look at") == is_own
    assert client.get("/").has("Nothing to look at") != is_own


def test_a_principal_comes_from_the_landing_page_to_the_page_of_the_own_school_and_a_teacher_does_not(
    village: Village, teacher: Someone, visit: Visit
) -> None:
    page = visit(village.staff(Role.PRINCIPAL, "Riitta Rehtori")).get("/")
    assert page.follow("Koivurannan koulu").heading == "Koivurannan koulu"
    assert "Koivurannan koulu" not in visit(teacher).get("/").links
