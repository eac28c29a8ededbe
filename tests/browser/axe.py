"""Asks axe whether a page can be used by everybody. A green answer is needed, but is not enough: see tests/ui."""

from typing import Any, Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
_OPTIONS: Final[dict[str, Any]] = {"runOnly": {"type": "tag", "values": _RULES}, "resultTypes": ["violations"]}


def violations(page: Page) -> list[str]:
    """One line for each rule broken: the rule, what it wants, and the elements at fault."""
    found: list[dict[str, Any]] = Axe().run(page, options=_OPTIONS).response["violations"]
    return [f"{rule['id']}: {rule['help']} – {[node['html'][:160] for node in rule['nodes']]}" for rule in found]


def assert_accessible(page: Page) -> None:
    """Fails unless axe finds nothing by WCAG 2.2 A and AA and its best practice.

    Meanwhile the window is as high as the page: what a sticky bar covers at one moment is scrolled free at another.
    """
    window = page.viewport_size
    if window:
        page.set_viewport_size({**window, "height": page.evaluate("document.documentElement.scrollHeight")})
    found = violations(page)
    if window:
        page.set_viewport_size(window)
    assert found == [], f"{page.url} at {window}: " + "\n".join(found)
