"""Three steps to a request, each a page of its own; nothing typed is lost, and no student is reached from outside."""

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from tests.builders import BEGINNING, Someone
from tests.client import Client, Page
from tests.rooms.requests.conftest import School
from welfare.audit.ledger import Ledger
from welfare.drafts.models import Draft
from welfare.people.models import Guardianship, Teaching
from welfare.requests.models import ContactRequest
from welfare.rules.actors import Role

Visit = Callable[[Someone], Client]


def count(ledger: Ledger, model: type[ContactRequest] | type[Draft]) -> int:
    with ledger.transaction() as transaction:
        return transaction.session.scalar(select(func.count()).select_from(model)) or 0


def asked(client: Client, student: Someone, **changes: str) -> Page:
    """Fill in the first step and come to the second."""
    answers = {"service": "curator", "urgency": "normal", "subject": "family", "description": "Hän kertoi asiasta."}
    page = client.get(f"/requests/new/{student.person_id}/ask")
    return page.form("Continue").fill(**{**answers, **changes}).submit()


def told(page: Page, **changes: str) -> Page:
    """Fill in the second step and come to the third."""
    answers = {"together": "yes", "guardian_told": "not_yet", "wish": "Ei koko luokalle."}
    return page.form("Continue").fill(**{**answers, **changes}).submit()


def test_staff_send_a_request_in_three_steps(school: School, visit: Visit) -> None:
    client = visit(school.teacher)
    client.names = ("Eetu", "Kallioniemi")
    page = client.get("/").follow("Ask for support").follow("Eetu Kallioniemi")
    assert page.heading == "Ask for support for a pupil"
    assert page.has("A talk at the latest on the 7th school day, Wed 2 Dec")
    assert page.has("call 112 first")
    page = told(asked(client, school.eetu))
    assert page.heading == "Check and send"
    for words in (
        "Eetu Kallioniemi, 7A",
        "Curator Saara Lehtovirta and the pupil. You keep a receipt number",
        "A talk at the latest Wed 2 Dec",
        "Hän kertoi asiasta.",
        "Not yet. The receiver gets the task",
        "Ei koko luokalle.",
    ):
        assert page.has(words), words
    done = page.form("Send the request").submit()
    assert done.heading.startswith("Receipt ")
    assert done.flashes[0] == "The request has been sent."
    assert done.has("A talk is offered so that it can be held at the latest on 2 Dec 2026.")
    assert not done.has("Hän kertoi asiasta.")
    queue = visit(school.curator).get("/requests/queue")
    assert queue.has("Eetu Kallioniemi")
    assert queue.has("School staff asks: Family. Hän kertoi asiasta.")


def test_a_student_asks_for_help_with_hardly_a_word(school: School, visit: Visit) -> None:
    client = visit(school.eetu)
    page = client.get("/").follow("Ask for help")
    assert page.heading == "Ask for help"
    page = page.form("Continue").submit(service="psychologist")
    assert not page.has("Are you making the request together")
    page = page.form("Continue").submit()
    assert page.has("Your teachers do not see it, and nobody tells your guardians that you have asked.")
    assert page.form("Send the request").submit().has("The request has been sent.")
    page = visit(school.village.staff(Role.PSYCHOLOGIST, "Pia Psyke")).get("/requests/queue")
    assert page.has("The pupil asks.")


def test_a_guardian_asks_for_an_own_child(school: School, visit: Visit) -> None:
    client = visit(school.village.guardian("Kaisa Kallioniemi", school.eetu))
    page = client.get("/").follow("Ask for support")
    assert page.has("Eetu Kallioniemi, 7A")
    page = page.form("Continue").submit(service="curator", urgency="normal", subject="family", description="Riitoja.")
    page = page.form("Continue").submit()
    assert page.form("Send the request").submit().has("The request has been sent.")


def test_a_guardian_of_two_chooses_between_them_and_an_adult_child_is_not_there(school: School, visit: Visit) -> None:
    guardian = school.village.guardian("Kaisa Kallioniemi", school.eetu)
    grown, little = grown_up(school), school.village.student("Noora Kallioniemi", school.class_id)
    for child in (grown, little):
        add_ward(school, guardian, child)
    page = visit(guardian).get("/requests/new")
    assert sorted(words for words in page.links if words.endswith(("niemi", "pistö"))) == [
        "Eetu Kallioniemi",
        "Noora Kallioniemi",
    ]
    visit(guardian).get(f"/requests/new/{grown.person_id}/ask", status=404)


