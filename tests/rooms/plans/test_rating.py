"""Goals are rated by three who see them apart, drawn over time, and closed with what became of them."""

from datetime import date

import pytest

from tests.builders_cases import a_case
from tests.builders_journal import Matter
from tests.builders_plans import LEVELS, TITLE, Planned, a_closed_goal, a_goal, a_plan, a_rating, a_text
from tests.client import Client, Page, PageForm
from tests.clock import Clock
from tests.page_tree import Node
from tests.signing_in import Visit
from welfare.plans.actions import GoalNotClosedError, NoPlanError, RatingRefusedError
from welfare.plans.queries import ratings_of
from welfare.rules.goal_scaling import Level
from welfare.rules.goals import Outcome, Rater
from welfare.ui.characters import MINUS

MONDAY, WEEK_LATER = date(2026, 11, 16), date(2026, 11, 23)


def rate_form(client: Client, planned: Planned) -> PageForm:
    return client.get(f"{planned.url}/rate").form("Keep the rating")


def table_of(page: Page, heading: str) -> list[list[str]]:
    """The rows of the table beside the plot of this title."""
    tables = page.tree.all("table", when=lambda node: _is_called(node, heading))
    assert len(tables) == 1
    return [[cell.text for cell in row.all("th", "td")] for row in tables[0].all("tr")]


def _is_called(table: Node, heading: str) -> bool:
    caption = table.first("caption")
    return caption is not None and caption.text == heading


def test_each_of_the_three_is_drawn_apart_and_what_is_missing_is_said(planned: Planned, saara: Client) -> None:
    a_rating(planned.matter, Rater.STUDENT, MONDAY, {1: Level.MUCH_LESS})
    a_rating(planned.matter, Rater.STUDENT, WEEK_LATER, {1: Level.EXPECTED})
    a_rating(planned.matter, Rater.GUARDIAN, MONDAY, {1: Level.LESS})
    a_rating(planned.matter, Rater.WORKER, WEEK_LATER, {1: Level.MORE})
    page = saara.get(planned.url)
    assert table_of(page, "Ratings of goal 1") == [
        ["Series", "16 Nov", "23 Nov"],
        ["Pupil", f"{MINUS}2", "0"],
        ["Guardian", f"{MINUS}1", "no rating"],
        ["Worker", "no rating", "+1"],
    ]
    plot = page.tree.first("svg", when=lambda node: node.get("aria-labelledby").startswith("plot-1"))
    assert plot is not None
    assert plot.first("desc").text == f"Pupil: first {MINUS}2, now 0. Guardian: {MINUS}1. Worker: +1."  # type: ignore[union-attr]
    lines = plot.all("polyline")
    assert len(lines) == 1  # of the two raters who said something once there is a mark and no line


def test_the_last_word_of_a_day_counts_and_the_earlier_is_kept(planned: Planned, saara: Client, clock: Clock) -> None:
    for level in (Level.LESS, Level.MORE):
        clock.forward(seconds=1)
        a_rating(planned.matter, Rater.STUDENT, WEEK_LATER, {1: level})
    assert table_of(saara.get(planned.url), "Ratings of goal 1")[1] == ["Pupil", "+1"]
    with planned.matter.village.ledger.transaction() as transaction:
        assert len(ratings_of(transaction.session, planned.plan_id)) == 2


def test_all_goals_together_are_one_figure(matter: Matter, saara: Client) -> None:
    planned = a_plan(matter, a_text(a_goal(), a_goal(2, "Nukun kahdeksan tuntia")))
    a_rating(matter, Rater.STUDENT, MONDAY, {1: Level.MORE, 2: Level.MORE})
    a_rating(matter, Rater.STUDENT, WEEK_LATER, {1: Level.EXPECTED, 2: Level.EXPECTED})
    a_rating(matter, Rater.WORKER, WEEK_LATER, {1: Level.MORE})
    assert table_of(saara.get(planned.url), "All goals together") == [
        ["Series", "16 Nov", "23 Nov"],
        ["Pupil", "62", "50"],
        ["Worker", "no rating", "60"],
    ]


