"""A goal or a measure that somebody ends while somebody else is writing it: both texts are shown and none is lost."""

import pytest

from tests.builders_plans import (
    AGREED_ON,
    MEASURE,
    TITLE,
    Planned,
    a_closed_goal,
    a_command,
    a_goal,
    a_rating,
    a_text,
    newest_of,
)
from tests.client import Client, Page, PageForm
from welfare.plans.actions import EndMeasure, StalePlanError, agree_on, end_measure
from welfare.plans.models import PlanMeasure
from welfare.rules.goal_scaling import Level
from welfare.rules.goals import Outcome, Rater
from welfare.rules.measures import MeasureState
from welfare.rules.permissions import Permission

AGREE = "Agree on this version"
OWN, OWN_MEASURE = "Tulen kouluun joka aamu", "Soitto kotoa kello seitsemän"
NOTE = "Aada tulee jo itse."
AGREED = {
    "heard": "in_meeting",
    "agreed_1_name": "Aada Metsäpelto",
    "agreed_1_how": "in_meeting",
    "review_on": "14.12.2026",
}


def a_form(client: Client, planned: Planned) -> PageForm:
    return client.get(f"{planned.url}/write").form(AGREE)


def closed_by_mirja(planned: Planned, mirja: Client) -> None:
    page = mirja.get(planned.url).follow(f"Close the goal: {TITLE}")
    page.form("Close the goal").fill(outcome=Outcome.PARTLY.value, note=NOTE).submit()


def measure_ended(planned: Planned) -> None:
    with planned.matter.work(planned.matter.mirja, Permission.MEASURE_END) as (work, case):
        row = work.session.get_one(PlanMeasure, planned.measure_id)
        end_measure(work, case, row, EndMeasure(state=MeasureState.DONE, note=NOTE))


def shows_both(page: Page, *, own: str, stored: str) -> None:
    versions = [node.text for node in page.tree.all("section", when=lambda node: "version" in node.words)]
    mine, theirs = (next(text for text in versions if text.startswith(lead)) for lead in ("Your text", "The stored"))
    assert own in mine
    assert stored in theirs


@pytest.mark.parametrize("button", [AGREE, "Save the draft"])
def test_what_was_written_of_a_goal_that_another_closed_stands_beside_the_closed_goal(
    planned: Planned, saara: Client, mirja: Client, button: str
) -> None:
    form = a_form(saara, planned).fill(**AGREED, g1_title=OWN, g1_m1_what=OWN_MEASURE)
    closed_by_mirja(planned, mirja)
    page = form.press(button, status=409)
    assert page.has("Goal 1 was closed while you were writing. What you wrote stands below as goal 2")
    shows_both(page, own=f"What is the goal? {OWN}", stored=f"What is the goal? {TITLE}")
    shows_both(page, own=f"What is done? {OWN_MEASURE}", stored="Attained in part")
    assert page.has(NOTE)
    assert page.has("Mirja Kanervala")
    merged = page.form(AGREE)
    assert (merged.data["g2_title"], merged.data["g2_m1_what"]) == (OWN, OWN_MEASURE)
    assert merged.data["g2_level_3"] == "neljä aamua"
    merged.submit()
    page = saara.get(planned.url)
    assert page.has(OWN)
    assert page.has(f"{TITLE} Attained in part")


def test_a_goal_that_its_writer_had_not_touched_is_closed_without_a_question(
    planned: Planned, saara: Client, mirja: Client
) -> None:
    form = a_form(saara, planned).fill(**AGREED, g2_title=OWN)
    for name, value in list(form.data.items()):
        if name.startswith(("g1_level", "g1_m1")):
            form.data[name.replace("g1_", "g2_")] = value
    closed_by_mirja(planned, mirja)
    form.submit()
    assert newest_of(planned.matter) == 2
    assert saara.get(planned.url).has(OWN)


