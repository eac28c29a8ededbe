"""The provider's processes: questions typed one a line, kept in versions."""

import pytest

from tests.client import Client, Page
from tests.rooms.assessments.conftest import Begun, Scene
from tests.signing_in import Visit

WORDS = {
    "name_fi": "Opiskelukyky",
    "name_sv": "Studieförmåga",
    "student_fi": "* Miten nukut?\nMikä auttaa?",
    "student_sv": "* Hur sover du?\nVad hjälper?",
}


def add(client: Client, status: int = 200, **changes: str) -> Page:
    form = client.get("/assessment-processes").follow("Add a process").form()
    return form.fill(**(WORDS | changes)).submit(status=status)


def test_a_coordinator_adds_a_process_with_its_questions(scene: Scene, visit: Visit) -> None:
    client = visit(scene.coordinator)
    page = add(client)
    assert page.has("The process can be used from now on.")
    assert page.has("Opiskelukyky Pupil 1 Offered")
    form = page.follow("Opiskelukyky").form()
    assert form.data["student_fi"] == WORDS["student_fi"]


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"student_sv": "* Hur sover du?"}, "student_sv", "equally many lines"),
        ({"teacher_fi": "Mikä auttaa?"}, "teacher_sv", "equally many lines"),
        ({"steps_sv": "Ett steg"}, "steps_sv", "equally many lines"),
        ({"student_sv": "Hur sover du?\nVad hjälper?"}, "student_sv", "Line 1: One of the languages lacks the star"),
        ({"guardian_fi": "*", "guardian_sv": "*"}, "guardian_sv", "Line 1: A line has nothing but a star"),
        ({"student_fi": "x" * 301, "student_sv": "x"}, "student_sv", "longer than 300 signs"),
        ({"student_fi": "a\n" * 21, "student_sv": "b\n" * 21}, "student_sv", "too many lines"),
        ({"student_fi": "", "student_sv": ""}, "student_sv", "at least one of the four"),
        ({"name_fi": ""}, "name_fi", "Write the name"),
        ({"student_fi": "a\x00"}, "student_fi", "cannot be read"),
    ],
)
def test_what_makes_no_questions_is_refused_and_stays_typed(
    scene: Scene, visit: Visit, changes: dict[str, str], field: str, words: str
) -> None:
    page = add(visit(scene.coordinator), 422, **changes)
    assert words in page.field_error(field)
    assert page.form().data["name_sv"] == WORDS["name_sv"]


def test_a_change_is_for_the_assessments_to_come(begun: Begun, visit: Visit) -> None:
    scene = begun.scene
    client = visit(scene.coordinator)
    form = client.get(f"/assessment-processes/{scene.process}").form()
    form.submit(student_fi="Uusi kysymys?", student_sv="En ny fråga?")
    assert client.get(f"/assessment-processes/{scene.process}").has("Version 2")
    page = visit(scene.people.student).get(begun.own(scene.people.student))
    assert page.has("Miten aamut sujuvat?")
    assert not page.has("Uusi kysymys?")


def test_the_second_of_two_who_change_one_sees_what_the_first_saved(scene: Scene, visit: Visit) -> None:
    client = visit(scene.coordinator)
    mine, theirs = (client.get(f"/assessment-processes/{scene.process}").form() for _ in range(2))
    theirs.submit(name_fi="Ensimmäinen")
    page = mine.submit(name_fi="Toinen", status=409)
    assert page.has("Ensimmäinen")
    assert page.form().data["name_fi"] == "Toinen"


def test_only_what_is_offered_can_be_started(scene: Scene, visit: Visit) -> None:
    client = visit(scene.coordinator)
    client.get(f"/assessment-processes/{scene.process}").form().choose(state="Offered no more").submit()
    page = visit(scene.people.nurse).get(f"/cases/{scene.case_id}/assessments/new")
    assert page.has("The education provider has no process yet.")
