"""What should never be sent, by the kind of the field. The house says so at the field, or sees no form at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from tests.page_tree import Node
from tests.web.forms.deed import Filled, Pairs
from welfare.ui.page_drafts import FIELD

TOO_LONG = "x" * 20_001
NUL, TURNED, SURROGATE, SEVERAL_LINES = "a\x00b", "a\u202eb", "a\ud800b", "a\nb"
TYPED = {"a NUL": NUL, "a lone surrogate": SURROGATE, "a turn of direction": TURNED, "too long": TOO_LONG}
SECRET = {"a NUL": NUL, "a lone surrogate": SURROGATE, "too long": TOO_LONG}
CHOSEN = {"not offered": "no-such-answer", "an unknown id": str(uuid4()), "a NUL": NUL, "a lone surrogate": SURROGATE}
HIDDEN = {"empty": "", "a NUL": NUL, "a lone surrogate": SURROGATE, "too long": TOO_LONG}
FILE: dict[str, object] = {"no file but words": "a word", "no ZIP": b"no ZIP at all", "nothing in it": b""}
BY_KIND: Mapping[str, Mapping[str, object]] = {
    "typed": TYPED,
    "secret": SECRET,
    "chosen": CHOSEN,
    "file": FILE,
}
UNASKED = frozenset({"csrf_token", "draft", FIELD})
"""The token is another matter; the button of a draft is a name without a value, and whose draft goes asks nothing."""


@dataclass(frozen=True)
class Spoiling:
    """Some fields of a form, each with a value that it cannot take."""

    what: str
    values: Mapping[str, object]

    def of(self, filled: Filled) -> Pairs:
        """The form with those values and all others as they should be."""
        kept = [(name, value) for name, value in filled.pairs if name not in self.values]
        return kept + list(self.values.items())


def spoilings(filled: Filled) -> Iterator[Spoiling]:
    """All fields that a person fills in spoilt at once, in each way that they know; and each hidden field alone."""
    ways = {name: _ways(filled, name) for name in filled.names if kind_of(filled, name) not in {"hidden", "ticked"}}
    for what in dict.fromkeys(what for found in ways.values() for what in found):
        yield Spoiling(what, {name: found[what] for name, found in ways.items() if what in found})
    for name in filled.names:
        if kind_of(filled, name) == "hidden" and name not in UNASKED and not filled.deed.keeps_all:
            yield from (Spoiling(f"{name}: {what}", {name: value}) for what, value in HIDDEN.items())


def kind_of(filled: Filled, name: str) -> str:
    """What a field asks for."""
    node = filled.control(name)
    if node.tag == "textarea":
        return "typed"
    if node.tag == "select" or node.get("type") == "radio":
        return "chosen"
    if node.get("type") == "checkbox":
        return "ticked" if _is_single(filled, node) else "chosen"
    return {"hidden": "hidden", "password": "secret", "file": "file"}.get(node.get("type"), "typed")


def _is_single(filled: Filled, node: Node) -> bool:
    alike = filled.form.node.all("input", when=lambda other: other.get("name") == node.get("name"))
    return len(alike) == 1 and node.get("value") in {"yes", "1"}


def _ways(filled: Filled, name: str) -> Mapping[str, object]:
    kind = kind_of(filled, name)
    if kind == "typed" and filled.form.node.get("enctype"):
        return {what: value for what, value in TYPED.items() if value != SURROGATE}  # none can stand in such a form
    if kind != "chosen":
        return BY_KIND[kind]
    return {**CHOSEN, **_foreign(filled)} if _names_things(filled, name) else CHOSEN


def _names_things(filled: Filled, name: str) -> bool:
    try:
        UUID(str(filled.form.data[name]))
    except (ValueError, KeyError):
        return False
    return True


def _foreign(filled: Filled) -> dict[str, str]:
    """What is somewhere else: a colleague there, a guardian, a school."""
    foreign = filled.scene.company.foreign
    worker, guardian = foreign.people["curator_colleague"], foreign.people["aadas_guardian"]
    return {
        "a worker from elsewhere": str(worker.person_id),
        "an account from elsewhere": str(worker.account_id),
        "a guardian from elsewhere": str(guardian.person_id),
        "a school elsewhere": str(foreign.things["school_id"]),
    }
