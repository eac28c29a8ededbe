"""What the applications of a test run have in common is made once: this is what keeps the run short."""

from pathlib import Path

import pytest
from flask import Flask, render_template
from jinja2 import Environment
from sqlalchemy.sql.compiler import SQLCompiler
from werkzeug.routing import Rule

from config.settings import Settings
from tests.builders import Village
from tests.clock import Clock
from tests.signing_in import english_client
from welfare.rules.actors import Role
from welfare.web.app import close, create_app


def look_at_the_landing_page(settings: Settings) -> None:
    """With an application of one's own."""
    app = create_app(settings, Clock())
    english_client(app, Village.of(app).staff(Role.PRINCIPAL, "Raili Rehtori")).get("/")
    close(app)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_what_one_application_has_made_the_next_does_not_make_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_at_the_landing_page(settings)
    made: list[str] = []
    for kind, name in ((Environment, "_parse"), (Rule, "_compile_builder"), (SQLCompiler, "__init__")):
        monkeypatch.setattr(kind, name, lambda *_, name=name, **__: made.append(name))
    look_at_the_landing_page(settings)
    assert made == []


def test_a_template_that_has_changed_is_made_anew(tmp_path: Path) -> None:
    for words in ("Hello", "Good evening"):
        (tmp_path / "greeting.html").write_text(words, encoding="utf-8")
        app = Flask("greeter", template_folder=str(tmp_path))
        with app.app_context():
            assert render_template("greeting.html") == words


def test_an_application_with_one_more_address_shares_no_map_with_the_others() -> None:
    def shown_by(*addresses: str) -> list[int]:
        app = Flask("greeter")
        for address in addresses:
            app.add_url_rule(address, address, lambda: "Hello")
        assert "static" in {rule.endpoint for rule in app.url_map.iter_rules()}
        return [app.test_client().get(address).status_code for address in ("/hall", "/cellar")]

    assert shown_by("/hall") == [200, 404]
    assert shown_by("/hall", "/cellar") == [200, 200]
    assert shown_by("/hall") == [200, 404]


def test_an_address_that_is_added_when_the_map_has_been_read_is_found_too() -> None:
    one, other = Flask("one"), Flask("other")
    assert [rule.endpoint for rule in one.url_map.iter_rules()] == [
        rule.endpoint for rule in other.url_map.iter_rules()
    ]
    one.add_url_rule("/hall", "hall", lambda: "Hello")
    assert [app.test_client().get("/hall").status_code for app in (one, other)] == [200, 404]
