"""Log information: received, due, given or refused in writing, sent and closed (ATL 11 §, GDPR 12 and 15)."""

from itertools import islice
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import a_will, an_assessment
from tests.builders_services import a_client
from tests.client import Client, Page
from tests.clock import Clock
from tests.page_tree import Node
from tests.rooms.datarights.conftest import Desk
from tests.signing_in import Visit
from welfare.datarights.models import LogRequest
from welfare.datarights.pages.papers import decision_paper
from welfare.datarights.pages.request import PREVIEW
from welfare.oversight.permission_words import DEED_WORDS
from welfare.people.models import Assignment, Person
from welfare.rules.actors import Role
from welfare.rules.consent import ConsentKind
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register

GUARDIAN = {"asker": "guardian"}


def report_lines(desk: Desk, url: str) -> list[str]:
    """The report as a table, its heads first."""
    return desk.client.get(f"{url}/report.csv").text.splitlines()


def test_a_request_is_found_by_name_received_with_its_last_day_given_sent_and_closed(desk: Desk) -> None:
    desk.looked()
    page = desk.client.get("/rights/logs").follow("Receive a request")
    page = page.form("Find the person").submit(name="metsäpelto")
    form = page.follow("Aada Metsäpelto").form("Receive the request")
    page = form.submit(asker="oneself", identity_way="document", received_on="20.11.2026", language="fi")
    assert page.has("20 Dec 2026")
    assert page.has("27 days left")
    url = page.url
    page = page.form("Give the log").submit()
    assert desk.client.get(f"{url}/report.pdf").response.data.startswith(b"%PDF")
    page = desk.client.get(url).follow("Mark the answer as sent").form("Save").submit(by="post")
    assert page.has("Answered in time")
    page = page.form("Close the request about the log").submit()
    assert page.has("Nothing waits for an answer")
    assert page.has("Closed")


def test_the_list_has_the_soonest_first_and_says_how_each_stands(desk: Desk) -> None:
    desk.receive(received_on="19.10.2026")
    desk.receive(received_on="26.10.2026")
    desk.receive(received_on="20.11.2026")
    shown = desk.client.get("/rights/logs").by_id("waiting").text
    words = ["4 days late", "3 days left", "27 days left"]
    assert [words for words in words if words in shown] == words
    assert sorted(words, key=shown.index) == words


def test_the_report_tells_who_in_which_post_when_what_and_why(desk: Desk) -> None:
    desk.looked()
    url = desk.granted()
    lines = report_lines(desk, url)
    assert lines[0] == "Day,Time,Who,Post and unit,What,Why"
    told = '23 Nov 2026,9:30,Saara Lehtovirta,"Curator, Koivurannan koulu",'
    assert f"{told}Reading a journal,member of the expert group" in lines
    finnish = desk.client.get(f"{url}/report.csv?language=fi").text.splitlines()
    assert any(line.startswith('23.11.2026,9.30,Saara Lehtovirta,"Kuraattori, Koivurannan koulu"') for line in finnish)


def test_what_was_done_after_the_decision_is_not_in_the_report(desk: Desk, clock: Clock) -> None:
    desk.looked()
    url = desk.granted()
    before = report_lines(desk, url)
    clock.forward(minutes=5)
    desk.looked(Permission.CASE_READ)
    assert report_lines(desk, url) == before


def test_refused_attempts_and_other_peoples_events_are_not_use_of_these_data(desk: Desk) -> None:
    other = desk.village.student("Eetu Kallio", desk.village.a_class("9A"))
    desk.deeds.leave(desk.curator, Permission.CASE_READ, about=other.person_id)
    desk.looked(Permission.PLAN_READ)
    url = desk.granted()
    told = report_lines(desk, url)
    assert any("Reading a plan" in line for line in told)
    assert not any("Reading a matter" in line for line in told)


def test_one_persons_visit_of_a_day_stands_on_one_line_of_the_page(desk: Desk) -> None:
    desk.looked(times=3)
    page = desk.client.get(desk.receive())
    assert page.by_id("log").text.count("Reading a journal × 3") == 1


def test_families_are_never_named_in_a_log(desk: Desk, visit: Visit) -> None:
    desk.looked()
    with desk.village.work() as work:  # the directory opens the mother's name, in the pupil's own log
        work.note(desk.village.provider_id, Register.WELFARE, ("person", desk.pupil.person_id))
    visit(desk.mother).get("/plans")
    told = "\n".join(report_lines(desk, desk.granted()))
    assert "Saara Lehtovirta" in told
    assert "Tiina" not in told


