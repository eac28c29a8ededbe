"""Hobbies on equal terms: what keeps some from taking part is told first."""

from tests.builders import Village
from tests.builders_programmes import a_programme, counted
from tests.rooms.programmes.conftest import Scene
from tests.signing_in import Visit
from welfare.rules.actors import Role
from welfare.rules.programmes import ProgrammeKind


def test_gaps_are_told_and_go_when_they_are_mended(village: Village, scene: Scene, visit: Visit) -> None:
    riding = a_programme(village, ProgrammeKind.CLUB, name="Ratsastus", sort="sports", fee=120, distance=9)
    counted(village, riding, scene.principal, "waiting", 6)
    page = visit(scene.colleague).get(f"{scene.unit}/programmes").follow("Hobbies on equal terms")
    assert page.has("Nothing is free of charge")
    assert page.has("Nothing is within walking distance")
    assert page.has("Nothing is in Finnish")
    assert page.has("Nothing is known to be open to pupils with a disability")
    assert page.has("a club is full")
    assert not page.has("Nothing is in Swedish"), "the school teaches in Finnish alone"
    a_programme(
        village, ProgrammeKind.CLUB, name="Kuoro", sort="arts", fee=0, distance=0, languages=["fi"], accessible="yes"
    )
    page = visit(scene.colleague).get(f"{scene.unit}/hobbies")
    assert page.has("Kuoro")
    for gone in ("Nothing is free", "walking distance", "Nothing is in Finnish", "disability."):
        assert not page.has(gone)


def test_a_provider_sees_its_schools_side_by_side(village: Village, scene: Scene, visit: Visit) -> None:
    elsewhere = village.another_school("Kaislan koulu")
    a_programme(village, ProgrammeKind.CLUB, name="Kuoro", sort="arts", fee=0, unit_id=elsewhere)
    client = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))
    page = client.get(f"/communal/{village.provider_id}/hobbies")
    assert page.has("Kaislan koulu")
    assert page.has("Koivurannan koulu No club or hobby has been told of.")
    assert page.follow("Kuoro").has("0 €")
    del scene