def test_each_missing_answer_is_named_and_what_was_typed_stays(school: School, visit: Visit, ledger: Ledger) -> None:
    client = visit(school.teacher)
    page = (
        client.get(f"/requests/new/{school.eetu.person_id}/ask")
        .form("Continue")
        .submit(status=422, urgency="urgent", description="Puhui itsensä satuttamisesta.")
    )
    assert page.title.startswith("Error:")
    assert page.errors == ["Choose who the request is for", "Write why it is urgent", "Choose the subject"]
    assert page.has("Puhui itsensä satuttamisesta.")
    page = asked(client, school.eetu)
    page = page.form("Continue").submit(status=422, together="no", student_told_on="eilen", guardian_told="told")
    assert page.errors == [
        "Write why the request was not made together",
        "When was the pupil told? – Write the day as day.month.year, for example 23.11.2026",
        "Write the day when the guardian was told",
    ]
    page = page.form("Continue").submit(status=422, together_reason="poissa", student_told_on="24.11.2026")
    assert page.field_error("student_told_on").endswith("The day has not come yet. Write a day that has been")
    assert count(ledger, ContactRequest) == 0


@pytest.mark.parametrize("bad", ["nul \0 sign", "turned \u202e round", "x" * 4001, "   "])
def test_bad_text_ends_at_its_field(school: School, visit: Visit, bad: str) -> None:
    page = visit(school.teacher).get(f"/requests/new/{school.eetu.person_id}/ask")
    page = page.form("Continue").submit(
        status=422, service="curator", urgency="normal", subject="family", description=bad
    )
    assert page.field_error("description")


@pytest.mark.parametrize(
    ("field", "value"), [("service", "doctor"), ("service", "priest"), ("subject", "discipline"), ("urgency", "soon")]
)
def test_an_answer_that_was_not_offered_cannot_be_given(school: School, visit: Visit, field: str, value: str) -> None:
    page = visit(school.teacher).get(f"/requests/new/{school.eetu.person_id}/ask")
    answers = {"service": "curator", "urgency": "normal", "subject": "family", "description": "Asia."}
    page = page.form("Continue").fill(**{**answers, field: value}).submit(status=422)
    assert page.field_error(field)


def test_decomposed_letters_are_kept_composed(school: School, visit: Visit) -> None:
    page = told(asked(visit(school.teacher), school.eetu, description="Ha\u0308n kertoi."))
    assert page.has("Hän kertoi.")


def test_leaving_keeps_the_draft_and_discarding_removes_it(school: School, visit: Visit, ledger: Ledger) -> None:
    client = visit(school.teacher)
    asked(client, school.eetu, description="Kesken jäänyt.")
    page = client.get("/requests").follow("Go on with the request: Eetu Kallioniemi")
    assert page.has("Kesken jäänyt.")
    assert page.has("Draft saved at 9:30")
    page = client.get("/requests").follow("Discard the draft: Eetu Kallioniemi")
    assert page.has("thrown away")
    assert count(ledger, Draft) == 1
    assert page.form().submit().has("The draft has been thrown away.")
    assert count(ledger, Draft) == 0
    assert not client.get(f"/requests/new/{school.eetu.person_id}/ask").has("Kesken jäänyt.")


def test_a_draft_is_its_writers_alone(school: School, visit: Visit) -> None:
    asked(visit(school.teacher), school.eetu, description="Kesken jäänyt.")
    other = visit(school.curator)
    other.canaries = ("Kesken jäänyt",)
    other.get(f"/requests/new/{school.eetu.person_id}/ask")
    other.get("/requests")


def test_autosave_and_the_draft_button_keep_unfinished_and_even_bad_answers(
    school: School, visit: Visit, ledger: Ledger
) -> None:
    client = visit(school.teacher)
    url = f"/requests/new/{school.eetu.person_id}"
    form = client.get(f"{url}/ask").form("Continue").fill(description="Alku \0 ja loppu")
    client.post(f"{url}/drafts/ask", form.data, status=204)
    assert client.get(f"{url}/ask").has("Alku \ufffd ja loppu")
    page = client.get(f"{url}/ask").form("Continue").fill(description="Toinen").press("Save the draft")
    assert page.has("The draft has been saved.")
    form = client.get(f"{url}/tell").form("Continue").fill(wish="Kesken", student_told_on="en muista")
    client.post(f"{url}/drafts/tell", form.data, status=204)
    assert client.get(f"{url}/tell").has("Kesken")
    assert count(ledger, ContactRequest) == 0


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


def add_ward(school: School, guardian: Someone, student: Someone) -> None:
    """One more child of a guardian."""
    with school.village.work() as work:
        work.session.add(ward_of(guardian.person_id, student.person_id))


def ward_of(guardian_id: UUID, student_id: UUID) -> Guardianship:
    """A guardianship with custody."""
    return Guardianship(
        guardian_id=guardian_id,
        student_id=student_id,
        has_custody=True,
        decides=True,
        may_receive_information=True,
        begins_on=BEGINNING,
    )


def end_teaching(school: School) -> None:
    """The teacher no longer has the group."""
    with school.village.work() as work:
        teaching = work.session.scalars(select(Teaching).where(Teaching.person_id == school.teacher.person_id)).one()
        teaching.ends_on = BEGINNING


def grown_up(school: School) -> Someone:
    """A student of eighteen."""
    return school.village.student("Onni Lepistö", school.class_id, of_age_on=date(2026, 11, 1))