def test_a_rating_is_given_by_the_levels_words(planned: Planned, saara: Client) -> None:
    form = rate_form(saara, planned)
    assert form.data["rated_on"] == "23.11.2026"
    page = form.page
    assert page.has(TITLE)
    for words in LEVELS:
        assert page.has(words)
    page = form.fill(rater="student", goal_1="-1", note="Maanantai meni hyvin.").submit()
    assert page.has("The rating is kept.")
    assert table_of(page, "Ratings of goal 1")[1] == ["Pupil", f"{MINUS}1"]
    assert page.by_id("notes").text.endswith("23 Nov 2026, Pupil Maanantai meni hyvin.")


@pytest.mark.parametrize(
    ("answers", "field", "words"),
    [
        ({"goal_1": "none"}, "goal_1", "Rate at least one goal."),
        ({"rated_on": "24.11.2026"}, "rated_on", "The day is still to come."),
        ({"rated_on": "15.11.2026"}, "rated_on", "On this day there was no plan yet."),
        ({"rated_on": ""}, "rated_on", "Write the day of the rating."),
        ({"note": "x" * 40_000}, "note", "The text is too long"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(
    planned: Planned, saara: Client, answers: dict[str, str], field: str, words: str
) -> None:
    good = {"rater": "worker", "goal_1": "0", "rated_on": "23.11.2026", "note": "Sovittu."}
    page = rate_form(saara, planned).fill(**{**good, **answers}).submit(status=422)
    assert words in page.field_error(field)
    assert page.form("Keep the rating").data["note"] == {**good, **answers}["note"]
    assert page.form("Keep the rating").fill(**good).submit().has("The rating is kept.")


def test_a_plan_that_is_not_there_cannot_be_rated(matter: Matter, saara: Client) -> None:
    saara.get(f"/cases/{matter.case_id}/plan/rate", status=404)
    with pytest.raises(NoPlanError):
        a_rating(matter, Rater.STUDENT, MONDAY, {1: Level.MORE})


def test_a_closed_goal_is_rated_no_more(planned: Planned, saara: Client) -> None:
    a_rating(planned.matter, Rater.STUDENT, MONDAY, {1: Level.MORE})
    a_closed_goal(planned.matter, planned.goal_id)
    with pytest.raises(RatingRefusedError):
        a_rating(planned.matter, Rater.STUDENT, WEEK_LATER, {1: Level.MORE})
    saara.get(f"{planned.url}/rate", status=409)
    assert "Rate the goals" not in saara.get(planned.url).links


def test_a_goal_is_closed_with_its_outcome_and_its_measures_wait_no_more(planned: Planned, mirja: Client) -> None:
    assert mirja.get("/").has("Carry out a measure of the plan")
    form = mirja.get(f"{planned.url}/goals/{planned.goal_id}/close").form("Close the goal")
    page = form.fill(outcome="attained").submit()
    assert page.has("Goal 1 is closed.")
    assert page.has(f"{TITLE} Attained")
    assert not mirja.get("/").has("Carry out a measure of the plan")


def test_a_goal_that_was_not_attained_says_why(planned: Planned, saara: Client) -> None:
    url = f"{planned.url}/goals/{planned.goal_id}/close"
    page = saara.get(url).form("Close the goal").fill(outcome="not_attained").submit(status=422)
    assert page.field_error("note") == "Error: Write why the goal is closed so."
    page = page.form("Close the goal").fill(note="Muutto kesken lukukauden.").submit()
    assert page.has("Muutto kesken lukukauden.")


def test_a_goal_is_closed_once(planned: Planned, saara: Client, mirja: Client) -> None:
    url = f"{planned.url}/goals/{planned.goal_id}/close"
    form = saara.get(url).form("Close the goal")
    mirja.get(url).form("Close the goal").fill(outcome="partly").submit()
    assert form.fill(outcome="dropped", note="Ei enää.").submit().has("Somebody has closed this goal already.")
    assert saara.get(url).has("Somebody has closed this goal already.")
    with pytest.raises(GoalNotClosedError):
        a_closed_goal(planned.matter, planned.goal_id, Outcome.ATTAINED)


def test_what_lies_in_another_matter_is_not_found_through_ones_own(
    planned: Planned, saara: Client, visit: Visit
) -> None:
    village, matter = planned.matter.village, planned.matter
    other = village.student("Elias Haapakorpi", village.a_class("7C"))
    case_id = a_case(village, other, matter.saara)
    for path in (f"goals/{planned.goal_id}/close", f"measures/{planned.measure_id}/end"):
        saara.get(f"/cases/{case_id}/plan/{path}", status=404)
        saara.get(f"{planned.url}/{path}")
    visit(other).get(planned.own, status=404)
