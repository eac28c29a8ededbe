"""The browser itself: it starts, and it looks at what this suite serves."""

from flask import Flask
from playwright.sync_api import Page

from tests.browser.serving import serving


def test_chromium_reads_a_page_served_from_this_machine(page: Page) -> None:
    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: "<!doctype html><title>Terve</title><h1>Terve</h1>")
    with serving(app) as address:
        page.goto(address)
        assert page.title() == "Terve"
        assert page.evaluate("navigator.language") == "fi-FI"