def test_a_guardian_of_a_hidden_family_gets_no_name_unit_or_hour(desk: Desk) -> None:
    desk.looked()
    with desk.village.work() as work:
        work.session.get_one(Person, desk.pupil.person_id).is_restricted = True
    own, mothers = desk.granted(), desk.granted(**GUARDIAN, guardian=str(desk.mother.person_id))
    assert any("Saara Lehtovirta" in line for line in report_lines(desk, own))
    lines = report_lines(desk, mothers)
    assert lines[0] == "Day,Post,What,Why"
    assert not any(word in "\n".join(lines) for word in ("Saara", "Koivurannan", "9:30"))
    page = desk.client.get(mothers)
    assert page.has("names, units and times of day are left out")
    assert "Koivurannan" not in page.by_id("log").text


def test_an_account_of_lawfulness_that_is_asked_for_is_written_before_the_log_is_given(desk: Desk) -> None:
    url = desk.receive(wants_account="1")
    page = desk.client.get(url).form("Give the log").submit(status=422)
    assert page.has("The account is asked for: write it.")
    page = page.form("Give the log").submit(account="Katselu kuului tehtävään.")
    assert page.has("Katselu kuului tehtävään.")


def test_a_refusal_is_a_written_decision_with_its_ground_and_the_way_on(desk: Desk) -> None:
    url = desk.receive()
    page = desk.client.get(url).follow("Refuse").form("Make the decision").submit(status=422)
    assert len(page.errors) == 2
    page = page.form("Make the decision").submit(why="rights_of_others", grounds="Toisen turvallisuus.")
    assert page.has("TSL section\u00a034(1)")
    assert desk.client.get(f"{url}/decision.pdf").response.data.startswith(b"%PDF")
    desk.client.get(f"{url}/report.pdf", status=404)


def test_steps_are_taken_once_and_in_their_order(desk: Desk) -> None:
    url = desk.granted()
    page = desk.client.get(f"{url}/refuse").form("Make the decision").submit(why="no_right", grounds="Myöhässä.")
    assert page.has("The request has gone on in the meantime.")
    assert page.has("Report made")
    desk.client.get(f"{url}/decision.pdf", status=404)


def _county_officer(village: Village) -> Someone:
    officer = village.staff(Role.DATA_PROTECTION_OFFICER, "Kalle Vahti")
    with village.work() as work:
        post = work.session.scalars(select(Assignment).where(Assignment.person_id == officer.person_id)).one()
        post.organisation_id = post.employer_id = village.county_id
    return officer


def test_a_county_has_two_months_and_gives_what_is_older_than_two_years_for_a_reason_alone(
    desk: Desk, visit: Visit
) -> None:
    client = visit(_county_officer(desk.village))
    page = client.get("/rights/logs/new/unknown")
    answers = {
        "name": "Aada Metsäpelto",
        "register": f"{desk.village.county_id}:social",
        "asker": "oneself",
        "identity_way": "document",
        "received_on": "20.11.2026",
        "since_on": "1.1.2024",
        "language": "fi",
    }
    page = page.form("Receive the request").fill(**answers).submit(status=422)
    assert page.has("Write the special reason, or choose a first day within two years.")
    page = page.form("Receive the request").submit(special_reason="Rikosepäily vuodelta 2024.")
    assert page.has("20 Jan 2027")
    assert page.has("Rikosepäily vuodelta 2024.")


def _answer_of(desk: Desk, url: str) -> tuple[list[str], str]:
    """What the officer is told when trying to give it, and what the decision says, without its number and moment."""
    page = desk.client.get(url).form("Give the log").submit(status=422)
    errors = page.errors
    page = page.follow("Refuse").form("Make the decision").submit(why="no_right", grounds="Oikeutta ei ole osoitettu.")
    return errors, _decision_text(desk, url)


def _decision_text(desk: Desk, url: str) -> str:
    app = desk.client.app
    with app.test_request_context(), desk.village.work() as work:
        row = work.session.get_one(LogRequest, UUID(url.rsplit("/", 1)[1].partition("?")[0]))
        paper = decision_paper(work, row, "en")
        return f"{paper.content() | {'number': ''}} by {row.due_on}"


def test_a_person_who_never_existed_is_answered_like_one_without_rights(desk: Desk) -> None:
    will_id = a_will(
        desk.village, None, desk.pupil, ConsentKind.MINOR_PROHIBITION, named=desk.mother, has_weighty_reason=True
    )
    an_assessment(desk.village, will_id, desk.curator)
    desk.looked()
    told = {"asker": "guardian", "asker_name": "Tiina Metsäpelto", "name": "Aada Metsäpelto"}
    known = desk.receive(**{**told, "guardian": str(desk.mother.person_id)})
    never = desk.receive("unknown", **told)
    assert _answer_of(desk, known) == _answer_of(desk, never)


