"""An address that was made up: of things that are elsewhere there is no page, and of rubbish there is no fault."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from re import findall
from uuid import UUID, uuid4

from flask import url_for
from werkzeug.routing import AnyConverter, Rule

from tests.architecture.tree import ROOT
from tests.web.forms.scene import Scene
from tests.web.law import LAW
from welfare.access.gate import Gate, Passage
from welfare.access.needs import Public

QUERIES = frozenset(
    {
        "actor",
        "about",
        "before",
        "case",
        "class",
        "day",
        "deeds",
        "first",
        "form",
        "group",
        "item",
        "kind",
        "language",
        "last",
        "member",
        "name",
        "name_fi",
    }
    | {"name_sv", "next", "order", "outcome", "page", "people", "person", "q", "removed", "results", "show"}
    | {"service", "shown", "since", "sort", "state", "until", "view", "what", "year"}
)
"""What addresses are asked by, after the question mark."""
RUBBISH = ["", "%00", "%ED%A0%80", "%E2%80%AE", "-1", "9" * 400, "%27%20OR%201=1", "1.1.0001", "31.12.9999", "[]"]
ROUNDS = 2
"""Each query meets as many kinds of rubbish on each page, and all kinds on all pages together."""
OTHERS: Mapping[str, object] = {
    "filename": "css/none.css",
    "language": "fi",
    "version": "1",
    "code": "fi",
    "seq": 1,
    "year": 2026,
}


def test_every_query_of_an_address_is_tried() -> None:
    used = {name for path in sorted((ROOT / "welfare").rglob("*.py")) for name in _asked_in(path)}
    assert used - QUERIES == set(), "Add these to QUERIES, so that rubbish is tried in them."


def _asked_in(path: Path) -> list[str]:
    return findall(r'(?:args|asked\.args)\.get\(\s*"(\w+)"', path.read_text(encoding="utf-8"))


def gets(house: Scene) -> Iterator[tuple[Rule, Passage]]:
    """Every page."""
    gate: Gate = house.app.extensions["gate"]
    for rule in house.app.url_map.iter_rules():
        if "GET" in (rule.methods or ()):
            yield rule, gate.passages[rule.endpoint]


def address(house: Scene, rule: Rule, things: Mapping[str, UUID]) -> str:
    """An address of a route, about these things."""
    gate: Gate = house.app.extensions["gate"]
    kinds = dict(gate.passages[rule.endpoint].subjects)
    values: dict[str, object] = {}
    for name in rule.arguments:
        converter = rule._converters[name]
        if name in kinds:
            values[name] = things[kinds[name]]
        elif isinstance(converter, AnyConverter):
            values[name] = min(converter.items)
        else:
            values[name] = OTHERS.get(name, things["provider_id"])
    with house.app.test_request_context():
        return url_for(rule.endpoint, **values)  # type: ignore[arg-type]


def who_may(passage: Passage) -> str:
    """Somebody whom the law lets in."""
    if isinstance(passage.needs, Public):
        return "principal"
    able = LAW[passage.needs] | ({"county_chief"} if passage.needs.value == "provider:add" else set())
    somebody = min(able, default="saara_curator")  # who is refused by the gate may not be a fault either
    return "curator_colleague.password" if somebody == "half_signed_in" else somebody


def test_rubbish_after_the_question_mark_is_no_fault(house: Scene) -> None:
    faults = []
    for rule, passage in gets(house):
        client, url = house.client(who_may(passage)).flask, address(house, rule, house.company.things)
        for turn in range(ROUNDS):
            query = "&".join(f"{name}={RUBBISH[(at + turn) % len(RUBBISH)]}" for at, name in enumerate(sorted(QUERIES)))
            answer = client.get(f"{url}?{query}&%00=%ED%A0%80")
            faults += [f"{rule.endpoint}?{query}: {answer.status_code}"] if answer.status_code >= 500 else []
    assert faults == []


def test_what_is_elsewhere_or_nowhere_has_no_page(house: Scene) -> None:
    gate: Gate = house.app.extensions["gate"]
    own, foreign = house.company.things, house.company.foreign.things
    nowhere = {name: uuid4() for name in own}
    faults = []
    for rule in house.app.url_map.iter_rules():
        passage = gate.passages[rule.endpoint]
        if not passage.subjects:
            continue
        client = house.client(who_may(passage)).flask
        last = passage.subjects[-1][1]
        for what, things in (
            ("elsewhere", foreign),
            ("nowhere", nowhere),
            ("of another", {**own, last: foreign[last]}),
        ):
            method = "GET" if "GET" in (rule.methods or ()) else "POST"
            answer = client.open(address(house, rule, things), method=method, data=_token(house, passage, method))
            faults += [f"{rule.endpoint} {what}: {answer.status_code}"] if answer.status_code != 404 else []
    assert faults == []


def _token(house: Scene, passage: Passage, method: str) -> dict[str, str]:
    """What a form carries that was taken from another page."""
    if method == "GET":
        return {}
    page = house.client(who_may(passage)).get("/account")
    field = page.tree.first("input", when=lambda node: node.get("name") == "csrf_token")
    return {"csrf_token": field.get("value") if field else ""}
