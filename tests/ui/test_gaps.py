"""A text that could not be opened is marked wherever a template prints it."""

from flask import render_template_string

from tests.ui.conftest import Speaking
from welfare.audit.gap import Gap, GapDocument


def test_a_gap_is_marked(speaking: Speaking) -> None:
    with speaking("en"):
        assert "This text cannot be opened" in render_template_string("<p>{{ text }}</p>", text=Gap())


def test_a_gap_within_a_document_is_marked_also_when_it_is_cut(speaking: Speaking) -> None:
    with speaking("en"):
        page = render_template_string("<p>{{ kept.story|truncate(20) }}</p>", kept=GapDocument())
    assert "This text cannot be opened" in page


def test_an_empty_text_is_not_a_gap_and_other_words_stay_escaped(speaking: Speaking) -> None:
    with speaking("en"):
        assert render_template_string("<p>{{ empty }}{{ some }}</p>", empty="", some="a < b") == "<p>a &lt; b</p>"