def test_a_guardian_whom_nobody_has_shut_out_is_told(desk: Desk) -> None:
    desk.looked()
    url = desk.granted(**GUARDIAN, guardian=str(desk.mother.person_id))
    assert len(report_lines(desk, url)) > 1


def test_a_guardian_is_told_no_prohibition_no_emergency_and_nothing_that_others_of_the_family_did(
    desk: Desk, visit: Visit
) -> None:
    father = desk.village.guardian("Jari Metsäpelto", desk.pupil)
    desk.looked()
    kept = (Permission.PROHIBITION_RECORD, Permission.EMERGENCY_READ, Permission.LOG_REVIEW_HANDLE)
    for permission in (*kept, Permission.BREACH_HANDLE):
        desk.looked(permission)
    for who in (desk.pupil, father, desk.mother):
        visit(who).get(f"/own/{desk.pupil.person_id}/read")
    own = report_lines(desk, desk.granted())
    mothers = report_lines(desk, desk.granted(**GUARDIAN, guardian=str(desk.mother.person_id)))
    assert any(",Reading a journal," in line for line in mothers)
    for words in (
        "Recording a minor’s prohibition",
        "mergency",
        str(DEED_WORDS[Permission.LOG_REVIEW_HANDLE]),
        str(DEED_WORDS[Permission.BREACH_HANDLE]),
        ',"Student, ',
        "Receiving a request for log information",
    ):
        assert any(words in line for line in own)
        assert not any(words in line for line in mothers)
    assert [sum(',"Guardian, ' in line for line in lines) for lines in (own, mothers)] == [2, 1]


def test_a_guardian_who_is_none_any_more_is_not_told(desk: Desk) -> None:
    with desk.village.work() as work:
        work.session.get_one(Person, desk.pupil.person_id).of_age_on = work.facts.on
    url = desk.receive(**GUARDIAN, guardian=str(desk.mother.person_id))
    page = desk.client.get(url).form("Give the log").submit(status=422)
    assert page.errors == ["Whoever asks has no right to this log today. Refuse the request."]


@pytest.mark.parametrize("role", [Role.CURATOR, Role.PRINCIPAL, Role.ADMINISTRATOR])
def test_nobody_else_finds_the_desk(desk: Desk, visit: Visit, role: Role) -> None:
    url = desk.receive()
    client = visit(desk.village.staff(role, "Eino Muu"))
    nowhere = client.get(f"/rights/logs/{uuid4()}", status=404)
    for address in ("/rights/logs", url, f"{url}/report.csv", f"/rights/logs/new/{desk.pupil.person_id}"):
        assert client.get(address, status=404).main == nowhere.main


def test_an_officer_of_another_controller_finds_neither_the_request_nor_the_person(desk: Desk, visit: Visit) -> None:
    url = desk.receive()
    stranger: Client = visit(_county_officer(desk.village))
    for address in (url, f"/rights/logs/new/{desk.pupil.person_id}"):
        gone: Page = stranger.get(address, status=404)
        assert gone.main == stranger.get(f"/rights/logs/new/{uuid4()}", status=404).main
    assert "Aada" not in stranger.get("/rights/logs").text


def test_a_county_finds_a_pupil_among_its_own_clients_alone(desk: Desk, visit: Visit) -> None:
    client = visit(_county_officer(desk.village))
    page = client.get("/rights/logs/new").form("Find the person").submit(name="Aada")
    assert page.has("Nobody was found")
    a_client(desk.village, desk.pupil, desk.curator)
    page = client.get("/rights/logs/new").form("Find the person").submit(name="Aada")
    page = page.follow("Aada Metsäpelto")
    assert page.has("Curator’s client register, Rannan hyvinvointialue")


def test_the_officer_sees_the_newest_lines_and_all_of_them_when_asked(desk: Desk) -> None:
    for deed in islice(DEED_WORDS, PREVIEW + 1):
        desk.looked(Permission(deed))
    page = desk.client.get(desk.receive())
    assert len(_who(page)) == PREVIEW
    name = next(name for name in page.links if name.startswith("Show all"))
    page = page.follow(name)
    assert name == f"Show all {len(_who(page))} lines"
    assert len(_who(page)) > PREVIEW
    assert not page.has("Show all")


def _who(page: Page) -> list[Node]:
    return page.by_id("log").all("td", when=lambda cell: cell.get("data-label") == "Who")
