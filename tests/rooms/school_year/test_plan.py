"""A school's plan of a year: goals that rest on something, with owners and measures; approved, carried on."""

from datetime import date

import pytest

from tests.builders import Someone, Village
from tests.builders_school_year import YEAR, a_goal, a_measure, a_plan, an_approved_year
from tests.client import Client, Page
from tests.signing_in import Visit
from welfare.rules.actors import Role
from welfare.rules.year_plans import MeasureState, Strength

GOAL = {
    "title_fi": "Kiusaamiseen puututaan samana päivänä",
    "title_sv": "Mobbning tas upp samma dag",
    "datum_source": "Oma kysely",
    "datum_value": "7 %",
    "datum_year": "2025",
    "target": "Alle 5 % kertoo kiusaamisesta.",
    "owner": "role:principal",
}
MEASURE = {
    "what_fi": "Toimintamalli harjoitellaan",
    "what_sv": "Modellen övas",
    "strength": "universal",
    "owner": "role:welfare_group",
    "due_on": "15.12.2026",
}


def plan(village: Village, year: int = YEAR) -> str:
    return f"/communal/{village.school_id}/action-plan/{year}"


def add_goal(client: Client, village: Village, status: int = 200, **changes: str) -> Page:
    return client.get(f"{plan(village)}/goals/new").form().fill(**(GOAL | changes)).submit(status=status)


def test_a_plan_is_begun_and_given_goals_and_measures(leader: Client, village: Village, teacher: Someone) -> None:
    page = leader.get(f"/communal/{village.school_id}").follow("Action plan")
    page = page.form("Begin the plan").submit()
    assert page.has("No goal yet")
    page = add_goal(leader, village, owner=f"person:{teacher.person_id}")
    assert page.has("Kiusaamiseen puututaan samana päivänä Oona Rautasalo")
    assert page.has("Oma kysely: 7 % (2025)")
    page = page.follow("Add a measure: Kiusaamiseen puututaan samana päivänä").form().fill(**MEASURE).submit()
    assert page.has("Toimintamalli harjoitellaan Welfare group · by 15 Dec 2026 · Universal Planned")
    assert page.has("0 of 1 measures done")
    page = page.form("Done: Toimintamalli harjoitellaan").submit()
    assert page.has("1 of 1 measures done")


def test_a_goal_rests_on_an_indicator_of_the_library(leader: Client, village: Village) -> None:
    a_plan(village)
    form = leader.get(f"{plan(village)}/goals/new").form()
    code = next(value for value in form.options["indicator"].values() if value)
    words = next(words for words, value in form.options["indicator"].items() if value == code)
    page = form.fill(**GOAL).submit(indicator=code, datum_source="")
    assert page.has(f"{words}: 7 % (2025)")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("owner", "", "a goal needs an owner"),
        ("owner", "role:nobody", "Choose one of the answers offered."),
        ("datum_source", "", "a goal rests on something that is known"),
        ("datum_value", "", "Write what the source tells"),
        ("datum_year", "", "Write the year"),
        ("datum_year", "1999", "Write a whole number from 2000"),
        ("target", "", "Write by what it is seen"),
        ("title_fi", "x" * 201, "too long"),
        ("indicator", "no_such", "Choose one of the answers offered."),
    ],
)
def test_a_goal_that_lacks_something_is_refused_at_its_field_and_nothing_typed_is_lost(
    leader: Client, village: Village, field: str, value: str, words: str
) -> None:
    a_plan(village)
    page = add_goal(leader, village, 422, **{field: value})
    assert words in page.field_error(field)
    assert page.form().data["title_sv"] == GOAL["title_sv"]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("due_on", "1.8.2027", "The day is not in the school year"),
        ("due_on", "31.7.2026", "The day is not in the school year"),
        ("due_on", "", "Write the day by which it is done."),
        ("owner", "", "what nobody owns is not done"),
        ("strength", "", "Choose whom the measure is for."),
        ("what_fi", "a\x00b", "signs that cannot be read"),
    ],
)
def test_a_measure_that_lacks_something_is_refused_at_its_field(
    leader: Client, village: Village, field: str, value: str, words: str
) -> None:
    goal_id = a_goal(village, a_plan(village))
    address = f"/communal/{village.school_id}/action-plan/goals/{goal_id}/measures/new"
    page = leader.get(address).form().fill(**(MEASURE | {field: value})).submit(status=422)
    assert words in page.field_error(field)
    assert page.form().data["what_sv"] == MEASURE["what_sv"]


def test_what_is_late_is_said_and_what_was_given_up_counts_no_more(leader: Client, village: Village) -> None:
    goal_id = a_goal(village, a_plan(village))
    a_measure(village, goal_id, "Myöhäinen", due_on=date(2026, 10, 1))
    a_measure(village, goal_id, "Tehty", state=MeasureState.DONE, strength=Strength.EARLY)
    a_measure(village, goal_id, "Luovuttu", state=MeasureState.DROPPED)
    page = leader.get(plan(village))
    assert page.has("1 of 2 measures done, 1 late")
    assert page.has("Myöhäinen Class teachers · by 1 Oct 2026 · Universal Late")
    picture = page.tree.first("svg", when=lambda node: node.get("role") == "img")
    assert picture is not None
    assert "Universal 2; Early 1; Corrective 0" in picture.text


