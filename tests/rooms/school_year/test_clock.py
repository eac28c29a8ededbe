"""A school's year by months: begun from the template or the year before, with owners, done or late, never a pupil."""

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_school_year import YEAR, a_task
from tests.client import Client, Page
from tests.clock import Clock
from tests.signing_in import Visit
from welfare.organisations.models import Organisation
from welfare.rules.actors import Role
from welfare.rules.unit_types import UnitType
from welfare.school_year.models import ClockTask

WORDS = {"title_fi": "Ryhmäytyspäivä", "title_sv": "Gruppdag", "month": "9", "day": "4", "owner": "role:class_teachers"}


def clock(village: Village, year: int = YEAR) -> str:
    return f"/communal/{village.school_id}/clock/{year}"


def add(client: Client, village: Village, status: int = 200, **changes: str) -> Page:
    form = client.get(f"{clock(village)}/new").form()
    return form.fill(**(WORDS | changes)).submit(status=status)


def test_a_year_begins_from_the_template(leader: Client, village: Village) -> None:
    page = leader.get(f"/communal/{village.school_id}").follow("Annual clock")
    assert page.has("The year 2026–2027 has not begun")
    page = page.form("Begin the year").submit()
    assert page.has("The year has its tasks.")
    assert page.has("The welfare group is named, with seats for pupils and guardians")
    assert page.has("0 of 19 tasks are done. 8 are late.")


@pytest.mark.parametrize(
    ("unit_type", "has_move", "has_council"),
    [(UnitType.BASIC, True, True), (UnitType.UPPER_SECONDARY, False, True), (UnitType.PRE_PRIMARY, False, False)],
)
def test_a_year_holds_what_those_of_the_age_do(
    leader: Client, village: Village, unit_type: UnitType, *, has_move: bool, has_council: bool
) -> None:
    """Move! is measured in grades 5 and 8; the youngest have no student council."""
    with village.work() as work:
        work.session.get_one(Organisation, village.school_id).unit_type = unit_type
    page = leader.get(clock(village)).form("Begin the year").submit()
    assert page.has("The welfare group is named")
    assert (page.has("Move! measurements"), page.has("Ideas of the student council")) == (has_move, has_council)


def test_the_template_speaks_the_readers_language(leader: Client, village: Village) -> None:
    leader.get(clock(village)).form("Begin the year").submit()
    leader.flask.set_cookie("language", "fi")
    assert leader.get(clock(village)).has("Turvallisuuskävely oppilaiden kanssa")
    leader.flask.set_cookie("language", "sv")
    assert leader.get(clock(village)).has("Trygghetsvandring med eleverna")


def test_a_year_that_somebody_has_begun_meanwhile_is_not_begun_twice(leader: Client, village: Village) -> None:
    one, other = (leader.get(clock(village)) for _ in range(2))
    one.form("Begin the year").submit()
    assert other.form("Begin the year").submit().has("Somebody has begun this year already.")
    with village.ledger.transaction() as transaction:
        assert len(transaction.session.scalars(select(ClockTask)).all()) == 19


def test_a_year_begins_with_the_tasks_of_the_year_before_and_tells_what_changed(
    leader: Client, village: Village
) -> None:
    a_task(village, "Vanhempainilta", year=2025, month=10)
    a_task(village, "Muuttuva", year=2025, month=9)
    a_task(village, "Poistuva", year=2025, month=3)
    page = leader.get(clock(village))
    assert page.has("It begins with the 3 tasks of 2025–2026.")
    page = page.form("Begin the year").submit()
    assert not page.has("What changed from 2025–2026")
    page.follow("Muuttuva").form("Save").submit(month="11", owner="role:curator")
    page = leader.get(clock(village)).follow("Poistuva").form("Take it out of this year").submit()
    page = add(leader, village)
    assert page.has("What changed from 2025–2026")
    assert page.has("Ryhmäytyspäivä New")
    assert page.has("Muuttuva Moved from September to November; From Principal to Curator")
    assert page.has("Poistuva Left out")
    assert not page.has("Vanhempainilta Moved")


def test_a_task_is_given_to_a_colleague_by_name(leader: Client, village: Village, teacher: Someone) -> None:
    page = add(leader, village, owner=f"person:{teacher.person_id}")
    assert page.has("The task is in the clock.")
    assert page.has("Ryhmäytyspäivä Oona Rautasalo · by 4 Sep")


def test_whoever_has_left_stays_the_owner_until_another_is_named(leader: Client, village: Village) -> None:
    stranger = village.staff(Role.TEACHER, "Petri Hongisto", school_id=village.another_school())
    a_task(village, "Kysely", owner=stranger)
    page = leader.get(clock(village))
    assert page.has("Kysely Petri Hongisto")
    page = page.follow("Kysely").form("Save").submit(day="12")
    assert page.has("Kysely Petri Hongisto · by 12 Nov")


