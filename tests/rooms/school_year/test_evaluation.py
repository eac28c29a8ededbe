"""A plan is evaluated at mid-year and at the end: goal by goal, then the whole; what was never approved, never."""

import pytest

from tests.builders import Village
from tests.builders_school_year import YEAR, a_goal, a_measure, a_plan, an_approved_year
from tests.client import Client, Page

FOUND = {"evidence": "Kyselyn tulos on parempi.", "lessons": "Jatketaan."}


def evaluation(village: Village, stage: str = "mid-year") -> str:
    return f"/communal/{village.school_id}/action-plan/{YEAR}/evaluation/{stage}"


def rate_whole(client: Client, village: Village, status: int = 200, **changes: str) -> Page:
    form = client.get(f"{evaluation(village)}/whole").form().choose(rating="Mostly reached")
    return form.fill(**(FOUND | changes)).submit(status=status)


def test_a_plan_is_evaluated_and_the_evaluation_kept(leader: Client, village: Village) -> None:
    an_approved_year(village)
    page = leader.get(f"/communal/{village.school_id}/action-plan/{YEAR}").follow("Mid-year review")
    assert page.has("A goal has not been rated yet.")
    page = page.form("Finish the evaluation").submit()
    assert page.has("The year as a whole has not been rated yet.")
    page = page.follow("Rate: Jokainen tulee nähdyksi").form().choose(rating="Reached").fill(**FOUND).submit()
    assert page.has("Reached Kyselyn tulos on parempi.")
    page = rate_whole(leader, village, published_on="20.11.2026")
    assert page.has("Main results made public 20 Nov 2026")
    page = page.form("Finish the evaluation").submit()
    assert page.has("Finished 23 Nov 2026.")
    assert "Change" not in page.links
    assert leader.get(f"/communal/{village.school_id}").has("Evaluation of the year by 15 Jun 2027")


def test_what_was_finished_is_no_longer_changed(leader: Client, village: Village) -> None:
    an_approved_year(village)
    page = leader.get(evaluation(village))
    page.follow("Rate: Jokainen tulee nähdyksi").form().choose(rating="Not reached").fill(**FOUND).submit()
    rate_whole(leader, village)
    late = leader.get(f"{evaluation(village)}/whole").form()
    leader.get(evaluation(village)).form("Finish the evaluation").submit()
    page = late.submit(evidence="Toisin.", status=422)
    assert page.has("The evaluation has been finished")
    assert page.form().data["evidence"] == "Toisin."


def test_a_plan_that_was_never_approved_is_not_evaluated(leader: Client, village: Village) -> None:
    goal_id = a_goal(village, a_plan(village))
    a_measure(village, goal_id)
    never = "The plan of this year was never approved, so there is nothing to evaluate."
    page = leader.get(evaluation(village))
    assert page.has(never)
    assert "Finish the evaluation" not in [button for form in page.forms for button in form.buttons]
    page = rate_whole(leader, village, 422)
    assert page.has(never)
    assert page.form().data["lessons"] == "Jatketaan."
    address = f"/communal/{village.school_id}/action-plan/goals/{goal_id}/evaluation/mid-year"
    assert leader.get(address).form().choose(rating="Reached").fill(**FOUND).submit(status=422).has(never)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("evidence", "", "Write what shows it."),
        ("lessons", "a\x00b", "signs that cannot be read"),
        ("published_on", "24.11.2026", "The day lies in the future."),
        ("published_on", "31.2.2026", "Write the day as"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    leader: Client, village: Village, field: str, value: str, words: str
) -> None:
    an_approved_year(village)
    assert words in rate_whole(leader, village, 422, **{field: value}).field_error(field)


def test_a_rating_is_asked_for(leader: Client, village: Village) -> None:
    an_approved_year(village)
    page = leader.get(f"{evaluation(village)}/whole").form().fill(**FOUND).submit(status=422)
    assert "Choose how far it was reached." in page.field_error("rating")


def test_the_second_of_two_who_evaluate_sees_what_the_first_saved(leader: Client, village: Village) -> None:
    _plan_id, goal_id, _measure_id = an_approved_year(village)
    within = f"/communal/{village.school_id}/action-plan"
    for address in (f"goals/{goal_id}/evaluation/mid-year", f"{YEAR}/evaluation/mid-year/whole"):
        forms = [leader.get(f"{within}/{address}").form().choose(rating="Reached") for _ in range(2)]
        forms[0].submit(evidence="Toisen havainto.")
        page = forms[1].submit(evidence="Oma havainto.", status=409)
        assert page.has("Toisen havainto.")
        assert page.form().submit().has("What was found is saved.")


def test_colleagues_read_an_evaluation_and_write_none(reader: Client, village: Village) -> None:
    an_approved_year(village)
    assert reader.get(evaluation(village)).has("Not rated yet.")
    reader.get(f"{evaluation(village)}/whole", status=404)


def test_there_is_no_third_evaluation(leader: Client, village: Village) -> None:
    an_approved_year(village)
    leader.get(evaluation(village, "year-end"))
    leader.get(evaluation(village, "weekly"), status=404)
