"""The life of a matter in the browser, from the proposal to the reopening."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Village
from tests.builders_cases import People, a_bare_case, a_case, a_will
from tests.client import Page
from tests.clock import Clock
from tests.recording import record_answer
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.consent import ConsentKind

EVALUATION: dict[str, Any] = {"reached": "The mornings work.", "judges": ["student", "group"]}


def test_a_curator_proposes_a_matter_records_the_consents_and_opens_it(people: People, visit: Visit) -> None:
    client = visit(people.curator)
    page = client.get("/cases").follow("Propose a matter").follow("Aada Metsäpelto")
    form = page.form("Propose the matter").choose(subject="Attendance and absences", initiator="The pupil")
    page = form.submit(title="Mornings", background="Late in the mornings.", initiated_on="20.11.2026")
    assert page.heading == "Aada Metsäpelto"
    assert page.title.startswith("2026–27/KOI/001")
    assert page.has("The matter 2026–27/KOI/001 is proposed.")

    lacking = page.follow("Open the matter").form("Open the matter").submit(status=422)
    assert "The consent to handle the matter in a group is missing" in lacking.errors
    assert "A consent that names a member is missing" in lacking.errors

    case_id = UUID(page.url.rpartition("/")[2])
    page = record_answer(client, case_id, "group-handling", people.student)
    assert page.has("The consent is recorded and in force.")
    record_answer(client, case_id, "group-member", people.student, member=str(people.curator.person_id))
    page = client.get(f"/cases/{case_id}").follow("Open the matter").form("Open the matter").submit()
    assert page.has("The matter is open. The group may meet and write.")
    assert page.has("you are the responsible person of the expert group since 23 Nov 2026")


def test_numbers_run_on_within_the_school_year(village: Village, people: People, visit: Visit) -> None:
    other = village.student("Elias Koskela", village.a_class("9A"))
    titles = [propose(visit, people, student_id).title for student_id in (people.student.person_id, other.person_id)]
    assert [title.split(" ")[0] for title in titles] == ["2026–27/KOI/001", "2026–27/KOI/002"]


def test_proposals_made_at_once_and_beside_older_matters_each_get_a_number(
    village: Village, people: People, visit: Visit
) -> None:
    a_case(village, people.student, people.nurse)
    with ThreadPoolExecutor(4) as pool:
        pages = list(pool.map(lambda _turn: propose(visit, people, people.student.person_id), range(4)))
    assert sorted(page.title.split(" ")[0] for page in pages) == [f"2026–27/KOI/{n:03}" for n in range(2, 6)]


def propose(visit: Visit, people: People, student_id: UUID, **changes: str) -> Page:
    """Send a whole proposal."""
    answers: dict[str, Any] = {
        "subject": "learning",
        "title": "Reading",
        "background": "Reading is slow.",
        "initiator": "student",
        "initiated_on": "20.11.2026",
    }
    form = visit(people.curator).get(f"/cases/new/{student_id}").form("Propose the matter")
    return form.fill(**(answers | changes)).submit()


def test_a_proposal_sent_twice_is_one_matter(people: People, visit: Visit) -> None:
    client = visit(people.curator)
    form = client.get(f"/cases/new/{people.student.person_id}").form("Propose the matter")
    form.fill(subject="learning", title="T", background="B", initiator="student")
    first, second = form.submit(), form.submit()
    assert first.url == second.url
    assert client.get("/cases").has("All 1")


@pytest.mark.parametrize("subject", ["discipline", "support_decision", "nonsense"])
def test_order_at_school_and_support_decisions_are_no_subjects_of_a_group(
    people: People, visit: Visit, subject: str
) -> None:
    form = visit(people.curator).get(f"/cases/new/{people.student.person_id}").form("Propose the matter")
    assert "discipline" not in form.options["subject"].values()
    form.data["subject"] = subject
    page = form.submit(title="T", background="B", initiator="student", status=422)
    assert page.field_error("subject")
    assert page.form("Propose the matter").data["background"] == "B"


@pytest.mark.parametrize("role", [Role.TEACHER, Role.SPECIAL_TEACHER, Role.PRINCIPAL, Role.STUDY_COUNSELLOR])
def test_only_welfare_professionals_propose(village: Village, people: People, visit: Visit, role: Role) -> None:
    client = visit(village.staff(role, "Ulla Muu"))
    client.get("/cases/new", status=404)
    client.get(f"/cases/new/{people.student.person_id}", status=404)
    assert not client.get("/cases").has("Propose a matter")


def test_the_pupil_is_found_by_words_that_stand_in_no_address_and_are_kept_as_a_keyed_hash(
    village: Village, people: People, visit: Visit, ledger: Ledger
) -> None:
    village.student("Eetu Kallioniemi", village.a_class("7K"))
    client = visit(people.curator)
    page = client.get("/cases/new")
    assert page.has("Eetu Kallioniemi")
    assert page.has("Aada")
    found = page.form("Search").submit(words="kallio")
    assert found.has("Eetu Kallioniemi")
    assert not found.has("Aada")
    assert found.url == "/cases/new"
    assert client.get("/cases/new").form("Search").submit(words="7k").has("Eetu Kallioniemi")
    assert page.form("Search").submit(words="a\0b", status=422).field_error("words")
    with ledger.transaction() as transaction:
        bodies = [bytes(body) for body in transaction.session.scalars(select(AuditEvent.body))]
    assert sum(b'"search":' in body for body in bodies) == 2
    assert not any(b"kallio" in body for body in bodies)


def test_a_curator_of_another_school_proposes_nothing_for_this_pupil(
    village: Village, people: People, visit: Visit
) -> None:
    stranger = village.staff(Role.CURATOR, "Kaisa Kaukana", school_id=village.another_school())
    client = visit(stranger)
    client.get(f"/cases/new/{people.student.person_id}", status=404)
    assert not client.get("/cases/new").has("Aada")


def test_steps_go_on_and_back_and_some_ask_why(village: Village, people: People, visit: Visit) -> None:
    case_id = a_case(village, people.student, people.curator)
    client = visit(people.curator)
    page = client.get(f"/cases/{case_id}").follow("Move to follow-up").form("Move the matter to follow-up").submit()
    assert page.has("In follow-up")
    page = page.follow("Close the matter").form("Close the matter").submit(**EVALUATION)
    assert page.has("The matter has been closed.")
    page = client.get(f"/cases/{case_id}")
    assert page.has("Closed")
    reopening = page.follow("Reopen the matter")
    assert reopening.heading == "Reopen the matter"
    refused = reopening.form("Reopen the matter").submit(status=422)
    assert refused.field_error("reason")
    assert refused.form("Reopen the matter").submit(reason="It began again.").has("Open")


def test_closing_asks_what_was_reached_and_by_whom_that_was_judged(
    village: Village, people: People, visit: Visit
) -> None:
    case_id = a_case(village, people.student, people.curator, people.nurse)
    client = visit(people.curator)
    form = client.get(f"/cases/{case_id}/steps/close").form("Close the matter")
    page = form.submit(reached="", status=422)
    assert page.field_error("reached")
    assert page.field_error("judges")
    page = page.form("Close the matter").submit(reached="x" * 10_001, judges="student", status=422)
    assert "too long" in page.field_error("reached")
    assert client.get(f"/cases/{case_id}").has("Open")
    page.form("Close the matter").submit(reached="The mornings work.", judges=["student", "group"])
    page = visit(people.nurse).get(f"/cases/{case_id}", status=200)
    assert page.has("What was reached, 23 Nov 2026 The mornings work. Judged by: The pupil, The group")


def test_a_proposal_that_was_never_opened_is_closed_with_a_reason_alone(
    village: Village, people: People, visit: Visit
) -> None:
    case_id = a_bare_case(village, people.student, people.curator, state=CaseState.PROPOSED)
    form = visit(people.curator).get(f"/cases/{case_id}/steps/close").form("Close the matter")
    assert "reached" not in form.data
    page = form.submit(reason="No consent was given.")
    assert page.url == f"/cases/{case_id}"
    assert not page.has("How did it go for the pupil?")


def test_a_step_that_the_matter_does_not_know_is_not_there(village: Village, people: People, visit: Visit) -> None:
    case_id = a_bare_case(village, people.student, people.curator, state=CaseState.PROPOSED)
    visit(people.curator).get(f"/cases/{case_id}/steps/follow-up", status=404)
    visit(people.curator).get(f"/cases/{case_id}/steps/close")


def test_a_closed_matter_is_reopened_only_with_consents_in_force(
    village: Village, people: People, visit: Visit
) -> None:
    case_id = a_bare_case(village, people.student, people.curator, state=CaseState.CLOSED)
    page = visit(people.curator).get(f"/cases/{case_id}/steps/open").form("Reopen the matter")
    assert page.submit(reason="Again.", status=422).has("The consent to handle the matter in a group is missing")


def test_reopening_says_which_consents_ended_with_the_closing_and_are_asked_anew(
    village: Village, people: People, visit: Visit, clock: Clock
) -> None:
    case_id = a_bare_case(village, people.student, people.curator, state=CaseState.OPEN)
    a_will(village, case_id, people.student, ConsentKind.GROUP_HANDLING, valid_to=None)
    a_will(village, case_id, people.student, ConsentKind.GROUP_MEMBER, named=people.curator, valid_to=None)
    client = visit(people.curator)
    outsider: dict[str, Any] = {"outsider_name": "Sanni Korpijoki", "outsider_role": "youth worker"}
    record_answer(
        client, case_id, "outsider-participation", people.student, scope="Afternoons.", valid_to="", **outsider
    )
    assert not client.get(f"/cases/{case_id}").has("Nobody from outside the group takes part without one.")
    clock.forward(minutes=1)
    client.get(f"/cases/{case_id}/steps/close").form("Close the matter").submit(reason="Done.", **EVALUATION)
    page = client.get(f"/cases/{case_id}/steps/open")
    assert page.has("Reopening does not bring them back: they are asked anew.")
    assert page.main.count("Missing:") == 2
    assert page.has("Asked anew, if still needed")
    assert page.has("Sanni Korpijoki")
    assert page.form("Reopen the matter").submit(reason="Again.", status=422).errors
    clock.forward(minutes=1)
    record_answer(client, case_id, "group-handling", people.student)
    record_answer(client, case_id, "group-member", people.student, member=str(people.curator.person_id))
    page = client.get(f"/cases/{case_id}/steps/open")
    assert not page.has("Missing:")
    page = page.form("Reopen the matter").submit(reason="Again.")
    assert page.has("No consent in force: ")
    assert page.has("Nobody from outside the group takes part without one.")


def test_another_subject_is_offered_as_another_matter(village: Village, people: People, visit: Visit) -> None:
    case_id = a_case(village, people.student, people.curator)
    page = visit(people.curator).get(f"/cases/{case_id}").follow("Propose another matter of the same pupil")
    assert page.heading == "Propose a matter"
    assert page.has("Aada Metsäpelto")
