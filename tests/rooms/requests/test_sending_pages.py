"""Three steps to a request, each a page of its own; nothing typed is lost, and no student is reached from outside."""

import pytest

from tests.rooms.requests.conftest import School
from tests.rooms.requests.sending_scene import add_ward, asked, count, grown_up, told
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.drafts.models import Draft
from welfare.requests.models import ContactRequest
from welfare.rules.actors import Role


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
