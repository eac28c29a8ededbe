"""Browsers of their own for everybody who comes into a story."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from flask import Flask
from playwright.sync_api import Browser

from tests.browser.browser import console_watched
from tests.browser.reader import Reader
from tests.browser.serving import serving
from tests.builders_accounts import Signer
from tests.clock import Clock


@dataclass(frozen=True)
class Way:
    """How the people of the story use their browsers."""

    language: str
    scripts: bool = True
    hand: type[Reader] = Reader


TWO_WAYS = {"fi": Way("fi"), "sv without scripts": Way("sv", scripts=False)}
"""How a long story is lived: each language and each kind of browser once. The main story is lived in every way."""


class Arrivals:
    """The door of a house that is served for the length of a story."""

    def __init__(self, browser: Browser, address: str, way: Way, clock: Clock, stack: ExitStack) -> None:
        self.browser, self.address, self.way, self.clock, self.stack = browser, address, way, clock, stack

    def come(self, path: str = "/") -> Reader:
        """Come to a page as anybody can, and choose the language."""
        wishes: dict[str, Any] = {"locale": "fi-FI", "reduced_motion": "reduce"}
        context = self.stack.enter_context(self.browser.new_context(java_script_enabled=self.way.scripts, **wishes))
        page = context.new_page()
        page.set_default_timeout(10_000)
        self.stack.enter_context(console_watched(page))
        reader = self.way.hand(page, self.address, self.way.language)
        reader.go(path)
        reader.speak(self.way.language)
        return reader

    def arrive(self, signer: Signer) -> Reader:
        """Come to the front page, and sign in."""
        reader = self.come()
        reader.sign_in(signer, self.clock.now)
        return reader


@contextmanager
def arrivals(browser: Browser, app: Flask, way: Way, clock: Clock) -> Iterator[Arrivals]:
    """A house with its door open; when it closes, every browser that has complained of a page is a fault."""
    with serving(app) as address, ExitStack() as stack:
        yield Arrivals(browser, address, way, clock, stack)
