"""A unit of early childhood education: its own plan, group, year and programmes, and no student welfare (OHL 1 §)."""

from datetime import date
from uuid import UUID

import pytest

from tests.builders import Someone, Village
from tests.builders_groups import a_group
from tests.builders_statutory import a_version
from tests.client import Client
from tests.signing_in import Visit
from welfare.organisations.models import Organisation
from welfare.rules.actors import Role
from welfare.rules.unit_types import UnitType

PROTECTION = "Plan against violence, bullying and harassment"
OF_STUDENT_WELFARE = (
    "self-control",
    "staffing",
    "staffing/staffing.csv",
    "absences",
    "inspections",
    "climate",
    "hobbies",
)


@pytest.fixture
def centre(village: Village) -> UUID:
    """A day-care centre of the same municipality."""
    unit_id = village.another_school("Vanamon päiväkoti", "VANA")
    with village.work() as work:
        work.session.get_one(Organisation, unit_id).unit_type = UnitType.EARLY_CHILDHOOD
    return unit_id


@pytest.fixture
def head(village: Village, centre: UUID) -> Someone:
    return village.staff(Role.PRINCIPAL, "Päivi Johtaja", school_id=centre)


@pytest.fixture
def leader(visit: Visit, head: Someone) -> Client:
    return visit(head)


@pytest.fixture
def coordinator(village: Village, visit: Visit) -> Client:
    return visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))


def test_its_one_duty_is_that_of_its_own_act_and_the_page_says_why(leader: Client, centre: UUID) -> None:
    page = leader.get(f"/communal/{centre}")
    assert [node.text for node in page.by_id("duties").all("h3")] == [PROTECTION]
    assert page.has("1 late")
    assert page.has("VakaL section 10")
    assert page.has("Student welfare begins with pre-primary education (OHL section 1).")
    assert not page.has("has not been named for these days")


def test_a_school_has_the_duties_of_student_welfare_and_no_such_note(village: Village, visit: Visit) -> None:
    page = visit(village.staff(Role.PRINCIPAL, "Riitta Reksi")).get(f"/communal/{village.school_id}")
    assert page.has("has not been named for these days")
    assert page.has("Self-control")
    assert not page.has("VakaL")
    assert not page.has("begins with pre-primary education")


@pytest.mark.parametrize("address", OF_STUDENT_WELFARE)
def test_what_is_reckoned_or_checked_of_pupils_has_no_page_there(
    village: Village, coordinator: Client, centre: UUID, address: str
) -> None:
    coordinator.get(f"/communal/{centre}/{address}", status=404)
    coordinator.get(f"/communal/{village.school_id}/{address}")


def test_its_plan_against_bullying_has_the_headings_of_small_children_and_lights_the_duty(
    leader: Client, centre: UUID
) -> None:
    page = leader.get(f"/communal/{centre}/statutory-plans")
    assert not page.has("Welfare plan of the school")
    assert "Self-control" not in page.links
    page = page.form(f"Begin the plan: {PROTECTION}").submit()
    assert page.has("Preventing, in play and every day")
    assert not page.has("POL 29")
    page = page.follow("Write: Telling the guardians").form().submit(text_fi="Kerrotaan samana päivänä.")
    assert page.has("Kerrotaan samana päivänä.")


def test_once_approved_its_plan_is_in_order(village: Village, leader: Client, centre: UUID) -> None:
    a_version(village, unit_id=centre, approved_on=date(2026, 9, 1), review_on=date(2028, 8, 31))
    assert leader.get(f"/communal/{centre}").has("1 in order")


def test_the_school_section_cannot_be_begun_there_and_can_at_a_school(
    village: Village, coordinator: Client, centre: UUID
) -> None:
    page = coordinator.get(f"/communal/{village.school_id}/statutory-plans")
    form = page.form("Begin the plan: Welfare plan of the school")
    address = form.node.get("action")
    coordinator.post(address.replace(str(village.school_id), str(centre)), form.data, status=404)
    assert form.submit().has("Guidance and transitions")


def test_its_group_has_its_own_name_and_tasks_and_nobody_whom_an_act_demands(leader: Client, centre: UUID) -> None:
    page = leader.get(f"/communal/{centre}/groups/new/school").form().submit()
    assert page.heading == "Wellbeing group of early childhood education"
    assert page.has("Ei käsittele yksittäisen lapsen asioita.")
    assert page.has("No act says who sits in the group")
    assert not page.has("Missing")
    seats = page.follow("Add seats for guardians or partners").form()
    assert list(seats.options["holder"]) == ["Representatives of guardians", "A partner organisation"]
    assert not leader.get(f"/communal/{centre}/groups").has("omplete")


def test_the_group_of_a_school_lacks_those_whom_the_act_demands(village: Village, visit: Visit) -> None:
    principal = village.staff(Role.PRINCIPAL, "Riitta Reksi")
    page = visit(principal).get(f"/communal/{village.school_id}/groups/{a_group(village, principal)}")
    assert page.has("Missing")
    assert (
        "Representatives of pupils"
        in page.follow("Add seats for pupils, guardians or partners").form().options["holder"]
    )


def test_its_year_begins_with_tasks_of_its_own(leader: Client, centre: UUID) -> None:
    page = leader.get(f"/communal/{centre}/clock/2026").form("Begin the year").submit()
    assert page.has("Parents’ evening: play, friends and safe days")
    assert page.has("Head of the unit")
    assert not page.has("Move! measurements")
    assert not page.has("School Health Promotion survey")


def test_it_is_offered_the_programme_of_small_children_and_none_that_pupils_carry_out(
    leader: Client, centre: UUID
) -> None:
    page = leader.get(f"/communal/{centre}/programmes")
    assert page.has("Play, feelings and friendship, against bullying")
    assert not page.has("KiVa School")
    leader.get(f"/communal/{centre}/programmes/new/early-years")
    leader.get(f"/communal/{centre}/programmes/new/kiva", status=404)


def test_children_are_heard_there_and_no_student_council_is(leader: Client, centre: UUID) -> None:
    form = leader.get(f"/communal/{centre}/hearings/new").form()
    assert list(form.options["heard"]) == ["Children", "Guardians", "Staff"]
    assert "In the student council" not in form.options["way"]


@pytest.mark.usefixtures("centre")
def test_the_comparison_finds_no_gap_where_there_is_no_duty(coordinator: Client) -> None:
    page = coordinator.get("/communal/comparison")
    row = next(node for node in page.tree.all("tr") if "Vanamon päiväkoti" in node.text)
    cells = [node.text for node in row.all("td")]
    assert [cell for cell in cells if cell != "–"] == ["Finnish", "Late · no approved version"]
    school = next(node for node in page.tree.all("tr") if "Koivurannan koulu" in node.text)
    assert len([node for node in school.all("td") if "Late" in node.text]) > 1


def test_who_works_there_alone_asks_no_support_for_pupils_and_a_teacher_of_a_school_does(
    village: Village, visit: Visit, centre: UUID
) -> None:
    carer = visit(village.staff(Role.TEACHER, "Kaarina Kasvattaja", school_id=centre))
    carer.get("/requests/new", status=404)
    assert "Ask for support" not in carer.get("/").main
    visit(village.staff(Role.TEACHER, "Olli Opettaja")).get("/requests/new")
