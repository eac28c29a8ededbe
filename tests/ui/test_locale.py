"""The page speaks the reader's language: own setting, then cookie, then the browser's wish, then Finnish."""

import pytest
from flask import Flask

from tests.client import Client
from welfare.ui.locale import choose_locale


@pytest.mark.parametrize(
    ("setting", "cookie", "wish", "spoken"),
    [
        (None, None, None, "fi"),
        (None, None, "sv-FI,sv;q=0.9", "sv"),
        (None, None, "de,en-GB;q=0.7", "en"),
        (None, None, "de,fr", "fi"),
        (None, "en", "sv", "en"),
        (None, "klingon", "sv", "sv"),
        ("sv", "en", "fi", "sv"),
        ("xx", "en", "fi", "en"),
    ],
)
def test_the_first_known_wish_decides(
    gallery: Flask, setting: str | None, cookie: str | None, wish: str | None, spoken: str
) -> None:
    headers = {"Cookie": f"language={cookie}"} if cookie else {}
    headers |= {"Accept-Language": wish} if wish else {}
    with gallery.test_request_context(headers=headers):
        assert choose_locale(lambda: setting) == spoken


def test_outside_a_request_finnish_is_spoken() -> None:
    assert choose_locale(lambda: "sv") == "fi"


def test_a_reader_can_change_the_language_on_every_page(gallery: Flask) -> None:
    reader = Client(gallery)
    first = reader.get("/worklist")
    assert first.language == "fi"
    swedish = first.follow("SV – Svenska").client.get("/worklist")
    assert swedish.language == "sv"
    assert swedish.title.endswith("– Elevhälsa")
    chosen = swedish.by_id("menu").all("a", when=lambda node: node.get("aria-current") == "true")
    assert [node.text for node in chosen] == ["SV – Svenska"]
