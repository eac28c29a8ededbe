"""Whoever works with a unit sees how its students reach the services, in numbers that tell of nobody."""

import pytest

from tests.builders import Village
from tests.builders_access import Municipality
from tests.signing_in import Visit
from welfare.rules.actors import Role


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.TEACHER, Role.CURATOR])
def test_whoever_works_at_a_school_sees_its_terms_and_its_years(
    municipality: Municipality, visit: Visit, role: Role
) -> None:
    municipality.release()
    largest = municipality.schools[-1]
    unit = visit(municipality.village.staff(role, "Riitta Reksi", school_id=largest)).get(f"/communal/{largest}")
    assert unit.has("Spring term 2026 71 80 % (n = 55)")
    page = unit.follow("All terms")
    assert page.heading == "Access to services"
    assert page.has("School year 2025–2026 132")
    assert page.has("Hidden: a number below 5")
    assert "Requests by service" not in page.text


def test_a_provider_sees_its_schools_by_name_and_its_services(municipality: Municipality, visit: Visit) -> None:
    municipality.release()
    kaisa = visit(municipality.village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))
    page = kaisa.get(f"/communal/{municipality.village.provider_id}/services")
    assert page.has("Niemen koulu School year 2025–2026 103")
    assert page.has("Requests by service")
    assert "Saaren koulu" not in page.text


def test_nobody_from_elsewhere_sees_a_schools_numbers(municipality: Municipality, visit: Visit) -> None:
    municipality.release()
    first, second, *_others = municipality.schools
    teacher = visit(municipality.village.staff(Role.TEACHER, "Oona Rautasalo", school_id=first))
    teacher.get(f"/communal/{second}/services", status=404)
    assert teacher.get(f"/communal/{first}/services").has("Autumn term 2025 10 hidden")


def test_before_a_term_has_been_counted_the_page_says_so(village: Village, visit: Visit) -> None:
    client = visit(village.staff(Role.PRINCIPAL, "Riitta Reksi"))
    assert client.get(f"/communal/{village.school_id}/services").has("No term has been counted yet")
    assert "Access to services" not in client.get(f"/communal/{village.school_id}").text
