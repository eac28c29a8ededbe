"""A coordinator sees the schools of one provider or county beside each other, by name and never as a ranking."""

import pytest

from tests.builders import Village
from tests.signing_in import Visit
from welfare.rules.actors import Role


@pytest.mark.parametrize("role", [Role.PROVIDER_COORDINATOR, Role.WELFARE_COORDINATOR])
def test_a_coordinator_sees_every_school_by_name_with_the_number_of_its_pupils(
    village: Village, visit: Visit, role: Role
) -> None:
    village.another_school("Kaislan koulu")
    village.student("Aada Metsäpelto", village.a_class("8B"))
    page = visit(village.staff(role, "Kaisa Koordinaattori")).get("/communal").follow("Schools beside each other")
    rows = [node.text for node in page.tree.all("tr", when=lambda node: node.inside("tbody") is not None)]
    assert [row.split(" Finnish ")[0] for row in rows] == ["Kaislan koulu", "Koivurannan koulu"]
    assert [row.split(" Finnish ")[1].split()[0] for row in rows] == ["0", "1"]


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.TEACHER, Role.CURATOR, Role.ADMINISTRATOR])
def test_nobody_else_compares_schools(village: Village, visit: Visit, role: Role) -> None:
    client = visit(village.staff(role, "Ulla Muu"))
    client.get("/communal/comparison", status=404)


def test_a_school_leads_to_its_own_page(village: Village, visit: Visit) -> None:
    page = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")).get("/communal/comparison")
    assert page.follow("Koivurannan koulu").has("Basic education")
