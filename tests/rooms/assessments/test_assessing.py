"""A group asks several people, sees the answers side by side when all have come, and concludes into the journal."""

from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.builders_cases import a_will
from tests.builders_journal import IDENTITY_CODE
from tests.builders_requests import at_work
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.assessments.conftest import Begun, Scene
from tests.signing_in import Visit
from welfare.assessments.jobs import HANDLERS
from welfare.assessments.models import Assessment, Observation
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.jobs.worker import Tally, Worker
from welfare.journal.models import JournalEntry
from welfare.mail.queries import deliveries_about
from welfare.rules.assessments import AssessmentState, ObservationState
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.events import WillRecorded
from welfare.rules.orders import MailKind

TASK = "Answer what the group asks"


def start(client: Client, scene: Scene, status: int = 200, **changes: object) -> Page:
    form = client.get(f"/cases/{scene.case_id}").follow("Start one").form()
    everybody = [value for words, value in form.options["asked"].items() if words]
    answers: dict[str, object] = {"model": str(scene.process), "aim": "Mitä aamut vaativat?", "asked": everybody}
    return form.fill(**(answers | changes)).submit(status=status)


def test_a_member_starts_one_and_everybody_asked_gets_a_task_and_a_silent_mail(scene: Scene, visit: Visit) -> None:
    people = scene.people
    page = start(visit(people.nurse), scene)
    assert page.has("The assessment has begun. Everybody asked has a task now.")
    assert page.has("Aada Metsäpelto Pupil Waits for the answer")
    for who in (people.student, people.mother, people.father, people.teacher, people.curator):
        assert TASK in visit(who).get("/").text, who.name
    with scene.village.ledger.transaction() as transaction:
        for row in transaction.session.scalars(select(Observation)):
            assert [each.kind for each in deliveries_about(transaction.session, row.id)] == [MailKind.TASK_DUE]


def test_only_the_group_and_the_family_can_be_asked(scene: Scene, visit: Visit) -> None:
    form = visit(scene.people.nurse).get(f"/cases/{scene.case_id}/assessments/new").form()
    names = set(form.options["asked"])
    assert names == {
        "Aada Metsäpelto",
        "Tiina Metsäpelto",
        "Kari Metsäpelto",
        "Saara Lehtovirta",
        "Mirja Kanervala",
    } | {"Petri Hongisto"}
    page = start(visit(scene.people.nurse), scene, 422, asked=[str(scene.coordinator.person_id)])
    assert page.field_error("asked")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("model", "", "Choose the process."),
        ("model", "5f0c1f9e-5f7b-4b6e-9c3a-2f8f6d9b7a11", "Choose one of the answers offered."),
        ("aim", "", "Write what should become clear."),
        ("aim", f"Koodi {IDENTITY_CODE}", "personal identity code"),
        ("due_on", "22.11.2026", "The day has passed."),
        ("due_on", "1.1.2030", "more than a year away"),
        ("due_on", "later", "Write the day"),
        ("asked", [], "Choose at least one"),
    ],
)
def test_what_cannot_be_started_is_refused_at_its_field(
    scene: Scene, visit: Visit, field: str, value: object, words: str
) -> None:
    page = start(visit(scene.people.nurse), scene, 422, **{field: value})
    assert words in page.field_error(field)


@pytest.mark.parametrize("name", ["student", "mother", "teacher", "nurse"])
def test_each_finds_the_own_questions_and_no_others(begun: Begun, visit: Visit, name: str) -> None:
    people = begun.scene.people
    who = getattr(people, name)
    client = visit(who)
    assert client.get(begun.own(who)).heading == "Questions for you"
    nowhere = client.get(f"/observations/{uuid4()}", status=404)
    for other in (people.student, people.mother, people.teacher, people.nurse):
        if other is not who:
            assert client.get(begun.own(other), status=404).main == nowhere.main


def test_whoever_was_not_asked_finds_nothing(begun: Begun, visit: Visit) -> None:
    people = begun.scene.people
    for who in (people.father, people.curator, begun.scene.coordinator):
        visit(who).get(begun.own(people.student), status=404)
    assert TASK not in visit(people.father).get("/").text
    visit(people.mother).get(begun.url, status=404)


