"""When a matter is closed its pupil is asked three questions, once, and nobody learns who answered what (rule 38)."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import inspect, select

from tests.builders import Someone, Village
from tests.builders_cases import People, a_case, a_will
from tests.client import Client, Page
from tests.clock import Clock
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.audit.models import AuditEvent
from welfare.drafts.models import Draft
from welfare.feedback.models import FeedbackOffer, FeedbackTally
from welfare.rules.actors import Role
from welfare.rules.consent import ConsentKind
from welfare.rules.feedback import FeedbackQuestion, OfferState

CLOSING = {"reached": "Aamut sujuvat.", "judges": "student"}
THANKS = "Thank you. Your answers are counted with those of others"


@dataclass(frozen=True)
class Scene:
    """Aada's open matter, led by Saara; the provider has a coordinator."""

    village: Village
    people: People
    coordinator: Someone
    case_id: UUID

    @property
    def offers(self) -> list[FeedbackOffer]:
        """Every offer there is."""
        with self.village.ledger.transaction() as transaction:
            found = list(transaction.session.scalars(select(FeedbackOffer)))
            transaction.session.expunge_all()
            return found

    def counted(self) -> dict[tuple[FeedbackQuestion, int], tuple[int, int]]:
        """How often each answer is shown and waits, where it is either."""
        with self.village.ledger.transaction() as transaction:
            rows = list(transaction.session.scalars(select(FeedbackTally)))
            return {(row.question, row.grade): (row.shown, row.waiting) for row in rows if row.shown or row.waiting}


@furnishes
def scene(village: Village) -> Scene:
    people = People.of(village)
    coordinator = village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")
    return Scene(village, people, coordinator, a_case(village, people.student, people.curator, people.nurse))


def close(client: Client, case_id: UUID) -> Page:
    form = client.get(f"/cases/{case_id}/steps/close").form("Close the matter")
    return form.fill(**CLOSING).submit()


def grades(helped: int = 4, heard: int = 5, again: int = 3) -> dict[str, Any]:
    return {"secret_helped": str(helped), "secret_heard": str(heard), "secret_again": str(again)}


def test_after_the_closing_the_questions_are_offered_and_answered_on_the_workers_device(
    scene: Scene, visit: Visit
) -> None:
    saara = visit(scene.people.curator)
    page = close(saara, scene.case_id)
    assert page.has("The matter has been closed.")
    assert page.heading == "How did it go for the pupil?"
    page = page.follow("Give the pupil this device")
    assert page.heading == "How did it go?"
    assert "Aada" not in page.main
    assert "KOI/" not in page.text
    page = page.form("Send the answers").submit(**grades())
    assert page.has(THANKS)
    assert page.has("Given")
    assert [offer.state for offer in scene.offers] == [OfferState.GIVEN]
    assert scene.counted() == {
        (FeedbackQuestion.HELPED, 4): (0, 1),
        (FeedbackQuestion.HEARD, 5): (0, 1),
        (FeedbackQuestion.AGAIN, 3): (0, 1),
    }


def test_the_pupil_answers_on_the_own_page(scene: Scene, visit: Visit) -> None:
    aada = visit(scene.people.student)
    assert "Answer three questions" not in aada.get("/").text
    close(visit(scene.people.curator), scene.case_id)
    page = aada.get("/")
    assert page.has("Your matter was closed 23 Nov 2026")
    page = page.follow("Answer three questions, 1").form("Send the answers").submit(**grades())
    assert page.has(THANKS)
    assert "Answer three questions" not in page.text
    assert visit(scene.people.curator).get(f"/cases/{scene.case_id}/feedback").has("Given")


@pytest.mark.parametrize("name", ["mother", "nurse", "teacher"])
def test_nobody_else_is_asked_or_sees_that_somebody_was(scene: Scene, visit: Visit, name: str) -> None:
    close(visit(scene.people.curator), scene.case_id)
    offer_id = scene.offers[0].id
    client = visit(getattr(scene.people, name))
    nowhere = client.get(f"/feedback/{uuid4()}", status=404)
    for address in (
        f"/feedback/{offer_id}",
        f"/cases/{scene.case_id}/feedback",
        f"/cases/{scene.case_id}/feedback/answer",
    ):
        assert client.get(address, status=404).main == nowhere.main
    assert "How did it go?" not in client.get("/").text


def test_another_pupil_cannot_answer(scene: Scene, visit: Visit) -> None:
    close(visit(scene.people.curator), scene.case_id)
    other = scene.village.student("Elias Koskela", scene.village.a_class("9A"))
    visit(other).get(f"/feedback/{scene.offers[0].id}", status=404)
    visit(scene.people.student).get(f"/feedback/{scene.offers[0].id}")


