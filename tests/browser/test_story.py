"""The main job from end to end in a real browser, in both languages, and once with scripts off."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser import story
from tests.browser.browser import console_watched
from tests.browser.reader import Reader
from tests.browser.serving import serving
from tests.builders import Village
from tests.builders_accounts import Signer
from tests.conftest import Clock

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture
def town(village: Village, clock: Clock) -> story.Town:
    return story.a_town(village, clock)


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with serving(app) as url:
        yield url


class Arrivals:
    """Browsers of their own for everybody who comes."""

    def __init__(self, browser: Browser, address: str, language: str, stack: ExitStack, *, scripts: bool) -> None:
        self.browser, self.address, self.language, self.stack, self.scripts = browser, address, language, stack, scripts

    def arrive(self, signer: Signer, town: story.Town) -> Reader:
        """Come to the front page, choose the language, sign in."""
        context = self.stack.enter_context(self.browser.new_context(java_script_enabled=self.scripts, locale="fi-FI"))
        page = context.new_page()
        page.set_default_timeout(10_000)
        self.stack.enter_context(console_watched(page))
        reader = Reader(page, self.address, self.language)
        reader.go("/")
        reader.speak(self.language)
        reader.sign_in(signer, town.clock.now)
        return reader


@pytest.mark.parametrize(("language", "scripts"), [("fi", True), ("sv", True), ("fi", False)])
def test_from_a_teachers_request_to_the_first_entry_and_to_who_read_it(
    browser: Browser, address: str, town: story.Town, language: str, *, scripts: bool
) -> None:
    with ExitStack() as stack:
        people = Arrivals(browser, address, language, stack, scripts=scripts)
        teacher = people.arrive(town.teacher, town)
        receipt = story.ask_for_support(teacher, town, scripts=scripts)
        curator = people.arrive(town.curator, town)
        story.work_the_request(curator, town, receipt)
        case = story.propose_the_matter(curator, town)
        story.write_the_first_entry(curator, case, scripts=scripts)
        curator.sign_out()
        story.read_the_entry(teacher, case)
        curator.sign_in(town.curator, town.clock.now)
        story.withdraw(curator, case, town)
        story.nothing_is_left(teacher, case)
