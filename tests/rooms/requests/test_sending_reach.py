"""Whom a sender reaches on the pages of sending, and what those pages never show."""

from uuid import uuid4

import pytest

from tests.rooms.requests.conftest import School
from tests.rooms.requests.sending_scene import asked, count, end_teaching, grown_up, told
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.drafts.models import Draft
from welfare.requests.models import ContactRequest
from welfare.rules.actors import Role


def test_the_last_step_waits_for_the_first_two(school: School, visit: Visit) -> None:
    client, url = visit(school.teacher), f"/requests/new/{school.eetu.person_id}"
    assert client.get(f"{url}/check").url.endswith("/ask")
    asked(client, school.eetu)
    page = client.get(f"{url}/check")
    assert page.url.endswith("/tell")
    assert page.has("Answer these questions first.")


def test_sending_twice_makes_one_request(school: School, visit: Visit, ledger: Ledger) -> None:
    client = visit(school.teacher)
    form = told(asked(client, school.eetu)).form("Send the request")
    first, second = form.submit(), form.submit()
    assert first.heading == second.heading
    assert count(ledger, ContactRequest) == 1
    assert count(ledger, Draft) == 0


def test_two_tabs_make_one_request(school: School, visit: Visit, ledger: Ledger) -> None:
    client = visit(school.teacher)
    one = told(asked(client, school.eetu)).form("Send the request")
    other = client.get(f"/requests/new/{school.eetu.person_id}/check").form("Send the request")
    one.submit()
    assert other.submit().url.endswith("/ask")
    assert count(ledger, ContactRequest) == 1


@pytest.mark.parametrize("step", ["ask", "tell", "check", "discard", "drafts/ask"])
def test_a_student_out_of_reach_is_not_there_and_nothing_is_saved(
    school: School, visit: Visit, ledger: Ledger, step: str
) -> None:
    far = school.village.student("Yusuf Karlsmaa", school.village.a_class("9C"))
    client = visit(school.teacher)
    token = client.get(f"/requests/new/{school.eetu.person_id}/ask").form("Continue").data
    for student_id in (far.person_id, uuid4(), school.teacher.person_id):
        url = f"/requests/new/{student_id}/{step}"
        if step != "drafts/ask":
            client.get(url, status=404)
        client.post(url, token, status=404)
    assert (count(ledger, ContactRequest), count(ledger, Draft)) == (0, 0)


def test_a_student_lost_from_the_group_between_the_steps_cannot_be_written_about(
    school: School, visit: Visit, ledger: Ledger
) -> None:
    client = visit(school.teacher)
    form = told(asked(client, school.eetu)).form("Send the request")
    end_teaching(school)
    form.submit(status=404)
    assert count(ledger, ContactRequest) == 0


def test_a_teacher_sees_own_groups_and_finds_nobody_else_by_name(school: School, visit: Visit) -> None:
    school.village.student("Yusuf Karlsmaa", school.village.a_class("9C"))
    client = visit(school.teacher)
    client.canaries = ("Karlsmaa</a>",)
    page = client.get("/requests/new")
    assert [words for words in page.links if " " in words and words.split()[0] in {"Eetu", "Linnea"}] == [
        "Linnea Bergskog",
        "Eetu Kallioniemi",
    ]
    assert page.form("Find").submit(name="karl").has("No pupil found")
    assert "Eetu Kallioniemi" in page.form("Find").submit(name="KALLIÖ").links
    assert page.form("Find").submit(status=422).field_error("name")


def test_a_principal_looks_into_classes(school: School, visit: Visit) -> None:
    classes = [school.village.a_class(name) for name in ("8B", "9C", "9D")]
    school.village.student("Yusuf Karlsmaa", classes[1])
    client = visit(school.village.staff(Role.PRINCIPAL, "Riitta Rehtori"))
    page = client.get("/requests/new")
    assert not page.has("Eetu Kallioniemi")
    page = page.follow("9C")
    assert page.has("Yusuf Karlsmaa")
    assert not page.has("Eetu Kallioniemi")
    assert client.get(f"/requests/new?class={uuid4()}").has("Choose a class")
    assert client.get("/requests/new?class=9C").has("Choose a class")
    assert page.form("Find").submit(name="eetu k").has("Eetu Kallioniemi")


def test_an_adult_students_guardian_is_not_asked_about(school: School, visit: Visit) -> None:
    adult = grown_up(school)
    page = asked(visit(school.teacher), adult)
    assert not page.has("Has the guardian been told?")
    page = page.form("Continue").submit(together="yes")
    assert not page.has("Guardian told")
    page.form("Send the request").submit()


def test_a_restricted_student_shows_no_place(school: School, visit: Visit) -> None:
    hidden = school.village.student("Aino Suojattu", school.class_id, is_restricted=True)
    client = visit(school.teacher)
    client.canaries = ("Kaislapolku", "69999")
    told(asked(client, hidden)).form("Send the request").submit()
    curator = visit(school.curator)
    curator.canaries = client.canaries
    curator.get("/requests/queue").form("Claim: Aino Suojattu").submit()
