"""Sentences picked out of a text, and what a receiver sees of them."""

from datetime import date
from uuid import UUID

import pytest

from welfare.disclosures.passages import Excerpt, Passage, excerpts_of, sentences_of
from welfare.rules.journal import EntryKind

ENTRY, OTHER = UUID(int=1), UUID(int=2)
MONDAY = date(2026, 11, 23)


def passage(place: int, text: str, entry: UUID = ENTRY, line: str = "information") -> Passage:
    return Passage(entry, EntryKind.NOTE, MONDAY, line, "", is_voice=False, place=place, text=text)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("Yksi.", ["Yksi."]),
        ("Yksi. Kaksi! Kolme? Neljä…", ["Yksi.", "Kaksi!", "Kolme?", "Neljä…"]),
        ("Rivi\n\nToinen rivi.", ["Rivi", "Toinen rivi."]),
        ("Ks. alla mitä sovittiin.", ["Ks. alla mitä sovittiin."]),
        ("Hän sanoi: ”Tulen.” Äiti tietää.", ["Hän sanoi: ”Tulen.” Äiti tietää."]),
        ("Ensin. ”Sitten.”", ["Ensin.", "”Sitten.”"]),
    ],
)
def test_a_text_is_cut_where_its_sentences_and_lines_end(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


def test_sentences_side_by_side_are_joined_and_a_gap_is_marked() -> None:
    found = excerpts_of([passage(0, "A."), passage(1, "B."), passage(3, "D.")])
    assert [each.text for each in found] == ["A. B. […] D."]


def test_each_line_of_each_entry_stands_by_itself() -> None:
    found = excerpts_of([passage(0, "A."), passage(0, "B.", line="handling"), passage(0, "C.", OTHER)])
    assert [each.text for each in found] == ["A.", "B.", "C."]


def test_what_is_kept_comes_back_the_same() -> None:
    (excerpt,) = excerpts_of([passage(0, "A.")])
    assert Excerpt.kept(excerpt.to_keep()) == excerpt