@pytest.mark.parametrize("field", ["secret_helped", "secret_heard", "secret_again"])
@pytest.mark.parametrize("value", ["", "0", "6", "x", "4\x00"])
def test_each_question_is_answered_with_one_of_five(scene: Scene, visit: Visit, field: str, value: str) -> None:
    saara = visit(scene.people.curator)
    close(saara, scene.case_id)
    form = saara.get(f"/cases/{scene.case_id}/feedback/answer").form("Send the answers")
    for name, grade in (grades() | {field: value}).items():
        form.data[name] = grade
    page = form.submit(status=422)
    assert page.field_error(field)
    assert scene.counted() == {}


def test_it_is_answered_once_from_whichever_place(scene: Scene, visit: Visit) -> None:
    saara, aada = visit(scene.people.curator), visit(scene.people.student)
    close(saara, scene.case_id)
    late = aada.get("/").follow("Answer three questions, 1").form("Send the answers")
    saara.get(f"/cases/{scene.case_id}/feedback/answer").form("Send the answers").submit(**grades())
    assert late.submit(**grades(1, 1, 1)).has("The questions have been answered or skipped already.")
    assert sum(waiting for _shown, waiting in scene.counted().values()) == 3
    page = saara.get(f"/cases/{scene.case_id}/feedback/answer")
    assert page.has("The questions have been answered or skipped already.")


def reopen(scene: Scene, client: Client, clock: Clock) -> None:
    """The matter goes on, with its consents in force."""
    clock.forward(minutes=1)
    for kind, named in (
        (ConsentKind.GROUP_HANDLING, None),
        (ConsentKind.GROUP_MEMBER, scene.people.curator),
        (ConsentKind.GROUP_MEMBER, scene.people.nurse),
    ):
        a_will(scene.village, scene.case_id, scene.people.student, kind, named=named)
    client.get(f"/cases/{scene.case_id}/steps/open").form("Reopen the matter").submit(reason="Se alkoi taas.")
    clock.forward(minutes=1)


def test_reopened_and_closed_again_a_matter_counts_once(scene: Scene, visit: Visit, clock: Clock) -> None:
    saara = visit(scene.people.curator)
    close(saara, scene.case_id)
    saara.get(f"/cases/{scene.case_id}/feedback/answer").form("Send the answers").submit(**grades())
    reopen(scene, saara, clock)
    saara.get(f"/cases/{scene.case_id}/feedback", status=404)
    assert close(saara, scene.case_id).has("Given")
    assert len(scene.offers) == 1
    assert sum(waiting for _shown, waiting in scene.counted().values()) == 3
    assert saara.get(f"/cases/{scene.case_id}").main.count("What was reached, 23 Nov 2026") == 2


def test_an_unanswered_offer_waits_over_a_reopening(scene: Scene, visit: Visit, clock: Clock) -> None:
    saara, aada = visit(scene.people.curator), visit(scene.people.student)
    close(saara, scene.case_id)
    form = aada.get("/").follow("Answer three questions, 1").form("Send the answers")
    reopen(scene, saara, clock)
    assert "Answer three questions" not in aada.get("/").text
    form.submit(**grades(), status=404)
    close(saara, scene.case_id)
    assert aada.get("/").follow("Answer three questions, 1").form("Send the answers").submit(**grades()).has(THANKS)


def test_the_worker_goes_on_without_answers_by_a_reason(scene: Scene, visit: Visit) -> None:
    saara = visit(scene.people.curator)
    page = close(saara, scene.case_id)
    refused = page.form("Go on without answers").submit(status=422)
    assert refused.field_error("why")
    refused = refused.form("Go on without answers").submit(why="other", words="", status=422)
    assert refused.field_error("words") == "Error: Write the reason."
    refused.form("Go on without answers").submit(why="other", words="Muutti pois.")
    page = saara.get(f"/cases/{scene.case_id}/feedback")
    assert page.has("Another reason: Muutti pois.")
    assert page.has("Not given")
    assert b"Muutti" not in (scene.offers[0].reason.blob or b"")  # type: ignore[union-attr]
    assert "Answer three questions" not in visit(scene.people.student).get("/").text


def test_what_waits_stands_on_the_worklist_of_who_led(scene: Scene, visit: Visit) -> None:
    saara = visit(scene.people.curator)
    close(saara, scene.case_id)
    page = saara.get("/")
    assert page.has("Ask the pupil how it went")
    assert not visit(scene.people.nurse).get("/").has("Ask the pupil how it went")
    saara.get(f"/cases/{scene.case_id}/feedback").form("Go on without answers").submit(why="declined")
    assert not saara.get("/").has("Ask the pupil how it went")


