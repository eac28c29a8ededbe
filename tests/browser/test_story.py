"""The main job from end to end in a real browser, in both languages, and once with scripts off."""

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser import story
from tests.browser.arrivals import Way, arrivals
from tests.browser.keyboard import KeyboardReader
from tests.builders import Village
from tests.clock import Clock
from tests.databases import Store
from tests.web.command_line import run

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)

WAYS = {
    "fi": Way("fi"),
    "sv": Way("sv"),
    "without scripts": Way("fi", scripts=False),
    "without a mouse": Way("fi", hand=KeyboardReader),
}


@pytest.fixture
def town(village: Village, clock: Clock) -> story.Town:
    return story.a_town(village, clock)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_from_a_teachers_request_to_the_first_entry_and_to_who_read_it(
    browser: Browser, app: Flask, town: story.Town, store: Store, way: Way
) -> None:
    with arrivals(browser, app, way, town.clock) as people:
        teacher = people.arrive(town.teacher)
        receipt = story.ask_for_support(teacher, town, scripts=way.scripts)
        curator = people.arrive(town.curator)
        story.work_the_request(curator, town, receipt)
        case = story.propose_the_matter(curator, town)
        story.write_the_first_entry(curator, case, scripts=way.scripts)
        curator.sign_out()
        story.read_the_entry(teacher, case)
        curator.sign_in(town.curator, town.clock.now)
        story.withdraw(curator, case, town.teacher.someone)
        story.nothing_is_left(teacher, case)
        story.find_who_saw(people.arrive(town.officer), town)
    run(store, "audit", "verify", "--data")
