"""Text that a person types is kept whole, or refused in words; nothing is cut off and nothing breaks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.conftest import Speaking
from welfare.ui.text import BadTextError, clean_text, showable

REFUSED = {
    "a NUL": "a\x00b",
    "a bell": "a\x07b",
    "a C1 control": "a\x9bb",
    "a lone surrogate": "a\ud800b",
    "bytes that were no text": "a\ufffdb",
    "a noncharacter": "a\uffffb",
    "a turn of direction": "a\u202eb",
    "an isolate": "a\u2066b",
}


@pytest.mark.parametrize("raw", REFUSED.values(), ids=REFUSED.keys())
def test_signs_that_cannot_be_kept_are_refused_with_a_remedy(raw: str, speaking: Speaking) -> None:
    with speaking("en"), pytest.raises(BadTextError, match="Remove the marked signs"):
        clean_text(raw, limit=100)


@pytest.mark.parametrize("raw", REFUSED.values(), ids=REFUSED.keys())
def test_what_was_refused_is_shown_again_with_the_sign_marked(raw: str) -> None:
    assert showable(raw) == "a\ufffdb"


def test_ordinary_text_of_any_language_is_kept(speaking: Speaking) -> None:
    with speaking("en"):
        for text in ("Äiti sanoi: ”hyvä!”", "こんにちは", "👩🏽\u200d🏫", "a\u200cb", "a\u200eb"):
            assert clean_text(text, limit=100) == text


def test_text_is_trimmed_and_composed(speaking: Speaking) -> None:
    with speaking("en"):
        assert clean_text("  \ufeff" + unicodedata.normalize("NFD", "Äö") + "\u00a0 ", limit=2) == "Äö"


def test_a_pasted_tab_becomes_a_space_on_one_line_and_a_line_break_is_refused(speaking: Speaking) -> None:
    with speaking("en"):
        assert clean_text("7A\tEetu", limit=100) == "7A Eetu"
        with pytest.raises(BadTextError):
            clean_text("7A\nEetu", limit=100)


def test_every_kind_of_line_break_becomes_one_newline_in_long_text(speaking: Speaking) -> None:
    with speaking("en"):
        assert clean_text("a\r\nb\rc\u2028d\te", limit=100, has_lines=True) == "a\nb\nc\nd\te"


def test_text_at_the_limit_is_kept_and_one_sign_more_is_refused_with_both_numbers(speaking: Speaking) -> None:
    with speaking("en"):
        assert clean_text("ä" * 10, limit=10) == "ä" * 10
        with pytest.raises(BadTextError, match="at most 10 signs, now 11"):
            clean_text("ä" * 11, limit=10)


@given(st.text(st.characters(codec=None), max_size=40))
def test_whatever_is_typed_can_be_shown_on_a_page(raw: str) -> None:
    shown = showable(raw)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert "\x00" not in shown
    assert "\u202e" not in shown