def answer(scene: Scene, visit: Visit, *given: tuple[int, int, int]) -> None:
    """So many more pupils have answered."""
    saara, class_id = visit(scene.people.curator), scene.village.a_class(f"7{uuid4().hex[:4]}")
    for number, each in enumerate(given):
        student = scene.village.student(f"Oppilas {number}", class_id)
        case_id = a_case(scene.village, student, scene.people.curator)
        close(saara, case_id)
        saara.get(f"/cases/{case_id}/feedback/answer").form("Send the answers").submit(**grades(*each))


def test_the_coordinator_sees_numbers_from_five_answers_on_and_five_at_a_time(
    app: Flask, scene: Scene, visit: Visit
) -> None:
    kaisa = visit(scene.coordinator)
    assert kaisa.get("/arrangements").follow("Feedback from pupils").has("No answers yet.")
    answer(scene, visit, (4, 5, 3), (4, 4, 3), (2, 4, 3), (5, 5, 3))
    assert kaisa.get("/feedback").has("Autumn term 2026 · Curator <5 – – –")
    answer(scene, visit, (5, 5, 3))
    assert kaisa.get("/feedback").has("Autumn term 2026 · Curator 5 4.0 4.6 –")
    before = app.extensions["settings"]
    app.extensions["settings"] = replace(before, small_number_floor=6)
    assert kaisa.get("/feedback").has("Autumn term 2026 · Curator <6 – – –")
    app.extensions["settings"] = before
    answer(scene, visit, (1, 1, 1))
    assert kaisa.get("/feedback").has("Autumn term 2026 · Curator 5 4.0 4.6 –")


def test_answers_come_in_batches_of_the_floor_of_the_house(app: Flask, scene: Scene, visit: Visit) -> None:
    before = app.extensions["settings"]
    app.extensions["settings"] = replace(before, small_number_floor=6)
    answer(scene, visit, *[(4, 5, 3)] * 4, (5, 5, 3))
    app.extensions["settings"] = before
    kaisa = visit(scene.coordinator)
    assert kaisa.get("/feedback").has("Autumn term 2026 · Curator <5 – – –"), "five are no batch where the floor is six"
    app.extensions["settings"] = replace(before, small_number_floor=6)
    answer(scene, visit, (3, 5, 3))
    assert kaisa.get("/feedback").has("Autumn term 2026 · Curator 6 4.0 – –")


def test_terms_and_services_are_counted_apart(scene: Scene, visit: Visit, clock: Clock) -> None:
    answer(scene, visit, *[(4, 4, 4)] * 4, (3, 3, 3))
    clock.forward(days=60)
    answer(scene, visit, (5, 5, 5))
    page = visit(scene.coordinator).get("/feedback")
    assert page.has("Spring term 2027 · Curator <5 – – –")
    assert page.has("Autumn term 2026 · Curator 5 3.8 3.8 3.8")


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.CURATOR, Role.TEACHER])
def test_the_results_are_the_providers(scene: Scene, visit: Visit, role: Role) -> None:
    visit(scene.village.staff(role, "Ulla Muu")).get("/feedback", status=404)


def test_a_count_holds_nothing_of_anybody(scene: Scene) -> None:
    with scene.village.ledger.transaction() as transaction:
        columns = {
            each["name"]: str(each["type"])
            for each in inspect(transaction.session.connection()).get_columns("feedback_tally")
        }
    assert set(columns) == {
        "id",
        "provider_id",
        "term_starts_on",
        "service",
        "question",
        "grade",
        "shown",
        "waiting",
    }


def test_the_trail_tells_that_something_was_answered_and_never_what(scene: Scene, visit: Visit) -> None:
    close(visit(scene.people.curator), scene.case_id)
    aada = visit(scene.people.student)
    aada.get("/").follow("Answer three questions, 1").form("Send the answers").submit(**grades())
    with scene.village.ledger.transaction() as transaction:
        given = select(AuditEvent.body).where(AuditEvent.permission == "feedback:give")
        bodies = b"".join(transaction.session.scalars(given)).decode()
    assert "feedback_offer" in bodies
    assert "tally" not in bodies
    assert "helped" not in bodies


def test_answers_sent_too_late_are_kept_nowhere(scene: Scene, visit: Visit, clock: Clock) -> None:
    saara = visit(scene.people.curator)
    close(saara, scene.case_id)
    form = saara.get(f"/cases/{scene.case_id}/feedback/answer").form("Send the answers")
    clock.forward(hours=13)
    form.submit(**grades())
    assert scene.counted() == {}
    with scene.village.ledger.transaction() as transaction:
        assert transaction.session.scalars(select(Draft.id)).all() == []
