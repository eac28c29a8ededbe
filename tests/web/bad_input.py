"""What people, programs and attackers send into forms, and what a form is filled with when all is well."""

from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from tests.client import PageForm
from tests.page_tree import Node
from tests.web.found_forms import controls

MARK: Final = "ennen"
"""What must still stand in a refused field: nothing typed is lost."""
UNWANTED: Final = {
    "too long": MARK + "x" * 20_000,
    "NUL": MARK + "\0jälkeen",
    "a control sign": MARK + "\x07jälkeen",
    "a lone surrogate": MARK + "\ud800jälkeen",
    "reading turned round": MARK + "\u202ejälkeen",
}
NO_DAYS: Final = ["31.2.2026", "huomenna", "1.1.99999", "9" * 5000, "٣.٤.٢٠٢٦", "1.1.2026\0"]
NO_CHOICES: Final = ["zzz", "\0", "x" * 5000, "9a3f2b1c-0000-4000-8000-000000000000"]
NO_REVISIONS: Final = ["abc", "-1", "9" * 30, "", "1e3", "٣"]
NO_KEYS: Final = ["", "\0" * 20, "x" * 5000, "zzz"]

GOOD_TEXT: Final = "Aamut ovat vaikeita, a\u0308a\u0308ni ja o\u0308ljy."
"""Decomposed, as some keyboards type it: taken, and kept composed."""
TODAY: Final = "23.11.2026"
ANSWERS: Final[Mapping[str, Mapping[str, str]]] = {
    "accounts.add_staff": {"given_name": "Aino", "family_name": "Uusitalo", "ends_on": ""},
    "accounts.give_post": {"ends_on": ""},
    "requests.offer": {"on": "24.11.2026", "clock": "10.00"},
    "requests.held": {"on": "20.11.2026", "clock": "9.00"},
    "organisations.new_school": {"short_name": "UUS", "official_code": "09999"},
    "organisations.new_year": {"first": "14.8.2028", "last": "2.6.2029"},
    "organisations.new_term": {"first": "10.8.2027", "last": "21.12.2027"},
    "organisations.new_closed_days": {"first": "18.10.2027", "last": "22.10.2027"},
    "prohibitions.assess": {"is_against": "no"},
    "requests.keep_tell": {"guardian_told": "not_yet"},
    "journal.save_disclosure": {"ground": "students_welfare"},
    "oversight.people": {"name": "Aada"},
}
"""By endpoint, where the usual answers would not do."""


def filled(form: PageForm, endpoint: str) -> dict[str, list[str]]:
    """The form as its page shows it, with what is lacking filled in by good answers."""
    values = {name: list(form.data.getlist(name)) for name in form.data}
    for name, node in controls(form):
        if not any(values.get(name, [])) and (answer := _good(form, name, node)) is not None:
            values[name] = [answer]
    return values | {name: [answer] for name, answer in ANSWERS.get(endpoint, {}).items()}


def encoded(values: Mapping[str, list[str]]) -> bytes:
    """The body of a POST; a lone surrogate goes as the bytes that a careless program sends."""
    pairs = [(name, value) for name, several in values.items() for value in several]
    return urlencode(pairs, encoding="utf-8", errors="surrogatepass").encode()


def unwanted_for(name: str, node: Node, foreign: UUID) -> Iterator[tuple[str, str]]:
    """What may not come into a field: by words, and by value."""
    if name == "revision":
        yield from ((f"revision {value[:5]!r}", value) for value in NO_REVISIONS)
    elif is_choice(node):
        yield from ((f"choice {value[:5]!r}", value) for value in [*NO_CHOICES, str(foreign)])
    elif is_day(node):
        yield from ((f"day {value[:9]!r}", value) for value in NO_DAYS)
    elif is_text(node):
        yield from UNWANTED.items()


def is_choice(node: Node) -> bool:
    """Answered by choosing among what is offered."""
    is_one_of_many = node.get("type") == "checkbox" and node.get("value") != "yes"
    return node.tag == "select" or node.get("type") == "radio" or is_one_of_many


def is_text(node: Node) -> bool:
    """Typed."""
    return node.tag == "textarea" or (node.tag == "input" and node.get("type") in {"text", "search", "password", ""})


def is_day(node: Node) -> bool:
    """A day is asked."""
    return "w-date" in node.words


def _good(form: PageForm, name: str, node: Node) -> str | None:
    if name == "idempotency_key" or _is_optional(form, node):
        return None
    if node.tag == "select":
        return next(option.get("value") for option in node.all("option") if option.get("value"))
    if node.get("type") in {"radio", "checkbox"}:
        return node.get("value")
    return TODAY if is_day(node) else GOOD_TEXT


def _is_optional(form: PageForm, node: Node) -> bool:
    group = node.inside("fieldset") if node.get("type") in {"radio", "checkbox"} else None
    own = form.node.first("label", when=lambda each: each.get("for") == node.get("id"))
    label = group.first("legend") if group else own
    is_marked = label is not None and label.first("span", when=lambda each: "optional" in each.words) is not None
    return is_marked and not (is_text(node) and not is_day(node))
