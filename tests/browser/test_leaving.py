"""Leaving: the session that runs out, the text that was being typed, and what is left in the browser afterwards."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import story
from tests.browser.axe import assert_accessible
from tests.browser.browser import assert_reflows, console_watched
from tests.browser.keyboard import KeyboardReader
from tests.browser.reader import Reader
from tests.browser.serving import serving
from tests.builders import Village
from tests.builders_accounts import Signer
from tests.clock import Clock
from welfare.accounts.sessions import SessionPolicy

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
UNTIL_WARNED, UNTIL_OVER = 13 * 60 + 1, 15 * 60 + 6
NOTHING = {"local": 0, "session": 0, "caches": 0, "databases": 0}
_LEFT = """async () => ({
  local: localStorage.length, session: sessionStorage.length,
  caches: (await caches.keys()).length, databases: (await indexedDB.databases()).length,
})"""


@pytest.fixture
def town(village: Village, clock: Clock) -> story.Town:
    return story.a_town(village, clock)


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with serving(app) as url:
        yield url


class Sitting:
    """One person before a browser whose clock goes with the clock of the service."""

    def __init__(self, context: BrowserContext, address: str, clock: Clock, *, scripts: bool = True) -> None:
        self.page, self.clock, self.scripts = context.new_page(), clock, scripts
        self.page.set_default_timeout(10_000)
        if scripts:
            self.page.clock.install()
        self.reader = KeyboardReader(self.page, address) if scripts else Reader(self.page, address)

    def wait(self, seconds: int) -> None:
        """Sit still for so long."""
        self.clock.forward(seconds=seconds)
        if self.scripts:
            self.page.clock.run_for(seconds * 1000)


@pytest.fixture
def sitting(browser: Browser, address: str, clock: Clock) -> Iterator[Sitting]:
    with browser.new_context(locale="fi-FI", reduced_motion="reduce") as context:
        yield Sitting(context, address, clock)


def begin_to_ask(sitting: Sitting, teacher: Signer, town: story.Town) -> None:
    """Sign in and begin a request about Aada, with the story half told."""
    sitting.reader.go("/")
    sitting.reader.sign_in(teacher, town.clock.now)
    sitting.reader.go(f"/requests/new/{town.aada.person_id}/ask")
    sitting.reader.choose(service="curator", urgency="normal", subject="attendance")
    sitting.reader.fill(description=story.ASKED)


def test_who_answers_the_warning_stays_and_who_does_not_is_out(sitting: Sitting, town: story.Town) -> None:
    sitting.reader.go("/")
    sitting.reader.sign_in(town.curator, town.clock.now)
    sitting.reader.go("/requests/queue")
    sitting.wait(UNTIL_WARNED)
    warning = sitting.page.locator("[data-warning]")
    expect(warning).to_be_visible()
    assert_accessible(sitting.page)
    assert_reflows(sitting.page)
    with sitting.page.expect_response("**/stay"):
        sitting.page.locator("[data-stay]").focus()
        sitting.page.keyboard.press("Enter")
    expect(warning).to_be_hidden()
    sitting.wait(UNTIL_WARNED)
    expect(warning).to_be_visible()
    assert sitting.reader.go("/requests/queue").status == 200
    assert sitting.reader.path == "/requests/queue"
    with sitting.page.expect_navigation():
        sitting.wait(UNTIL_OVER)
    expect(sitting.page.locator("#sign-in")).to_be_visible()
    sitting.page.go_back()
    expect(sitting.page.locator("#sign-in")).to_be_visible()


def test_typed_text_is_covered_when_the_session_is_over_and_stands_in_its_form_after_the_next_sign_in(
    sitting: Sitting, town: story.Town
) -> None:
    begin_to_ask(sitting, town.teacher, town)
    sitting.wait(UNTIL_OVER)
    expect(sitting.page.locator("[data-ended]")).to_be_visible()
    expect(sitting.reader.main).to_be_hidden()
    assert story.ASKED not in sitting.page.locator("body").inner_text()
    assert_accessible(sitting.page)
    assert_reflows(sitting.page)
    with sitting.page.expect_navigation():
        sitting.page.keyboard.press("Enter")
    goes_on_after_signing_in(sitting, town)


def test_text_sent_too_late_without_scripts_stands_in_its_form_as_well(
    browser: Browser, address: str, clock: Clock, town: story.Town
) -> None:
    with browser.new_context(locale="fi-FI", java_script_enabled=False) as context:
        sitting = Sitting(context, address, clock, scripts=False)
        begin_to_ask(sitting, town.teacher, town)
        sitting.wait(UNTIL_OVER)
        sitting.reader.send()
        goes_on_after_signing_in(sitting, town)


def goes_on_after_signing_in(sitting: Sitting, town: story.Town) -> None:
    """The form is as it was, says so, and leads on."""
    expect(sitting.page.locator("#sign-in")).to_be_visible()
    sitting.reader.sign_in(town.teacher, sitting.clock.now)
    assert sitting.reader.path == f"/requests/new/{town.aada.person_id}/ask"
    expect(sitting.reader.field("description")).to_have_value(story.ASKED)
    expect(sitting.reader.field("service").and_(sitting.page.locator("[value=curator]"))).to_be_checked()
    expect(sitting.reader.field("subject")).to_have_value("attendance")
    if sitting.scripts:
        assert_accessible(sitting.page)
    assert_reflows(sitting.page)
    sitting.reader.send()
    expect(sitting.reader.field("together").first).to_be_attached()


def test_after_signing_out_nothing_is_left_and_the_way_back_shows_nothing(
    browser: Browser, app: Flask, address: str, town: story.Town
) -> None:
    policy: SessionPolicy = app.extensions["visitors"].policy
    with browser.new_context(locale="fi-FI") as context:
        page = context.new_page()
        with console_watched(page):
            reader = Reader(page, address)
            reader.go("/")
            reader.sign_in(town.curator, town.clock.now)
            shown = reader.go("/account")
            assert shown.headers["cache-control"] == "no-store"
            expect(reader.main).to_contain_text(town.curator.username)
            assert page.evaluate(_LEFT) == NOTHING, "the service itself keeps nothing in the browser"
            page.evaluate("localStorage.setItem('name', 'left by a broken script')")
            with page.expect_response("**/sign-out") as left:
                reader.sign_out()
            assert left.value.all_headers()["clear-site-data"] == '"cache", "storage"'
        assert page.evaluate(_LEFT) == NOTHING
        assert policy.cookie not in {cookie["name"] for cookie in context.cookies()}
        shows_nothing_on_the_way_back(page, town)


def shows_nothing_on_the_way_back(page: Page, town: story.Town) -> None:
    """Back, and back again: only the way in."""
    for _step in range(2):
        page.go_back()
        expect(page.locator("#sign-in")).to_be_visible()
        expect(page.locator("body")).not_to_contain_text(town.curator.username)
        expect(page.locator("body")).not_to_contain_text(town.curator.someone.name)
