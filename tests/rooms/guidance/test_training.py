"""What the staff would learn, in numbers; and the training they had, with its grade on the school's scale."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from tests.builders import Village
from tests.builders_guidance import a_training
from tests.rooms.guidance.conftest import Scene
from tests.signing_in import Visit
from welfare.guidance.section import guidance_part
from welfare.organisations.models import Organisation

EVENT = {
    "title_fi": "Uusi vaikuttavuus",
    "title_sv": "Ny verkningsfullhet",
    "held_on": "6.11.2026",
    "area": "early_support",
    "participants": "59",
    "grade": "8",
}


def test_the_two_academy_days_are_told_with_their_grades(village: Village, scene: Scene, visit: Visit) -> None:
    a_training(village)
    client = visit(scene.principal)
    page = client.get(f"{scene.unit}/training").follow("Add training")
    page = page.form().fill(**EVENT, attending=str(scene.teacher.account_id)).submit()
    assert page.has("The training is in the calendar.")
    assert page.has("Uusi vaikuttavuus Graded 8.0")
    assert page.has("59 participants · 1 from here")
    assert page.has("Uusi johtajuus Graded 8.5")
    assert page.has("47 participants")
    assert page.has("Of the staff here, trained this school year 1 of 4")
    assert client.get(scene.unit).has("grade 8.0")


def test_what_came_of_it_is_told_later_and_attendance_is_mended(village: Village, scene: Scene, visit: Visit) -> None:
    training = a_training(village)
    client = visit(scene.principal)
    page = client.get(f"{scene.unit}/training").follow("Uusi johtajuus")
    assert page.form().data["grade"] == "8,5"
    both = [str(scene.teacher.account_id), str(scene.colleague.account_id)]
    page = page.form().submit(outcome="Oma suunnitelma.", attending=both)
    assert page.has("What came of it: Oma suunnitelma.")
    assert page.has("2 from here")
    page = client.get(f"{scene.unit}/training/{training}").form().submit(attending=both[:1])
    assert page.has("1 from here")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("grade", "3,9"),
        ("grade", "10,1"),
        ("grade", "8,55"),
        ("grade", "kiitettävä"),
        ("held_on", ""),
        ("area", ""),
        ("participants", "-1"),
        ("title_fi", ""),
        ("attending", "00000000-0000-4000-8000-000000000000"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(scene: Scene, visit: Visit, field: str, value: str) -> None:
    form = visit(scene.principal).get(f"{scene.unit}/training/new").form()
    page = form.fill(**(EVENT | {"outcome": "Opittiin.", field: value})).submit(status=422)
    assert page.field_error(field)
    assert page.form().data["outcome"] == "Opittiin."


@pytest.mark.parametrize(("typed", "shown"), [("8,5", "8.5"), ("8.5", "8.5"), ("10", "10.0"), ("4", "4.0")])
def test_a_grade_is_written_with_comma_or_point(scene: Scene, visit: Visit, typed: str, shown: str) -> None:
    form = visit(scene.principal).get(f"{scene.unit}/training/new").form()
    assert form.fill(**(EVENT | {"grade": typed})).submit().has(f"Graded {shown}")


@pytest.mark.parametrize(("participants", "floor"), [(4, 5), (9, 10), (None, 5), (0, 5)])
def test_the_grade_of_a_few_is_told_nowhere(
    app: Flask, village: Village, scene: Scene, visit: Visit, participants: int | None, floor: int
) -> None:
    app.extensions["settings"] = replace(app.extensions["settings"], small_number_floor=floor)
    a_training(village, "Pieni ryhmä", participants=participants, grade=60)
    client = visit(scene.teacher)
    page = client.get(f"{scene.unit}/training")
    assert page.has("Pieni ryhmä")
    assert not page.has("Graded")
    page = client.get(scene.unit)
    assert page.has("Pieni ryhmä")
    assert not page.has("grade 6.0")


@pytest.mark.parametrize(("participants", "floor"), [(5, 5), (10, 10)])
def test_the_grade_of_enough_is_told_on_both_pages(
    app: Flask, village: Village, scene: Scene, visit: Visit, participants: int, floor: int
) -> None:
    app.extensions["settings"] = replace(app.extensions["settings"], small_number_floor=floor)
    a_training(village, "Iso ryhmä", participants=participants, grade=60)
    client = visit(scene.teacher)
    assert client.get(f"{scene.unit}/training").has("Graded 6.0")
    assert client.get(scene.unit).has("grade 6.0")


@pytest.mark.parametrize(("participants", "is_told"), [(4, False), (None, False), (5, True)])
def test_the_paper_of_the_unit_tells_a_grade_no_sooner(
    app: Flask, village: Village, participants: int | None, *, is_told: bool
) -> None:
    a_training(village, "Pieni ryhmä", participants=participants, grade=60)
    with app.test_request_context(), village.work() as work:
        part = guidance_part(work, work.session.get_one(Organisation, village.school_id))
    assert part is not None
    assert "Pieni ryhmä" in str(part.blocks)
    assert ("arvosana 6,0" in str(part.blocks)) is is_told


def test_needs_are_told_as_shares_and_small_ones_not_at_all(scene: Scene, visit: Visit) -> None:
    client = visit(scene.principal)
    for area, answered, wanting in (("bullying", "38", "19"), ("cultures", "38", "3"), ("records", "4", "2")):
        form = client.get(f"{scene.unit}/training").follow("Tell of a need").form()
        page = form.submit(area=area, answered=answered, wanting=wanting)
        assert page.has("What the survey found is saved.")
    page = visit(scene.teacher).get(f"{scene.unit}/training")
    assert page.has("Preventing bullying and handling it – – 50% / 38")
    assert page.has("Languages, cultures and families – – – / 38")
    assert page.has("Confidentiality and records – – <5")
    form = client.get(f"{scene.unit}/training/needs").form()
    assert form.submit(area="bullying", answered="40", wanting="30").has("75% / 40")
    form = client.get(f"{scene.unit}/training/needs").form()
    assert form.submit(area="bullying", answered="5", wanting="6", status=422).field_error("wanting")


def test_the_second_of_two_who_change_one_sees_what_the_first_saved(
    village: Village, scene: Scene, visit: Visit
) -> None:
    training = a_training(village)
    client = visit(scene.principal)
    mine, theirs = (client.get(f"{scene.unit}/training/{training}").form() for _ in range(2))
    theirs.submit(outcome="Yksi.")
    page = mine.submit(outcome="Kaksi.", status=409)
    assert page.has("Yksi.")
    assert page.form().submit().has("What came of it: Kaksi.")


def test_who_only_works_there_keeps_no_calendar(village: Village, scene: Scene, visit: Visit) -> None:
    training = a_training(village, held_on=date(2026, 12, 9), grade=None)
    client = visit(scene.teacher)
    assert client.get(f"{scene.unit}/training").has("To come")
    for address in ("new", "needs", str(training)):
        client.get(f"{scene.unit}/training/{address}", status=404)
    elsewhere = village.another_school()
    visit(scene.principal).get(f"/communal/{elsewhere}/training/{training}", status=404)
