"""A school year of communal work: planned in August, asked about in spring, evaluated, signed, on paper, compared."""

from datetime import datetime

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser import year_end_story as ending
from tests.browser import year_story as story
from tests.browser.arrivals import TWO_WAYS, Arrivals, Way, arrivals
from tests.browser.reader import Reader
from tests.browser.year_story import School
from tests.builders import Village
from tests.client import Client
from tests.clock import Clock
from tests.databases import Store
from tests.web.command_line import run

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture
def clock() -> Clock:
    """A Thursday morning in August."""
    return Clock(story.AUGUST)


@pytest.fixture
def school(village: Village, clock: Clock) -> School:
    return story.a_school(village, clock)


@pytest.mark.parametrize("way", TWO_WAYS.values(), ids=TWO_WAYS)
def test_a_school_year_from_the_plan_of_august_to_the_paper_for_the_board(
    browser: Browser, app: Flask, school: School, store: Store, way: Way
) -> None:
    with arrivals(browser, app, way, school.clock) as people:
        riitta, saara = people.arrive(school.riitta), people.arrive(school.saara)
        plan, programme = august(riitta, saara, school, scripts=way.scripts)
        come_back(school, story.DECEMBER, riitta, saara)
        story.count_mediations(saara, programme)
        story.tell_done(saara, plan, story.MEASURES[0][0])
        come_back(school, story.MARCH, riitta, saara)
        story.see_the_mediations(riitta, programme)
        spring(riitta, people, school, Client(app))
        come_back(school, story.JUNE, riitta, saara)
        ending.evaluate(saara, school)
        ending.the_board_reads(riitta, school, ending.sign(riitta, school))
        ending.compare(people.arrive(school.kaisa), school)
    run(store, "audit", "verify", "--data")


def august(riitta: Reader, saara: Reader, school: School, *, scripts: bool) -> tuple[str, str]:
    """Give where the plan and the programme are."""
    story.name_the_group(riitta, school)
    plan = story.begin_the_plan(riitta, school)
    story.write_the_goal(saara, school, scripts=scripts)
    story.plan_the_measures(saara, plan)
    story.is_not_approved_unheard(riitta, plan)
    story.hear_them(saara)
    story.approve(riitta, school, plan)
    return plan, story.start_mediation(saara, school)


def spring(riitta: Reader, people: Arrivals, school: School, classmates: Client) -> None:
    """A class is asked how it is at school."""
    code = ending.ask_the_pupils(riitta, school)
    ending.answer(people.come("/survey"), code)
    ending.classmates_answer(classmates, code, 20)
    ending.end_the_survey(riitta, school)


def come_back(school: School, moment: datetime, riitta: Reader, saara: Reader) -> None:
    """Months have gone by, and everybody has been signed out meanwhile."""
    school.clock.now = moment
    riitta.come_back(school.riitta, school.clock.now)
    saara.come_back(school.saara, school.clock.now)
