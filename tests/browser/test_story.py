"""The main job from end to end in a real browser, in both languages, and once with scripts off."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser import story
from tests.browser.browser import console_watched
from tests.browser.keyboard import KeyboardReader
from tests.browser.reader import Reader
from tests.browser.serving import serving
from tests.builders import Village
from tests.builders_accounts import Signer
from tests.conftest import Clock
from tests.databases import Store
from tests.web.command_line import run

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture
def town(village: Village, clock: Clock) -> story.Town:
    return story.a_town(village, clock)


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with serving(app) as url:
        yield url


@dataclass(frozen=True)
class Way:
    """How the people of the story use their browsers."""

    language: str
    scripts: bool = True
    hand: type[Reader] = Reader


class Arrivals:
    """Browsers of their own for everybody who comes."""

    def __init__(self, browser: Browser, address: str, way: Way, stack: ExitStack) -> None:
        self.browser, self.address, self.way, self.stack = browser, address, way, stack

    def arrive(self, signer: Signer, town: story.Town) -> Reader:
        """Come to the front page, choose the language, sign in."""
        wishes: dict[str, Any] = {"locale": "fi-FI", "reduced_motion": "reduce"}
        context = self.stack.enter_context(self.browser.new_context(java_script_enabled=self.way.scripts, **wishes))
        page = context.new_page()
        page.set_default_timeout(10_000)
        self.stack.enter_context(console_watched(page))
        reader = self.way.hand(page, self.address, self.way.language)
        reader.go("/")
        reader.speak(self.way.language)
        reader.sign_in(signer, town.clock.now)
        return reader


WAYS = {
    "fi": Way("fi"),
    "sv": Way("sv"),
    "without scripts": Way("fi", scripts=False),
    "without a mouse": Way("fi", hand=KeyboardReader),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_from_a_teachers_request_to_the_first_entry_and_to_who_read_it(
    browser: Browser, address: str, town: story.Town, store: Store, way: Way
) -> None:
    with ExitStack() as stack:
        people = Arrivals(browser, address, way, stack)
        teacher = people.arrive(town.teacher, town)
        receipt = story.ask_for_support(teacher, town, scripts=way.scripts)
        curator = people.arrive(town.curator, town)
        story.work_the_request(curator, town, receipt)
        case = story.propose_the_matter(curator, town)
        story.write_the_first_entry(curator, case, scripts=way.scripts)
        curator.sign_out()
        story.read_the_entry(teacher, case)
        curator.sign_in(town.curator, town.clock.now)
        story.withdraw(curator, case, town)
        story.nothing_is_left(teacher, case)
        story.find_who_saw(people.arrive(town.officer, town), town)
    run(store, "audit", "verify", "--data")
