"""The gallery, its visitor, and a way to speak a language without a page."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from flask import Flask

from tests.client import Client
from tests.ui.gallery import make_gallery

Speaking = Callable[[str], AbstractContextManager[None]]


@pytest.fixture(scope="session")
def gallery() -> Flask:
    return make_gallery()


@pytest.fixture
def visitor(gallery: Flask) -> Client:
    """Someone who reads English, the language of the source."""
    client = Client(gallery)
    client.flask.set_cookie("language", "en")
    return client


@pytest.fixture
def speaking(gallery: Flask) -> Speaking:
    """Gives a block in which the house speaks the language named."""

    @contextmanager
    def speak(language: str) -> Iterator[None]:
        with gallery.test_request_context(headers={"Cookie": f"language={language}"}):
            yield

    return speak
