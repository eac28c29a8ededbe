"""Where somebody lives is printed by one component, and opened only for it.

Why: a person under non-disclosure for safety may be killed by whoever finds the address (661/2009 36-37 §). A rule that
every page must remember is forgotten once; so an address is opened into a `PlaceView`, which holds no text when it is
hidden, and `_components/place.html` alone looks into one.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from flask import Flask

from tests.architecture.tree import TEMPLATES, name_of, python_files, templates
from welfare.db.base import PLACE, Base
from welfare.ui.place import PlaceView
from welfare.web.rooms import BLUEPRINTS

COMPONENT = TEMPLATES / "_components" / "place.html"
DRAWN = re.compile(r"\bplace\([^()]*\)")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def place_columns() -> set[tuple[str, str]]:
    """Model and attribute of every column of the class."""
    return {
        (mapper.class_.__name__, attribute.key)
        for mapper in Base.registry.mappers
        for attribute in mapper.column_attrs
        if attribute.columns[0].info.get("data") is PLACE
    }


def openings(tree: ast.AST, columns: set[tuple[str, str]]) -> Iterator[Function]:
    """Functions that open such a column."""
    for function in ast.walk(tree):
        if isinstance(function, Function) and any(_opens(node, columns) for node in ast.walk(function)):
            yield function


def _opens(node: ast.AST, columns: set[tuple[str, str]]) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    if node.func.attr not in {"decrypt", "decrypt_document", "sift", "skim"}:
        return False
    named = [each for each in node.args if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name)]
    return any((each.value.id, each.attr) in columns for each in named if isinstance(each.value, ast.Name))


def view_fields() -> set[str]:
    """Names under which pages hand a place to templates."""
    return {
        node.target.id
        for path in python_files("welfare")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and "PlaceView" in ast.unparse(node.annotation)
    }


def drawn_past_the_component(source: str, names: set[str]) -> list[str]:
    """Uses of a place in a template that do not go through the component."""
    if not names:
        return []
    return re.findall(rf"\.(?:{'|'.join(sorted(names))})\b(?!\()", DRAWN.sub("", source))


def test_the_address_of_a_person_is_of_this_class() -> None:
    assert BLUEPRINTS, "every model is known once every room is"
    assert ("Person", "place") in place_columns()


def test_what_opens_a_place_hands_on_nothing_but_a_place_view() -> None:
    columns = place_columns()
    loose = {
        f"{name_of(path)}:{function.name}"
        for path in python_files("welfare")
        for function in openings(ast.parse(path.read_text(encoding="utf-8")), columns)
        if function.returns is None or "PlaceView" not in ast.unparse(function.returns)
    }
    assert loose == set()


def test_no_template_draws_a_place_but_through_the_component() -> None:
    names = view_fields()
    assert names
    found = {name_of(path): _drawn(path, names) for path in templates() if path != COMPONENT}
    assert {name: uses for name, uses in found.items() if uses} == {}


def _drawn(path: Path, names: set[str]) -> list[str]:
    return drawn_past_the_component(path.read_text(encoding="utf-8"), names)


def test_a_place_printed_by_mistake_shows_nothing_of_it() -> None:
    template = Flask("bare").jinja_env.from_string("{{ view }} {{ '%s' % view }} {{ [view] }}")
    assert "Kaislapolku" not in template.render(view=PlaceView("Kaislapolku 1"))


def test_a_loose_opening_and_a_loose_drawing_would_be_seen() -> None:
    tree = ast.parse("def home(work, person):\n    return work.decrypt_document(person, Person.place)['street']\n")
    assert [function.name for function in openings(tree, {("Person", "place")})] == ["home"]
    assert drawn_past_the_component("{{ place(page.head.home) }}", {"home"}) == []
    assert drawn_past_the_component("{{ page.head.home.text }}", {"home"}) == [".home"]
