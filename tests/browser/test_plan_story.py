"""A goal set in the pupil’s words, rated by three over a term, drawn, reviewed, its matter closed with feedback."""

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser import plan_story as story
from tests.browser.arrivals import TWO_WAYS, Way, arrivals
from tests.browser.sitting import Sitting, a_sitting
from tests.builders import Village
from tests.clock import Clock
from tests.databases import Store
from tests.web.command_line import run

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture
def sitting(village: Village, clock: Clock) -> Sitting:
    return a_sitting(village, clock)


@pytest.mark.parametrize("way", TWO_WAYS.values(), ids=TWO_WAYS)
def test_from_a_goal_in_the_pupils_words_to_the_end_of_the_matter(
    browser: Browser, app: Flask, sitting: Sitting, store: Store, way: Way
) -> None:
    with arrivals(browser, app, way, sitting.clock) as people:
        saara, aada = people.arrive(sitting.saara), people.arrive(sitting.aada)
        plan = story.set_a_goal(saara, sitting.aadas_case, scripts=way.scripts)
        story.rate_over_the_term(saara, plan)
        story.rate_oneself(aada, "1")
        story.rate_oneself(people.arrive(sitting.tiina), "0")
        story.see_the_plot(saara, plan)
        story.review(saara, plan)
        story.close_the_goal(saara, plan)
        story.close_the_matter(saara, sitting, plan)
        story.give_feedback(aada)
        story.still_reads_it(aada)
    run(store, "audit", "verify", "--data")