def test_answers_lie_sealed_and_are_given_once(begun: Begun, visit: Visit) -> None:
    aada = begun.scene.people.student
    client = visit(aada)
    page = client.get("/").follow(TASK)
    late = client.get(page.url).form("Send the answers")
    page = page.form("Send the answers").fill(q0="4", q1="Rauhallinen aamu.").submit()
    assert page.has("Thank you. Your answers have gone to the group.")
    assert page.has("Rauhallinen aamu.")
    assert page.has("4 – goes mostly well")
    assert TASK not in client.get("/").text
    with begun.scene.village.ledger.transaction() as transaction:
        row = transaction.session.get_one(Observation, begun.observations[aada.account_id])
        assert row.document is not None
        assert b"Rauhallinen" not in (row.document.blob or b"")
    assert late.fill(q1="Toinen.").submit().has("You have answered already.")
    assert not client.get(page.url).has("Toinen.")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "Answer at least one of the questions."),
        ({"q0": "6", "q1": "Joo."}, "Choose one of the answers offered."),
        ({"q1": "x" * 4001}, "too long"),
        ({"q1": f"Koodi {IDENTITY_CODE}"}, "personal identity code"),
        ({"q1": "a\x00b"}, "cannot be read"),
    ],
)
def test_bad_answers_are_refused_and_stay_typed(
    begun: Begun, visit: Visit, answers: dict[str, str], words: str
) -> None:
    aada = begun.scene.people.student
    form = visit(aada).get(begun.own(aada)).form("Send the answers")
    for name, value in answers.items():
        form.data[name] = value
    page = form.submit(status=422)
    assert words in " ".join(page.errors)
    if answers.get("q1", "").startswith("K"):
        assert page.form("Send the answers").data["q1"] == answers["q1"]


def test_unfinished_answers_are_kept_for_their_writer(begun: Begun, visit: Visit) -> None:
    aada = begun.scene.people.student
    client = visit(aada)
    page = client.get(begun.own(aada)).form("Save the draft").fill(q1="Aamulla on").press("Save the draft")
    assert page.form("Send the answers").data["q1"] == "Aamulla on"
    page = page.form("Discard the draft").submit()
    assert page.form("Send the answers").data["q1"] == ""


def test_the_group_sees_nothing_until_everybody_has_answered(begun: Begun, visit: Visit) -> None:
    people = begun.scene.people
    begun.answered(people.mother)
    saara = visit(people.curator)
    page = saara.get(begun.url)
    assert page.has("They are shown when nobody is still to answer")
    assert "Vastaus" not in page.text
    assert saara.get(f"{begun.url}/conclude").has("An assessment is concluded when nobody is still to answer.")
    page = page.form("Wait no more: Tiina Metsäpelto").submit()
    assert page.has("Tiina Metsäpelto Guardian Not asked any more")
    assert page.has(f"Vastaus {people.teacher.account_id.hex[:6]}")
    assert page.has("2 – needs support")
    visit(people.mother).get(begun.own(people.mother), status=404)


def test_somebody_called_off_can_be_asked_again(begun: Begun, visit: Visit) -> None:
    people = begun.scene.people
    saara = visit(people.curator)
    page = saara.get(begun.url).form("Wait no more: Tiina Metsäpelto").submit()
    page = page.follow("Ask more people").form().choose(asked="Tiina Metsäpelto").submit()
    assert page.has("Tiina Metsäpelto Guardian Waits for the answer")
    assert TASK in visit(people.mother).get("/").text


def conclude(client: Client, begun: Begun, status: int = 200, **answers: str) -> Page:
    form = client.get(f"{begun.url}/conclude").form()
    return form.fill(conclusion="Aamut kevenevät.", **answers).submit(status=status)


def test_the_conclusion_becomes_an_entry_and_the_answers_go(begun: Begun, visit: Visit) -> None:
    begun.answered()
    saara = visit(begun.scene.people.curator)
    page = conclude(saara, begun)
    assert page.has("The conclusion is in the journal. The answers have been removed.")
    entry = page.follow("Read the conclusion in the journal")
    assert entry.has("Assessment of study and school ability: Koulukuntoisuuden arvio")
    assert entry.has("Aamut kevenevät.")
    assert entry.has("Observations were given by: Aada Metsäpelto (pupil)")
    assert "Vastaus" not in entry.text
    with begun.scene.village.ledger.transaction() as transaction:
        rows = transaction.session.scalars(select(Observation)).all()
        assert {row.document for row in rows} == {None}
        assert transaction.session.get_one(Assessment, begun.id).state is AssessmentState.CONCLUDED


