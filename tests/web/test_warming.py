"""A serving process makes its templates before its first answer, and keeps all of them."""

import gc
from collections.abc import Iterator

import pytest
from flask import Flask

from welfare.web.warming import warmed


@pytest.fixture(autouse=True)
def _alone(app: Flask) -> None:
    """What the suite keeps of templates from one application to the next is nothing that a server has."""
    app.jinja_env.bytecode_cache = None


@pytest.fixture
def warm(app: Flask) -> Iterator[Flask]:
    """The application as a server has it; the garbage of the tests themselves is collected again afterwards."""
    yield warmed(app)
    gc.unfreeze()


def makes(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that are made from now on."""
    made: list[str] = []
    compile_template = app.jinja_env.compile

    def told(source: str, name: str, *rest: object) -> object:
        made.append(name)
        return compile_template(source, name, *rest)  # type: ignore[call-overload]  # what jinja itself gives on

    monkeypatch.setattr(app.jinja_env, "compile", told)
    return made


def test_the_first_page_makes_no_template_any_more(warm: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    made = makes(warm, monkeypatch)
    assert warm.test_client().get("/sign-in").status_code == 200
    assert made == []


def test_without_that_the_first_page_makes_its_own(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    made = makes(app, monkeypatch)
    assert app.test_client().get("/sign-in").status_code == 200
    assert "_layout/base.html" in made


def test_every_template_stays_made(warm: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    made = makes(warm, monkeypatch)
    for name in warm.jinja_env.list_templates(extensions=["html"]):
        warm.jinja_env.get_template(name)
    assert made == []
