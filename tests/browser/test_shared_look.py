"""The shared parts in a real browser: accessible, narrow, by keyboard, with scripts and without."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import assert_accessible, violations
from tests.browser.browser import assert_reflows, console_watched, focused
from tests.browser.serving import serving
from tests.ui.gallery import make_gallery
from tests.ui.test_layouts import ERRORS

PAGES = ["/", "/worklist?demo&read-only", "/case", "/portal?demo", "/form", "/gate", "/upload", "/stale"]
WIDTHS = [1280, 390]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(make_gallery()) as url:
        yield url


@pytest.fixture
def watched(page: Page) -> Iterator[Page]:
    with console_watched(page):
        yield page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", [path for path in PAGES if path != "/stale"])
def test_every_page_is_accessible_and_its_console_clean(watched: Page, address: str, path: str, width: int) -> None:
    watched.set_viewport_size({"width": width, "height": 900})
    watched.goto(address + path)
    assert_accessible(watched)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_on_a_narrow_screen(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    assert_reflows(page)


def test_every_error_page_is_accessible_and_narrow(watched: Page, address: str) -> None:
    for name in ERRORS:
        watched.goto(f"{address}/error/{name}")
        assert_accessible(watched)
        assert_reflows(watched)


def test_a_conflict_is_accessible(page: Page, address: str) -> None:
    page.goto(address + "/stale")  # a 409 is an error to the console, so only axe looks here
    assert_accessible(page)


def test_a_page_at_fault_is_seen(page: Page) -> None:
    page.set_content("<p>no language<input>")
    assert {line.partition(":")[0] for line in violations(page)} >= {"html-has-lang", "label"}
    page.set_content("<div>" + "x" * 4000 + "</div>")
    with pytest.raises(AssertionError, match="px wide"):
        assert_reflows(page)


def test_a_refused_form_starts_the_reader_at_its_errors_and_leads_into_the_field(watched: Page, address: str) -> None:
    watched.goto(address + "/form")
    watched.locator("button.btn-primary").click()
    expect(watched.locator(".error-summary")).to_be_focused()
    assert_accessible(watched)
    assert_reflows(watched)
    watched.locator(".error-summary a").nth(3).click()
    assert focused(watched) == "story"


def test_a_question_is_raised_by_its_answer(watched: Page, address: str) -> None:
    watched.goto(address + "/form")
    expect(watched.locator("#why_not")).to_be_hidden()
    watched.locator("label[for=together-1]").click()
    expect(watched.locator("#why_not")).to_be_visible()


def test_without_scripts_everything_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(address + "/form")
    expect(page.locator("#why_not")).to_be_visible()
    expect(page.locator("[data-draft]")).to_be_visible()
    expect(page.locator("#menu")).to_be_hidden()
    page.locator(".menu-button").click()
    expect(page.locator("#menu")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#menu")).to_be_hidden()
    context.close()


def test_a_draft_is_saved_after_typing_and_its_state_is_told(watched: Page, address: str) -> None:
    watched.goto(address + "/form")
    with watched.expect_request(lambda request: request.url.endswith("/draft"), timeout=8000) as sent:
        watched.locator("#story").fill("Ääni")
    assert "story=%C3%84%C3%A4ni" in str(sent.value.post_data)
    assert "csrf_token=" in str(sent.value.post_data)
    expect(watched.locator("[data-words]")).to_have_text(re.compile(r"\d+\.\d\d$"))


def test_leaving_sends_no_draft(page: Page, address: str) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.clock.install()
    page.goto(address + "/form")
    page.locator("#story").fill("Ääni")
    page.evaluate("document.querySelector('[data-leave]').addEventListener('click', (e) => e.preventDefault())")
    page.locator("[data-leave]").first.click()
    page.clock.run_for(10_000)
    assert not [url for url in sent if url.endswith("/draft")]


def test_a_lost_connection_is_told_and_the_text_stays(page: Page, address: str) -> None:
    page.goto(address + "/form")
    page.route("**/draft", lambda route: route.abort())
    page.locator("#story").fill("Ääni")
    expect(page.locator(".autosave--lost")).to_be_visible(timeout=8000)
    assert page.locator("#story").input_value() == "Ääni"


def test_idleness_is_warned_of_two_minutes_before_and_can_be_stayed(page: Page, address: str) -> None:
    page.clock.install()
    page.goto(address + "/worklist?idle=900")
    page.clock.run_for(779_000)
    expect(page.locator(".idle")).to_be_hidden()
    page.clock.run_for(2_000)
    expect(page.locator(".idle")).to_be_visible()
    assert_accessible(page)
    with page.expect_request("**/stay"):
        page.locator("[data-stay]").click()
    expect(page.locator(".idle")).to_be_hidden()
    assert page.url.endswith("/worklist?idle=900")


def test_after_idleness_the_page_leaves_the_screen_unless_something_typed_is_on_it(page: Page, address: str) -> None:
    page.clock.install()
    page.goto(address + "/form?idle=900")
    page.locator("#story").fill("Ääni")
    page.route("**/draft", lambda route: route.abort())
    page.clock.run_for(906_000)
    expect(page.locator("[data-ended]")).to_be_visible()
    assert page.locator("#story").input_value() == "Ääni"
    assert_accessible(page)
    page.goto(address + "/worklist?idle=900")
    with page.expect_navigation():
        page.clock.run_for(906_000)


def test_long_work_is_followed_until_it_is_done(watched: Page, address: str) -> None:
    watched.route("**/progress", lambda route: route.fulfill(body='<div id="working">All is in</div>'))
    watched.goto(address + "/")
    watched.evaluate("document.getElementById('working').dataset.poll = '/progress'")
    expect(watched.locator("#working")).to_have_text("All is in", timeout=8000)


def test_single_keys_walk_the_list_only_when_chosen(page: Page, address: str) -> None:
    page.goto(address + "/worklist")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.goto(address + "/worklist?keys")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused(page) == "Eetu Kallioniemi"
    page.keyboard.press("k")
    assert focused(page) == "Noora Sillanpelto"
    page.keyboard.press("/")
    assert focused(page) == "find"
    page.keyboard.press("j")
    assert page.locator("#find").input_value() == "j"


def test_the_keyboard_alone_reaches_the_content_first(page: Page, address: str) -> None:
    page.goto(address + "/worklist")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
