"""Whoever works at a school, above it or below it sees its communal work; nobody else finds that there is any."""

from uuid import uuid4

import pytest

from tests.builders import Village
from tests.signing_in import Visit
from welfare.rules.actors import Role


@pytest.mark.parametrize("role", [Role.TEACHER, Role.SCHOOL_ASSISTANT, Role.PRINCIPAL, Role.NURSE, Role.CURATOR])
def test_everybody_at_the_school_finds_its_communal_work_and_that_of_the_offices_above(
    village: Village, visit: Visit, role: Role
) -> None:
    page = visit(village.staff(role, "Ulla Muu")).get("/").follow("Communal work")
    for name in ("Koivurannan koulu", "Rannan kunta", "Rannan hyvinvointialue"):
        assert page.follow(name).has(name)


def test_a_coordinator_finds_every_school_of_the_provider(village: Village, visit: Visit) -> None:
    village.another_school("Kaislan koulu")
    page = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")).get("/communal")
    assert page.follow("Koivurannan koulu").has("Basic education")
    assert page.follow("Kaislan koulu").has("Basic education")


def test_another_school_does_not_exist_for_a_teacher(village: Village, visit: Visit) -> None:
    elsewhere = village.another_school("Kaislan koulu")
    client = visit(village.staff(Role.TEACHER, "Oona Rautasalo"))
    assert not client.get("/communal").has("Kaislan koulu")
    nowhere = client.get(f"/communal/{uuid4()}", status=404)
    assert client.get(f"/communal/{elsewhere}", status=404).main == nowhere.main
    assert client.get(f"/communal/{village.school_id}").has("Koivurannan koulu")


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER])
def test_offices_that_do_no_communal_work_have_no_place_for_it(village: Village, visit: Visit, role: Role) -> None:
    client = visit(village.staff(role, "Ville Virkailija"))
    assert "Communal work" not in client.get("/").links
    client.get("/communal", status=404)
    client.get(f"/communal/{village.school_id}", status=404)
