"""Who was heard is told as a group, and later what it changed."""

import pytest

from tests.builders import Village
from tests.builders_participation import a_hearing, an_idea
from tests.rooms.participation.conftest import Scene
from tests.signing_in import Visit
from welfare.rules.participation import IdeaState

HEARING = {
    "heard": "guardians",
    "whom": "Seitsemännen luokan huoltajat",
    "held_on": "15.9.2026",
    "way": "meeting",
    "count": "64",
    "about": "Koulun säännöt",
}


def test_a_hearing_is_kept_and_its_effect_is_told_later(scene: Scene, visit: Visit) -> None:
    client = visit(scene.principal)
    page = client.get(scene.unit).follow("All hearings and ideas").follow("Tell of a hearing")
    page = page.form().fill(**HEARING).submit()
    assert page.has("The hearing is saved.")
    assert page.has(
        "15 Sep 2026 · Guardians · Seitsemännen luokan huoltajat · At a meeting or parents’ evening · 64 people"
    )
    assert page.has("Effect: not told yet")
    page = page.follow("Koulun säännöt").form().submit(effect="Puhelinsääntö muuttui.")
    assert page.has("Effect: Puhelinsääntö muuttui.")
    page = visit(scene.teacher).get(scene.unit)
    assert page.has("Koulun säännöt: Puhelinsääntö muuttui.")
    assert "Koulun säännöt" not in page.follow("All hearings and ideas").links


def test_the_year_is_told_in_a_few_figures(village: Village, scene: Scene, visit: Visit) -> None:
    a_hearing(village, scene.principal, effect="Penkit tilattiin.")
    an_idea(village, scene.class_id, state=IdeaState.ANSWERED, answer="Tulee.")
    an_idea(village, scene.class_beside)
    page = visit(scene.principal).get(f"{scene.unit}/participation")
    assert page.has("Ideas answered 1 of 2")
    assert page.has("Pupils 1 Guardians 0 Staff 0")
    assert visit(scene.principal).get(scene.unit).has("1 of 2 ideas of classes have an answer")
    assert visit(scene.principal).get(f"{scene.unit}/participation?year=2024").has("Ideas answered 0 of 0")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("heard", ""),
        ("heard", "parents"),
        ("whom", ""),
        ("held_on", "24.11.2026"),
        ("held_on", "soon"),
        ("way", ""),
        ("count", "-1"),
        ("about", "x" * 201),
        ("said", "a\x00b"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(scene: Scene, visit: Visit, field: str, value: str) -> None:
    form = visit(scene.principal).get(f"{scene.unit}/hearings/new").form()
    page = form.fill(**(HEARING | {"effect": "Kokeillaan.", field: value})).submit(status=422)
    assert page.field_error(field)
    assert page.form().data["effect"] == "Kokeillaan."


def test_a_pupils_name_is_asked_about(scene: Scene, visit: Visit) -> None:
    form = visit(scene.principal).get(f"{scene.unit}/hearings/new").form()
    page = form.fill(**(HEARING | {"said": "Aadan äiti puhui."})).submit(status=422)
    assert page.field_error("may_stand")
    assert page.form().submit(said="Eräs huoltaja puhui.").has("The hearing is saved.")


def test_the_second_of_two_who_change_one_sees_what_the_first_saved(
    village: Village, scene: Scene, visit: Visit
) -> None:
    hearing = a_hearing(village, scene.principal)
    client = visit(scene.principal)
    mine, theirs = (client.get(f"{scene.unit}/hearings/{hearing}").form() for _ in range(2))
    theirs.submit(effect="Penkit tilattiin.")
    page = mine.submit(effect="Penkkejä tulee.", status=409)
    assert page.has("Penkit tilattiin.")
    assert page.form().data["effect"] == "Penkkejä tulee."
    assert page.form().submit().has("Effect: Penkkejä tulee.")


def test_who_only_works_there_keeps_no_hearing(village: Village, scene: Scene, visit: Visit) -> None:
    hearing = a_hearing(village, scene.principal)
    client = visit(scene.teacher)
    for address in ("new", str(hearing)):
        client.get(f"{scene.unit}/hearings/{address}", status=404)
    elsewhere = village.another_school()
    visit(scene.principal).get(f"/communal/{elsewhere}/hearings/{hearing}", status=404)
