"""Aada asks for help, writes her own words, lets the youth worker in, shuts her father out, sees who read, turns 18."""

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser import aada_story as story
from tests.browser.aada_story import Home
from tests.browser.arrivals import Way, arrivals
from tests.builders import Village
from tests.clock import Clock
from tests.databases import Store
from tests.web.command_line import run

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)

WAYS = {"fi": Way("fi"), "sv without scripts": Way("sv", scripts=False)}


@pytest.fixture
def home(village: Village, clock: Clock) -> Home:
    return story.a_home(village, clock)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_student_from_asking_for_help_to_the_day_she_decides_alone(
    browser: Browser, app: Flask, home: Home, store: Store, way: Way
) -> None:
    with arrivals(browser, app, way, home.clock) as people:
        aada, saara = people.arrive(home.aada), people.arrive(home.saara)
        receipt = story.ask_for_help(aada)
        story.offer_a_time(saara, home)
        story.come_to_the_talk(aada, receipt)
        case = story.propose_the_matter(saara, home)
        story.ask_about_the_youth_worker(saara, home, case)
        story.write_own_words(aada, saara, home, case)
        story.let_the_youth_worker_in(aada, saara, home, case)
        kari, tiina, mirja = (people.arrive(who) for who in (home.kari, home.tiina, home.mirja))
        story.sees_the_matter(kari, home)
        story.shut_the_father_out(aada, home)
        story.sees_the_matter(kari, home)
        story.assess_the_wish(mirja, home)
        story.finds_nothing(kari, home, case)
        story.sees_the_matter(tiina, home)
        story.is_told_of_the_day(tiina, home)
        story.sees_who_read(aada, home)
        story.turns_eighteen(aada, tiina, home, case)
    run(store, "audit", "verify", "--data")
