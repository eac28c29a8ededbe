"""Which matter an emergency opens: none is told of before one is open."""

from datetime import timedelta

from tests.builders_cases import a_case
from tests.rooms.emergencies.conftest import Scene
from welfare.cases.models import Case


def test_of_several_matters_none_is_told_before_one_is_open(scene: Scene) -> None:
    second = a_case(scene.village, scene.people.student, scene.people.nurse)
    with scene.village.work() as work:
        newer, older = work.session.get_one(Case, second), work.session.get_one(Case, scene.case_id)
        newer.proposed_at += timedelta(days=1)
        numbers = newer.number, older.number
    client = scene.client
    page = client.get(f"/emergencies/new/{scene.people.student.person_id}")
    assert "KOI/" not in page.text
    page = scene.try_to_open(client)
    assert page.title.startswith(numbers[0])
    assert page.has(f"which this did not open: {numbers[1]}.")
    scene.clock.forward(minutes=1)
    page = scene.try_to_open(client, number=numbers[1].lower())
    assert page.title.startswith(numbers[1])


def test_a_number_that_is_no_matter_of_the_pupil_opens_and_tells_nothing(scene: Scene) -> None:
    page = scene.try_to_open(scene.client, number="2026–27/KOI/999", status=422)
    assert page.errors == ["No matter of the pupil that goes on at your school has been found."]
    assert "KOI/001" not in page.text
