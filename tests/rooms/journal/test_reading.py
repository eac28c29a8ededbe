"""Reading the journal: in order, by kind, on paper; what cannot be opened leaves a gap and no more."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import LargeBinary, select, type_coerce, update

from tests.builders_journal import IDENTITY_CODE, Matter
from tests.client import Client
from tests.clock import Clock
from tests.rooms.journal.trail import all_bodies, events_of
from welfare.crypto.encrypted import Encrypted
from welfare.db.guard import WRITES
from welfare.journal.models import JournalEntry
from welfare.rules.journal import EntryKind

GAP = "This text cannot be opened"
"""What stands in its place."""


@pytest.fixture
def written(matter: Matter, clock: Clock) -> Matter:
    """Three entries, a day apart."""
    background = {"subject": "Poissaolot", "background": "Syksystä alkaen.", "initiator": "student"}
    matter.entry(matter.saara, EntryKind.OPENING, background)
    clock.forward(minutes=5)
    matter.note(matter.mirja, "Terveystarkastus sovittu.", heading="Terveystarkastus")
    clock.forward(minutes=5)
    matter.entry(matter.saara, EntryKind.OWN_WORDS, {"information": "Aamut on vaikeimpia."})
    return matter


def order_of(text: str, *words: str) -> list[int]:
    places = [text.index(word) for word in words]
    return sorted(range(len(words)), key=lambda n: places[n])


def test_the_newest_comes_first_and_the_oldest_on_request(written: Matter, saara: Client) -> None:
    words = ("Syksystä alkaen.", "Terveystarkastus sovittu.", "Aamut on vaikeimpia.")
    page = saara.get(written.url)
    assert order_of(page.main, *words) == [2, 1, 0]
    assert order_of(page.follow("Show oldest first").main, *words) == [0, 1, 2]
    assert order_of(page.follow("Print").main, *words) == [0, 1, 2]


def test_one_kind_can_be_shown_alone(written: Matter, saara: Client) -> None:
    page = saara.get(written.url).follow("Notes")
    assert page.has("Terveystarkastus sovittu.")
    assert not page.has("Aamut on vaikeimpia.")
    assert page.follow("Everything").has("Aamut on vaikeimpia.")
    assert saara.get(f"{written.url}?kind=gossip&order=sideways").has("Aamut on vaikeimpia.")


def test_every_page_says_why_it_is_seen(written: Matter, saara: Client) -> None:
    entry = saara.get(written.url).follow("Open the entry: The pupil’s own words")
    for page in (saara.get(written.url), saara.get(f"{written.url}/new"), saara.get(f"{written.url}/print"), entry):
        assert page.has("You see this because")
        assert page.has("in force until 3 May 2027")


def test_the_pupils_own_words_look_like_nothing_else(written: Matter, saara: Client) -> None:
    voices = saara.get(written.url).tree.all("figure", when=lambda node: "voice" in node.words)
    assert [voice.text for voice in voices] == ["Aamut on vaikeimpia."]


def test_each_entry_has_a_page_and_a_printed_page_of_its_own(written: Matter, saara: Client) -> None:
    page = saara.get(written.url).follow("Open the entry: The pupil’s own words")
    assert page.heading == "The pupil’s own words"
    assert page.has("Aamut on vaikeimpia.")
    printed = page.follow("Print")
    assert printed.has(IDENTITY_CODE)
    assert not printed.has("Terveystarkastus")


def test_the_statutory_data_come_from_the_directory(written: Matter, saara: Client) -> None:
    assert not saara.get(written.url).has(IDENTITY_CODE)
    page = saara.get(f"{written.url}/print")
    assert page.has("Aada Metsäpelto")
    assert page.has(IDENTITY_CODE)
    assert page.has("Home municipality Halsua")
    assert page.has("Tiina Metsäpelto · 040 123 4567, tiina@example.org")


@pytest.mark.parametrize("matter", [{"is_restricted": True}], indirect=True)
def test_a_restricted_address_is_neither_printed_nor_opened(matter: Matter, saara: Client) -> None:
    matter.note(matter.saara, "Teksti.")
    saara.canaries = ("Halsua", "040 123 4567", "tiina@example.org")
    page = saara.get(f"{matter.url}/print")
    assert page.text.count("Non-disclosure for safety: not shown") == 2
    (event,) = events_of(matter, "journal:read")
    assert not {"person.place", "person.contact"} & set(event["opened"])


@pytest.mark.parametrize("matter", [{"of_age_on": date(2026, 11, 23)}], indirect=True)
def test_of_an_adult_no_guardian_is_told(matter: Matter, saara: Client) -> None:
    matter.note(matter.saara, "Teksti.")
    saara.canaries = ("Tiina", "040 123 4567")
    assert saara.get(f"{matter.url}/print").has("Teksti.")


def test_a_broken_ciphertext_leaves_a_gap_and_an_event_and_the_rest_lives(written: Matter, saara: Client) -> None:
    broken = written.rows()[1]
    spoil(written, broken.id)
    page = saara.get(written.url)
    assert page.has("Syksystä alkaen.")
    assert page.has("Aamut on vaikeimpia.")
    assert not page.has("Terveystarkastus")
    assert GAP in page.text
    (event,) = events_of(written, "journal:read")
    assert event["broken"] == [["journal_entry.document", broken.id.hex]]
    assert len(event["opened"]["journal_entry.document"]) == 2
    for place in ("", "/correction", "/print"):
        assert saara.get(f"{written.url}/{broken.id}{place}").has("Mirja Kanervala")


def test_a_broken_ciphertext_stops_no_search_and_no_other_page(written: Matter, saara: Client) -> None:
    spoil(written, written.rows()[1].id)
    found = saara.get(written.url).form("Search").submit(words="aamut")
    assert found.has("1 entry found")
    assert GAP in saara.get(f"{written.url}/print").text


def spoil(matter: Matter, entry_id: UUID) -> None:
    """Turns over one bit of an entry's ciphertext, past the unit of work."""
    engine = matter.village.ledger.engine
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        place = JournalEntry.id == entry_id
        blob = connection.execute(select(type_coerce(JournalEntry.document, LargeBinary)).where(place)).scalar_one()
        spoilt = blob[:-1] + bytes([blob[-1] ^ 1])
        connection.execute(update(JournalEntry).where(place).values(document=Encrypted(spoilt)))


def test_reading_and_printing_leave_events_that_name_the_matter_and_the_pupil(written: Matter, saara: Client) -> None:
    saara.get(written.url)
    saara.get(f"{written.url}/print")
    read, printed = events_of(written, "journal:read")
    for event in (read, printed):
        assert {"case", "person"} <= {kind for kind, _ in event["subjects"]}
        assert written.student.person_id.hex in {subject for _, subject in event["subjects"]}
        assert event["outcome"] == "done"
    assert len(read["opened"]["journal_entry.document"]) == 3
    assert printed["codes"]["view"] == "print"


def test_writing_leaves_an_event_with_kind_and_office_and_no_word(matter: Matter, saara: Client) -> None:
    saara.get(f"{matter.url}/new/note").form("Save the entry").submit(information="kissankello", heading="pajunkissa")
    (row,) = matter.rows()
    event = events_of(matter, "entry:write")[-1]
    assert event["codes"] == {"kind": "note", "office": "curator"}
    assert ["journal_entry", row.id.hex] in event["subjects"]
    assert ["journal_entry", row.id.hex, 1] in [written[:3] for written in event["written"]]
    assert "kissankello" not in all_bodies(matter)
    assert "pajunkissa" not in all_bodies(matter)