def test_a_plan_that_lacks_something_is_not_approved(leader: Client, village: Village) -> None:
    a_goal(village, a_plan(village, heard=""))
    page = leader.get(plan(village)).follow("Approve the plan").form().submit(comment="Hyvä.", status=422)
    assert page.has("A goal has no measure.")
    assert page.has("Write who was heard")
    assert page.form().data["comment"] == "Hyvä."
    assert leader.get(plan(village)).has("Draft")


def test_a_plan_is_approved_by_its_leader_and_opened_again_by_a_change(leader: Client, village: Village) -> None:
    goal_id = a_goal(village, a_plan(village))
    a_measure(village, goal_id)
    page = leader.get(plan(village)).follow("Approve the plan").form().submit()
    assert page.has("The plan is approved.")
    assert page.has("Approved Approved 23 Nov 2026")
    page = page.form("Done: Aamutervehdys ovella").submit()
    assert page.has("Approved Approved 23 Nov 2026")
    page = page.follow("Change: Jokainen tulee nähdyksi").form("Save").submit(target="Kaikki.")
    assert page.has("Draft Approved 23 Nov 2026; changed since")


def test_colleagues_read_the_plan_and_change_nothing(reader: Client, village: Village) -> None:
    _plan_id, goal_id, measure_id = an_approved_year(village)
    page = reader.get(plan(village))
    assert page.has("Jokainen tulee nähdyksi")
    assert {"Add a goal", "Approve the plan", "Change"}.isdisjoint(page.links)
    within = f"/communal/{village.school_id}/action-plan"
    for address in (f"goals/{goal_id}", f"measures/{measure_id}", f"{YEAR}/words", f"{YEAR}/approve"):
        reader.get(f"{within}/{address}", status=404)


def test_goals_for_which_something_is_left_go_on_into_the_next_year(leader: Client, village: Village) -> None:
    earlier = a_plan(village, year=2025)
    a_measure(village, a_goal(village, earlier, "Jatkuu"), due_on=date(2026, 3, 1))
    a_measure(village, a_goal(village, earlier, "Pois", 2), due_on=date(2026, 3, 1))
    done = a_goal(village, earlier, "Valmis", 3)
    a_measure(village, done, due_on=date(2026, 3, 1), state=MeasureState.DONE)
    form = leader.get(plan(village)).form("Begin the plan")
    assert set(form.options["carry"]) == {"Jatkuu", "Pois"}
    page = form.fill(carry=form.options["carry"]["Jatkuu"]).submit()
    assert page.has("Jatkuu Principal · goes on from last year")
    assert not page.has("Pois")
    assert page.has("No measure yet")


def test_a_goal_that_was_evaluated_stays(leader: Client, village: Village) -> None:
    _plan_id, goal_id, _measure_id = an_approved_year(village)
    address = f"/communal/{village.school_id}/action-plan/goals/{goal_id}"
    finding = leader.get(f"{address}/evaluation/mid-year").form()
    finding.choose(rating="Partly reached").submit(evidence="Kysely.")
    assert leader.get(address).form("Take the goal out").submit().has("The goal has been evaluated and stays")
    other = a_goal(village, _plan_id, "Toinen", 2)
    page = leader.get(address.replace(str(goal_id), str(other))).form("Take the goal out").submit()
    assert page.has("The goal is no longer in the plan.")


def test_the_second_of_two_who_change_one_sees_what_the_first_saved(leader: Client, village: Village) -> None:
    goal_id = a_goal(village, a_plan(village))
    measure_id = a_measure(village, goal_id)
    within = f"/communal/{village.school_id}/action-plan"
    for address, field in (
        (f"goals/{goal_id}", "target"),
        (f"measures/{measure_id}", "what_fi"),
        (f"{YEAR}/words", "heard"),
    ):
        mine, theirs = (leader.get(f"{within}/{address}").form("Save") for _ in range(2))
        theirs.fill(**{field: "Toisen sanat"}).submit()
        page = mine.fill(**{field: "Omat sanat"}).submit(status=409)
        assert page.has("Toisen sanat")
        assert page.form("Save").data[field] == "Omat sanat"


def test_a_plan_of_another_unit_is_not_found(visit: Visit, village: Village) -> None:
    _plan_id, goal_id, measure_id = an_approved_year(village)
    elsewhere = village.another_school()
    client = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))
    for address in (f"goals/{goal_id}", f"measures/{measure_id}"):
        client.get(f"/communal/{elsewhere}/action-plan/{address}", status=404)
        client.get(f"/communal/{village.school_id}/action-plan/{address}")


def test_a_year_without_a_plan_has_none_of_its_pages(leader: Client, village: Village) -> None:
    for address in ("goals/new", "words", "approve", "evaluation/mid-year"):
        leader.get(f"{plan(village)}/{address}", status=404)
    a_plan(village)
    leader.get(f"{plan(village)}/goals/new")


def test_the_page_of_the_school_says_how_the_year_stands(leader: Client, village: Village) -> None:
    page = leader.get(f"/communal/{village.school_id}")
    assert page.has("The plan of this year has not begun.")
    assert page.has("to be approved by 30 Sep 2026")
    an_approved_year(village)
    page = leader.get(f"/communal/{village.school_id}")
    assert page.has("Jokainen tulee nähdyksi Principal · 0 of 1 measures done")
    assert page.has("approved 21 Sep 2026")
    assert page.has("Mid-year review by 15 Jan 2027")


def test_a_year_that_was_not_evaluated_is_said_to_be_late(leader: Client, village: Village) -> None:
    an_approved_year(village, year=2025)
    assert leader.get(f"/communal/{village.school_id}").has("the year 2025–2026 was not evaluated")
