"""Searching one journal: in memory, by all words, and without a trace of the words."""

import pytest

from tests.builders_journal import Matter
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.journal.trail import all_bodies, events_of
from welfare.rules.journal import EntryKind


@pytest.fixture
def written(matter: Matter, clock: Clock) -> Matter:
    matter.note(matter.saara, "Aamuvastaanotto ovella klo 8.15.", heading="Aamut")
    clock.forward(minutes=1)
    matter.note(matter.mirja, "Terveystarkastus sovittu. AAMUT vaikeita.")
    clock.forward(minutes=1)
    matter.entry(matter.saara, EntryKind.OWN_WORDS, {"information": "Ääni & <b>melu</b> häiritsee."})
    return matter


def search(client: Client, matter: Matter, words: str, status: int = 200) -> Page:
    return client.get(matter.url).form("Search").submit(words=words, status=status)


def marked(page: Page) -> list[str]:
    return [node.text for node in page.tree.all("mark")]


def test_hits_are_found_whatever_the_case_and_marked(written: Matter, saara: Client) -> None:
    page = search(saara, written, "aamut")
    assert page.has("2 entries found")
    assert marked(page) == ["AAMUT", "Aamut"]


def test_every_word_must_be_in_the_entry(written: Matter, saara: Client) -> None:
    page = search(saara, written, "  aamut   ovella ")
    assert page.has("1 entry found")
    assert marked(page) == ["Aamut", "ovella"]
    assert search(saara, written, "aamut melu").has("No entry holds all of these words.")


def test_signs_of_patterns_and_of_markup_are_only_signs(written: Matter, saara: Client) -> None:
    assert search(saara, written, "klo 8.15.").has("1 entry found")
    assert search(saara, written, "klo 8x15").has("0 entries found")
    page = search(saara, written, "<b>melu</b>")
    assert marked(page) == ["<b>melu</b>"]
    assert marked(search(saara, written, "ÄÄNI")) == ["Ääni"]
    assert marked(search(saara, written, "A\u0308a\u0308ni")) == ["Ääni"]
    assert marked(search(saara, written, "aani")) == ["Ääni"]
    assert marked(search(saara, written, "òvellä")) == ["ovella"]


@pytest.mark.parametrize("words", ["", " ", "a", "x" * 101, "a\x00b"])
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_search_that_cannot_be_made_says_why(written: Matter, saara: Client, words: str) -> None:
    assert search(saara, written, words, status=422).field_error("words")


def test_the_event_holds_the_number_of_hits_and_none_of_the_words(written: Matter, saara: Client) -> None:
    for words in ("terveystarkastus", "Terveystarkastus ", "melu"):
        search(saara, written, words)
    first, again, other = events_of(written, "journal:search")
    assert first["codes"]["hits"] == 1
    assert first["codes"]["term"] == again["codes"]["term"] != other["codes"]["term"]
    assert len(first["codes"]["term"]) == 64
    assert len(first["opened"]["journal_entry.document"]) == 3
    assert "erveystarkastus" not in all_bodies(written)
    assert "melu" not in all_bodies(written)


def test_the_words_stand_in_no_address(written: Matter, saara: Client) -> None:
    page = search(saara, written, "melu")
    assert page.url.endswith("/journal/search")
    assert not [link for link in page.links.values() if "melu" in link]