def test_the_answers_are_written_into_the_entry_when_they_are_necessary_there(begun: Begun, visit: Visit) -> None:
    people = begun.scene.people
    begun.answered()
    entry = conclude(visit(people.curator), begun, with_answers="yes").follow("Read the conclusion in the journal")
    assert entry.has(f"Vastaus {people.student.account_id.hex[:6]}")
    assert entry.has("Miten aamut sujuvat? 2 – needs support")


def test_only_the_responsible_person_concludes_and_only_once(begun: Begun, visit: Visit) -> None:
    begun.answered()
    visit(begun.scene.people.nurse).get(f"{begun.url}/conclude", status=404)
    saara = visit(begun.scene.people.curator)
    second = saara.get(f"{begun.url}/conclude").form()
    conclude(saara, begun)
    assert second.fill(conclusion="Toinen.").submit().has("The assessment has been concluded already.")
    with begun.scene.village.ledger.transaction() as transaction:
        assert len(transaction.session.scalars(select(JournalEntry)).all()) == 1


def withdraw(begun: Begun) -> None:
    scene, day = begun.scene, date(2026, 11, 23)
    people, kind = scene.people, ConsentKind.GROUP_MEMBER
    will_id = a_will(
        scene.village, scene.case_id, people.student, kind, Answer.WITHDRAWN, named=people.teacher, given_on=day
    )
    with at_work(scene.village, people.curator) as work:
        told(work, scene, work.session.get_one(ExpressionOfWill, will_id))


def told(work: UnitOfWork, scene: Scene, row: ExpressionOfWill) -> None:
    work.tell(WillRecorded(scene.case_id, row.id))


def test_with_the_consent_ends_the_task_and_the_waiting(begun: Begun, visit: Visit) -> None:
    petri = begun.scene.people.teacher
    assert TASK in visit(petri).get("/").text
    withdraw(begun)
    client = visit(petri)
    assert TASK not in client.get("/").text
    client.get(begun.own(petri), status=404)
    with begun.scene.village.ledger.transaction() as transaction:
        row = transaction.session.get_one(Observation, begun.observations[petri.account_id])
        assert row.state is ObservationState.CALLED_OFF


def test_a_closed_matter_asks_nothing_and_takes_nothing(begun: Begun, visit: Visit) -> None:
    scene = begun.scene
    aada, saara = visit(scene.people.student), visit(scene.people.curator)
    form = aada.get(begun.own(scene.people.student)).form("Send the answers").fill(q1="Joo.")
    with scene.village.work() as work:
        case = work.session.get_one(Case, scene.case_id)
        case.state, case.closed_at = CaseState.CLOSED, work.now
    form.submit(status=404)
    assert TASK not in aada.get("/").text
    saara.get(f"/cases/{scene.case_id}/assessments/new", status=404)
    saara.get(f"{begun.url}/ask", status=404)


def test_who_has_not_answered_is_reminded_two_days_before_the_end(scene: Scene, visit: Visit, clock: Clock) -> None:
    people = scene.people
    start(visit(people.nurse), scene)
    aada = visit(people.student)
    aada.get("/").follow(TASK).form("Send the answers").fill(q1="Joo.").submit()
    work_off(scene)
    assert reminders(scene) == {"Aada": 1, "Tiina": 1}
    clock.forward(days=12)
    work_off(scene)
    assert reminders(scene) == {"Aada": 1, "Tiina": 2}


def work_off(scene: Scene) -> None:
    Worker(scene.village.ledger, HANDLERS).work_off(Tally())


def reminders(scene: Scene) -> dict[str, int]:
    """How many mails Aada and her mother were meant to get."""
    people = {scene.people.student.person_id: "Aada", scene.people.mother.person_id: "Tiina"}
    with scene.village.ledger.transaction() as transaction:
        rows = transaction.session.scalars(select(Observation).where(Observation.person_id.in_(people))).all()
        return {people[row.person_id]: len(deliveries_about(transaction.session, row.id)) for row in rows}
