"""Looks at pages as a careful person would: with an eye on the console, and on a narrow screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import ConsoleMessage, Page, Request

NARROW: Final = 320
_HEIGHT: Final = 900
_STATUS: Final = "Failed to load resource: the server responded with a status of 4"


@contextmanager
def console_watched(page: Page) -> Iterator[list[str]]:
    """Fails at the end if the page has complained: script errors, refusals by its security policy, failed loads.

    That a page itself was answered with 404 or 422 is no complaint of it.
    """
    complaints: list[str] = []
    visited: set[str] = set()

    def hear(message: ConsoleMessage) -> None:
        is_of_the_page_itself = message.text.startswith(_STATUS) and message.location["url"] in visited
        if message.type in {"error", "warning"} and not is_of_the_page_itself:
            complaints.append(f"{message.type}: {message.text}")

    def visit(request: Request) -> None:
        if request.is_navigation_request():
            visited.add(request.url)

    def lost(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # a page left before its drafts were sent is no fault
            complaints.append(f"not loaded: {request.url} {request.failure}")

    page.on("request", visit)
    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    page.on("requestfailed", lost)
    yield complaints
    assert complaints == [], page.url


def assert_reflows(page: Page) -> None:
    """Fails if the page must be scrolled sideways at 320 px (WCAG 1.4.10). Gives the old width back."""
    before = page.viewport_size
    page.set_viewport_size({"width": NARROW, "height": _HEIGHT})
    wide = page.evaluate("document.documentElement.scrollWidth")
    at_fault = page.evaluate(_WIDEST) if wide > NARROW else []
    if before:
        page.set_viewport_size(before)
    assert wide <= NARROW, f"{page.url} is {wide} px wide at {NARROW}: {at_fault}"


def focused(page: Page) -> str:
    """The id of the element that has the focus, else its words."""
    words: str = page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")
    return words


_WIDEST: Final = f"""[...document.querySelectorAll("body *")]
  .filter((node) => node.getBoundingClientRect().right > {NARROW + 1})
  .slice(0, 5).map((node) => node.outerHTML.slice(0, 120))"""