def test_words_for_a_measure_that_another_ended_become_a_new_measure(planned: Planned, saara: Client) -> None:
    form = a_form(saara, planned).fill(**AGREED, g1_m1_what=OWN_MEASURE)
    measure_ended(planned)
    page = form.submit(status=409)
    assert page.has("Measure 1 of goal 1 ended while you were writing. What you wrote stands below as measure")
    shows_both(page, own=OWN_MEASURE, stored=MEASURE)
    shows_both(page, own=OWN_MEASURE, stored=NOTE)
    page.form(AGREE).submit()
    page = saara.get(planned.url)
    assert page.has(OWN_MEASURE)


def test_a_draft_that_waits_while_its_goal_is_closed_gives_every_word_back(
    planned: Planned, saara: Client, mirja: Client
) -> None:
    a_form(saara, planned).fill(g1_title=OWN).press("Save the draft")
    closed_by_mirja(planned, mirja)
    page = saara.get(f"{planned.url}/write")
    shows_both(page, own=OWN, stored=TITLE)
    assert page.form(AGREE).data["g2_title"] == OWN


def test_typing_goes_on_being_kept_after_another_has_closed_the_goal(
    planned: Planned, saara: Client, mirja: Client
) -> None:
    form = a_form(saara, planned).fill(g1_title=OWN)
    closed_by_mirja(planned, mirja)
    assert saara.flask.post(f"{planned.url}/write/draft", data=form.data).status_code == 204
    assert a_form(saara, planned).data["g2_title"] == OWN


def test_a_closed_goal_and_a_new_version_at_once_lose_neither_text(
    planned: Planned, saara: Client, mirja: Client
) -> None:
    form = a_form(saara, planned).fill(**AGREED, g1_title=OWN, need="Tukea maanantaihin.")
    closed_by_mirja(planned, mirja)
    theirs = a_form(mirja, planned)
    goal = {name.replace("g1_", "g2_"): value for name, value in form.data.items() if name.startswith("g1_")}
    theirs.fill(**{**goal, **AGREED, "g2_title": "Nukun kahdeksan tuntia", "need": "Tukea iltoihin."}).submit()
    page = form.submit(status=409)
    assert page.has("Mirja Kanervala entered version 2 of the plan while you were writing.")
    merged = page.form(AGREE)
    assert (merged.data["g2_title"], merged.data["g3_title"]) == ("Nukun kahdeksan tuntia", OWN)


def test_the_levels_of_another_goal_that_has_been_rated_stay_as_they_are(
    planned: Planned, saara: Client, mirja: Client
) -> None:
    second = a_goal(2, "Nukun kahdeksan tuntia")
    with planned.matter.work(planned.matter.saara, Permission.PLAN_WRITE) as (work, case):
        agree_on(work, case, a_command(planned.matter, a_text(a_goal(), second), based_on=1))
    a_rating(planned.matter, Rater.WORKER, AGREED_ON, {2: Level.LESS})
    form = a_form(saara, planned).fill(**AGREED, g1_title=OWN)
    closed_by_mirja(planned, mirja)
    page = form.submit(status=409)
    merged = page.form(AGREE)
    assert "g2_level_1" not in merged.data
    merged.submit()
    assert newest_of(planned.matter) == 3


def test_the_lock_finds_a_goal_closed_between_the_form_and_the_saving(planned: Planned) -> None:
    text = a_text(a_goal(title=OWN))
    with planned.matter.work(planned.matter.saara, Permission.PLAN_WRITE) as (work, case):
        agree_on(work, case, a_command(planned.matter, text, based_on=1))
    a_closed_goal(planned.matter, planned.goal_id)
    with (
        pytest.raises(StalePlanError),
        planned.matter.work(planned.matter.saara, Permission.PLAN_WRITE) as (work, case),
    ):
        agree_on(work, case, a_command(planned.matter, text, based_on=2))
    assert newest_of(planned.matter) == 2
