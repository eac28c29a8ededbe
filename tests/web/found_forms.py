"""Finds every form of the application: on every page that somebody may read, made of the things the cast has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any
from urllib.parse import urljoin, urlsplit
from uuid import UUID

from flask import Flask
from werkzeug.routing import Rule
from werkzeug.routing.converters import AnyConverter

from tests.client import Client, Page, PageForm
from tests.page_tree import Node
from tests.web.cast import Cast

READERS = (
    "saara_curator",
    "oona_own_teacher",
    "administrator",
    "data_protection_officer",
    "mirja_nurse",
    "curator_colleague",
)
SENDERS = ("aada_herself", "aadas_guardian")
"""Their own steps ask other questions than those of staff."""
STRANGER = "stranger"
NOTHING = UUID(int=4, version=4)
"""The id of a thing that nobody has."""
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class FoundForm:
    """Where a form is, who may send it, and to which endpoint."""

    who: str
    page: str
    action: str
    endpoint: str
    fields: tuple[str, ...]

    def on(self, page: Page) -> PageForm | None:
        """The same form on a page fetched anew; None if it is there no more."""
        return next((form for form in post_forms(page) if action_of(page, form.node) == self.action), None)


def forms_of(app: Flask, cast: Cast, clients: Mapping[str, Client]) -> list[FoundForm]:
    """Every form of every page, one for each endpoint and set of fields."""
    found: dict[tuple[str, tuple[str, ...]], FoundForm] = {}
    for url, senders in _addresses(app, cast):
        for who, page in _read_by(clients, url, *senders):
            for form in post_forms(page):
                action = action_of(page, form.node)
                endpoint, _arguments = app.url_map.bind("").match(urlsplit(action).path, "POST")
                fields = tuple(dict.fromkeys(_DIGITS.sub("#", name) for name, _kind in controls(form)))
                found.setdefault((endpoint, fields), FoundForm(who, url, action, endpoint, fields))
    return list(found.values())


def post_forms(page: Page) -> list[PageForm]:
    """The forms of a page that are sent by POST."""
    return [form for form in page.forms if form.node.get("method").lower() == "post"]


def action_of(page: Page, form: Node) -> str:
    """Where a form is sent."""
    return urljoin(page.url, form.get("action") or page.url)


def controls(form: PageForm) -> list[tuple[str, Node]]:
    """Each name of a form with its first control."""
    found: dict[str, Node] = {}
    for node in form.node.all("input", "select", "textarea"):
        if node.get("name") and node.get("name") != "csrf_token":
            found.setdefault(node.get("name"), node)
    return list(found.items())


def addresses_of(app: Flask, cast: Cast, method: str) -> Iterator[tuple[Rule, str]]:
    """An address of every rule of a method, for each of its plain words, about what the cast has."""
    gate, adapter = app.extensions["gate"], app.url_map.bind("")
    for rule in app.url_map.iter_rules():
        if method in (rule.methods or ()) and not rule.endpoint.endswith("static"):
            kinds = dict(gate.passages[rule.endpoint].subjects)
            names = sorted(rule.arguments)
            for values in product(*(_values(rule, name, kinds, cast.things) for name in names)):
                yield rule, adapter.build(rule.endpoint, dict(zip(names, values, strict=True)), method)


def _values(rule: Rule, name: str, kinds: Mapping[str, str], things: Mapping[str, UUID]) -> list[Any]:
    if name in kinds:
        return [things.get(kinds[name], NOTHING)]
    converter = rule._converters[name]
    return sorted(converter.items) if isinstance(converter, AnyConverter) else ["1"]


def _addresses(app: Flask, cast: Cast) -> Iterator[tuple[str, tuple[str, ...]]]:
    for rule, url in addresses_of(app, cast, "GET"):
        yield url, SENDERS if rule.endpoint.startswith("requests.") else ()


def _read_by(clients: Mapping[str, Client], url: str, *besides: str) -> Iterator[tuple[str, Page]]:
    """The page as the first reader is given it who may read it, and as each of the others is."""
    for who in (*READERS, STRANGER):
        response = clients[who].flask.get(url)
        if response.status_code == 200:
            yield who, Page(clients[who], url, response)
            break
    for who in besides:
        response = clients[who].flask.get(url)
        if response.status_code == 200:
            yield who, Page(clients[who], url, response)
