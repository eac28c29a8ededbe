"""A curious colleague is found, reviewed and the family told."""

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser import curious_story as story
from tests.browser.arrivals import TWO_WAYS, Way, arrivals
from tests.browser.curious_story import Corridor
from tests.builders import Village
from tests.clock import Clock
from tests.databases import Store
from tests.web.command_line import run

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture
def corridor(village: Village, app: Flask, clock: Clock) -> Corridor:
    return story.a_corridor(village, app, clock)


@pytest.mark.parametrize("way", TWO_WAYS.values(), ids=TWO_WAYS)
def test_a_curious_colleague_is_found_reviewed_and_the_family_told(
    browser: Browser, app: Flask, corridor: Corridor, store: Store, way: Way
) -> None:
    with arrivals(browser, app, way, corridor.clock) as people:
        corridor.passes(minutes=1)
        siiri = people.arrive(corridor.siiri)
        corridor.passes(minutes=1)
        story.is_curious(siiri, corridor)
        corridor.passes(minutes=4)
        ulla = people.arrive(corridor.ulla)
        finding = story.is_found(ulla, corridor)
        file = story.is_judged(ulla, corridor)
        story.is_not_closed_yet(ulla, file)
        story.is_told(ulla, corridor, file)
        aada, tiina = people.arrive(corridor.aada), people.arrive(corridor.tiina)
        story.reads_what_happened(aada, corridor)
        story.sees_the_reading(aada, corridor)
        story.reads_what_happened(tiina, corridor)
        story.reads_it_in_the_other_language(tiina)
        story.is_not_told_of_emergencies(tiina, corridor)
        story.learns_nothing(siiri, file, finding)
    run(store, "audit", "verify", "--data")
