"""The table of deeds is whole: a form that is not in it would never be tried."""

from flask import Flask

from tests.web.forms.deeds import DEEDS, ELSEWHERE, route_of
from welfare.access.gate import Gate


def test_every_post_route_has_a_deed(app: Flask) -> None:
    gate: Gate = app.extensions["gate"]
    posts = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint in gate.passages and "POST" in (rule.methods or ())
    }
    known = {route_of(name) for name in DEEDS} | set(ELSEWHERE)
    assert sorted(posts - known) == [], (
        "Add a Deed for each of these to tests/web/forms/deeds_*.py: who may send it, the page that holds the form, "
        "and the answers that are right."
    )
    assert sorted(known - posts) == [], "Take these out of tests/web/forms/deeds_*.py: there is no such route."