def test_one_language_stands_for_both(leader: Client, village: Village) -> None:
    add(leader, village, title_sv="")
    leader.flask.set_cookie("language", "sv")
    assert leader.get(clock(village)).has("Ryhmäytyspäivä")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("month", "", "Choose the month."),
        ("month", "13", "Choose one of the answers offered."),
        ("day", "31", "The month has no such day."),
        ("day", "0", "Write a whole number from 1 to 31."),
        ("owner", "", "what nobody owns is not done"),
        ("owner", "person:5b2f0c1e-6f0f-4a63-9d3c-0a3f6f1d2b77", "Choose one of the answers offered."),
        ("title_fi", "x" * 161, "too long"),
        ("note", "a\x00b", "signs that cannot be read"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost(
    leader: Client, village: Village, field: str, value: str, words: str
) -> None:
    page = add(leader, village, 422, **{field: value})
    assert words in page.field_error(field)
    assert page.form().data["title_sv"] == "Gruppdag"


def test_a_task_without_words_is_refused(leader: Client, village: Village) -> None:
    page = add(leader, village, 422, title_fi="", title_sv="")
    assert "Finnish or in Swedish" in page.field_error("title_fi")


def test_done_late_and_done_after_all(leader: Client, village: Village) -> None:
    a_task(village, "Myöhäinen", month=9)
    page = leader.get(clock(village))
    assert page.has("Myöhäinen Principal Late")
    assert page.has("0 of 1 tasks are done. 1 is late.")
    page = page.form("Done: Myöhäinen").submit()
    assert page.has("Myöhäinen Principal · done 23 Nov Done")
    assert page.has("1 of 1 tasks are done.")
    page = page.form("Not done after all: Myöhäinen").submit()
    assert page.has("Myöhäinen Principal Late")


def test_a_task_is_late_from_the_day_after_its_own(
    visit: Visit, principal: Someone, village: Village, clock: Clock
) -> None:
    a_task(village, "Tänään", day=23)
    address = f"/communal/{village.school_id}/clock"
    assert visit(principal).get(address).has("Tänään Principal · by 23 Nov This month")
    clock.forward(days=1)
    assert visit(principal).get(address).has("Tänään Principal · by 23 Nov Late")


def test_the_second_of_two_who_change_one_sees_what_the_first_saved(leader: Client, village: Village) -> None:
    address = f"/communal/{village.school_id}/clock/tasks/{a_task(village, 'Kysely')}"
    mine, theirs = (leader.get(address).form("Save") for _ in range(2))
    theirs.submit(title_fi="Kysely ja keskustelu")
    page = mine.submit(title_fi="Kyselyn tulokset", status=409)
    assert page.has("Kysely ja keskustelu")
    assert page.form("Save").data["title_fi"] == "Kyselyn tulokset"
    assert page.form("Save").submit().has("Kyselyn tulokset")


def test_colleagues_read_the_clock_and_change_nothing(reader: Client, village: Village) -> None:
    task_id = a_task(village, "Kysely")
    page = reader.get(clock(village))
    assert page.has("Kysely Principal")
    assert {"Add a task", "Kysely"}.isdisjoint(page.links)
    for address in (f"{clock(village)}/new", f"/communal/{village.school_id}/clock/tasks/{task_id}"):
        reader.get(address, status=404)


def test_a_task_is_found_in_its_own_unit_alone(visit: Visit, village: Village) -> None:
    elsewhere = village.another_school()
    task_id = a_task(village, "Kysely")
    client = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))
    client.get(f"/communal/{elsewhere}/clock/tasks/{task_id}", status=404)
    assert client.get(f"/communal/{village.school_id}/clock/tasks/{task_id}").form("Save").data["title_fi"] == "Kysely"


@pytest.mark.parametrize("year", [1999, 2101])
def test_a_year_out_of_reach_is_no_page(leader: Client, village: Village, year: int) -> None:
    leader.get(clock(village, year), status=404)
    assert leader.get(clock(village, 2100)).has("The year 2100–2101 has not begun")


def test_offices_have_clocks_of_their_own(visit: Visit, village: Village) -> None:
    client = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))
    page = client.get(f"/communal/{village.provider_id}/clock").form("Begin the year").submit()
    assert page.has("The steering group is named and the groups of the schools are noted")
    assert not page.has("School Health Promotion survey")


def test_the_wheel_says_in_words_what_it_shows(leader: Client, village: Village) -> None:
    for number in range(9):
        a_task(village, f"Työ {number}", month=5)
    page = leader.get(clock(village))
    picture = page.tree.first("svg", when=lambda node: node.get("role") == "img")
    assert picture is not None
    assert "0 of 9 tasks are done." in picture.text
    assert "+1" in picture.text
