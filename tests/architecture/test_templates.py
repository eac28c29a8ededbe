"""Templates arrange words; they do not decide, style or script.

Why: the content security policy lets no inline style or script through, so one in a template is a fault that shows
only in a browser. And escaping is never switched off: what a pupil wrote is text on every page.
"""

import re
from pathlib import Path

import pytest
from flask import Flask

from tests.architecture.tree import TEMPLATES, name_of, templates

JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
FORBIDDEN_MARKUP = {
    "an inline style": re.compile(r"<[^>]*\sstyle\s*="),
    "a style element": re.compile(r"<style\b"),
    "an inline event handler": re.compile(r"<[^>]*\son[a-z]+\s*="),
    "a script without a file": re.compile(r"<script\b(?![^>]*\ssrc\s*=)"),
    "a script address": re.compile(r"javascript:"),
}
FORBIDDEN_JINJA = {
    "escaping switched off by a filter": re.compile(r"\|\s*safe\b"),
    "escaping switched off by a block": re.compile(r"\bautoescape\s+false\b"),
    "Markup": re.compile(r"\bMarkup\b"),
}


def faults(source: str) -> list[str]:
    """What a template holds that no template may."""
    markup = JINJA.sub(" ", source)
    found = [name for name, pattern in FORBIDDEN_MARKUP.items() if pattern.search(markup)]
    return found + [name for name, pattern in FORBIDDEN_JINJA.items() if pattern.search(source)]


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_every_template_compiles(app: Flask) -> None:
    names = [path.relative_to(TEMPLATES).as_posix() for path in templates()]
    assert [app.jinja_env.get_template(name).name for name in names] == names


def test_no_template_styles_scripts_or_stops_escaping() -> None:
    assert {name_of(path): found for path in templates() if (found := faults(path.read_text(encoding="utf-8")))} == {}


@pytest.mark.parametrize(
    "source",
    [
        '<p style="color: red">',
        "<style>p {}</style>",
        '<a href="/" onclick="go()">',
        "<script>go()</script>",
        '<a href="javascript:go()">',
        "{{ text|safe }}",
        "{{ text | safe }}",
        "{% autoescape false %}{% endautoescape %}",
    ],
)
def test_each_forbidden_thing_would_be_seen(source: str) -> None:
    assert len(faults(source)) == 1


def test_ordinary_markup_is_left_in_peace() -> None:
    assert faults('<script type="module" src="{{ url }}"></script>{% set once = "x" %}<p class="style">safe</p>') == []


def test_there_is_no_template_outside_the_templates_folder() -> None:
    stray = [name_of(path) for path in (Path(TEMPLATES).parent).rglob("*.html") if TEMPLATES not in path.parents]
    assert stray == []
