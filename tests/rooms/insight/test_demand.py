"""The coordinator of a county sees the demand of each municipality, out of what has been released and no more."""

import pytest

from tests.builders import Village
from tests.builders_access import Municipality
from tests.signing_in import Visit
from welfare.organisations.models import Organisation
from welfare.rules.actors import Role

ALL_HIDDEN = "hidden hidden hidden hidden hidden"


def rows_of(page: object) -> list[str]:
    return [node.text for node in page.tree.all("tr", when=lambda node: node.inside("tbody") is not None)]  # type: ignore[attr-defined]


def place(village: Village, provider_id: object, code: str) -> None:
    with village.work() as work:
        work.session.get_one(Organisation, provider_id).municipality_code = code


def test_a_county_sees_its_municipalities_by_name_and_its_sum(municipality: Municipality, visit: Visit) -> None:
    municipality.release()
    village = municipality.village
    place(village, village.provider_id, "272")
    place(village, municipality.other_provider, "849")
    client = visit(village.staff(Role.WELFARE_COORDINATOR, "Ulla Alue"))
    page = client.get("/communal/comparison").follow("Demand by municipality")
    assert page.has("School year 2025–2026")
    rows = [row.split(" ")[0] for row in rows_of(page)]
    assert rows.index("Kokkola") < rows.index("Toholampi")
    county = municipality.of(municipality.county_id, is_year=True).received.count
    assert any(row.endswith(f"{county}") or f" {county} " in row for row in rows_of(page))
    table = client.flask.get("/communal/comparison/demand.csv").get_data(as_text=True)
    assert "2025–2026,Kokkola," in table


def test_two_providers_of_one_municipality_are_told_as_one(municipality: Municipality, visit: Visit) -> None:
    municipality.release()
    village = municipality.village
    both = (village.provider_id, municipality.other_provider)
    for provider_id in both:
        place(village, provider_id, "272")
    page = visit(village.staff(Role.WELFARE_COORDINATOR, "Ulla Alue")).get("/communal/comparison/demand")
    counts = [municipality.of(provider_id, is_year=True).received.count for provider_id in both]
    told = "hidden" if None in counts else str(sum(count or 0 for count in counts))
    row = next(row for row in rows_of(page) if row.startswith("Kokkola"))
    assert f" {told} " in row


def test_a_provider_sees_its_own_municipality_alone(municipality: Municipality, visit: Visit) -> None:
    municipality.release()
    village = municipality.village
    place(village, village.provider_id, "272")
    page = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")).get("/communal/comparison/demand")
    assert [row.split(" ")[0] for row in rows_of(page)] == ["Kokkola"]
    assert not page.has("Saari")


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.CURATOR])
def test_nobody_else_sees_it_and_before_a_year_is_counted_there_is_none(
    village: Village, visit: Visit, role: Role
) -> None:
    visit(village.staff(role, "Ulla Muu")).get("/communal/comparison/demand", status=404)
    coordinator = visit(village.staff(Role.WELFARE_COORDINATOR, "Inger Alue"))
    assert coordinator.get("/communal/comparison/demand").has("No school year has been counted yet")
