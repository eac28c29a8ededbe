"""A mistake is mended by a linked entry with its reason; what was written stays readable."""

from uuid import UUID

import pytest

from tests.builders_journal import IDENTITY_CODE, Matter
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.journal.trail import events_of
from welfare.cases.models import Case
from welfare.rules.cases import CaseState
from welfare.rules.journal import EntryKind


@pytest.fixture
def note(matter: Matter, clock: Clock) -> UUID:
    """Mirja's note with a wrong figure."""
    note = matter.note(matter.mirja, "Poissaolotunteja on 62 syksyllä.")
    clock.forward(minutes=10)
    return note


def correct(client: Client, matter: Matter, entry: UUID, status: int = 200, **answers: str) -> Page:
    answers = {"information": "Poissaolotunteja on 26 syksyllä.", "reason": "Väärä lukujakso."} | answers
    return (
        client.get(f"{matter.url}/{entry}/correction").form("Save the correction").fill(**answers).submit(status=status)
    )


def changes(page: Page) -> tuple[list[str], list[str]]:
    panel = page.tree.first("section", when=lambda node: node.get("aria-labelledby") == "entry-heading")
    assert panel is not None
    return [node.text for node in panel.all("del")], [node.text for node in panel.all("ins")]


def test_the_form_holds_the_text_to_be_corrected(matter: Matter, note: UUID, saara: Client) -> None:
    page = saara.get(f"{matter.url}/{note}").follow("Correct this entry")
    assert page.form("Save the correction").data["information"] == "Poissaolotunteja on 62 syksyllä."
    assert page.has("To be corrected: Note")


def test_a_correction_shows_word_by_word_what_it_changed_and_why(matter: Matter, note: UUID, saara: Client) -> None:
    page = correct(saara, matter, note)
    assert changes(page) == (["62"], ["26"])
    assert page.has("Reason Väärä lukujakso.")
    assert page.has("Poissaolotunteja on 26 syksyllä.")


def test_the_earlier_text_stays_readable_and_is_marked_as_corrected(matter: Matter, note: UUID, saara: Client) -> None:
    correct(saara, matter, note)
    journal = saara.get(matter.url)
    assert journal.has("Note Corrected")
    assert journal.has("Poissaolotunteja on 62 syksyllä.")
    earlier = saara.get(f"{matter.url}/{note}")
    assert earlier.has("This entry has been corrected.")
    assert earlier.has("Poissaolotunteja on 62 syksyllä.")
    assert journal.follow("Show the correction").has("Väärä lukujakso.")


def test_a_correction_is_corrected_in_turn_and_the_line_is_one(
    matter: Matter, note: UUID, saara: Client, mirja: Client, clock: Clock
) -> None:
    first = UUID(correct(saara, matter, note).url.rpartition("/")[2])
    clock.forward(minutes=5)
    page = correct(mirja, matter, first, information="Poissaolotunteja on 28 syksyllä.", reason="Tarkistettu.")
    assert changes(page) == (["26"], ["28"])
    assert page.heading == "Correction to the entry of 23 Nov"
    original, correction, again = matter.rows()
    assert (original.corrects_id, correction.corrects_id, again.corrects_id) == (None, note, first)
    assert {row.revision for row in (original, correction, again)} == {1}
    assert "Correct this entry" not in saara.get(f"{matter.url}/{first}").links
    assert "Correct this entry" in page.links


def test_a_correction_needs_a_reason_and_a_text(matter: Matter, note: UUID, saara: Client) -> None:
    assert correct(saara, matter, note, reason="", status=422).field_error("reason")
    assert correct(saara, matter, note, information="", status=422).field_error("information")
    assert correct(saara, matter, note, reason=f"Koodi {IDENTITY_CODE}", status=422).field_error("reason")
    assert len(matter.rows()) == 1


def test_the_second_of_two_correctors_sees_both_texts(
    matter: Matter, note: UUID, saara: Client, mirja: Client, clock: Clock
) -> None:
    slow = saara.get(f"{matter.url}/{note}/correction").form("Save the correction")
    newest = correct(mirja, matter, note, information="Poissaolotunteja on 26 koko syksynä.").url
    clock.forward(minutes=1)
    page = slow.submit(information="Poissaolotunteja on 26 lokakuussa.", reason="Väärä kausi.", status=409)
    assert page.has("Mirja Kanervala corrected this entry while you were writing.")
    assert [node.text for node in page.tree.all("ins")] == ["lokakuussa.", "koko syksynä."]
    merged = page.form("Save the correction")
    assert merged.data["information"] == "Poissaolotunteja on 26 lokakuussa. Poissaolotunteja on 26 koko syksynä."
    assert merged.data["reason"] == "Väärä kausi."
    done = merged.submit(information="Poissaolotunteja on 26 koko syksynä, lokakuussa 9.")
    assert changes(done) == (["syksynä."], ["syksynä, lokakuussa 9."])
    assert matter.rows()[-1].corrects_id == UUID(newest.rpartition("/")[2])


def test_only_who_wrote_them_down_corrects_own_words(matter: Matter, saara: Client, mirja: Client) -> None:
    words = matter.entry(matter.mirja, EntryKind.OWN_WORDS, {"information": "Aamut on vaikeimpia."})
    assert "Correct this entry" not in saara.get(f"{matter.url}/{words}").links
    assert saara.get(f"{matter.url}/{words}/correction").has("This entry cannot be corrected here")
    assert correct(mirja, matter, words, information="Aamut on kaikkein vaikeimpia.").has("kaikkein")


def test_a_closed_matter_takes_corrections_but_no_new_entries(matter: Matter, note: UUID, saara: Client) -> None:
    with matter.village.work() as work:
        work.session.get_one(Case, matter.case_id).state = CaseState.CLOSED
    assert "New entry" not in saara.get(matter.url).links
    for place in ("/new", "/new/note"):
        saara.get(matter.url + place, status=404)
    assert correct(saara, matter, note).has("Väärä lukujakso.")


def test_every_field_of_a_meeting_can_be_corrected(matter: Matter, saara: Client) -> None:
    meeting = matter.entry(
        matter.saara,
        EntryKind.MEETING,
        {
            "heading": "1. kokous",
            "subject": "Poissaolot",
            "background": "Syksystä alkaen.",
            "initiator": "student",
            "handling": "Sovittiin aamuista.",
            "participants": [{"id": matter.student.person_id.hex, "name": "Aada Metsäpelto", "position": "oppilas"}],
            "student_view": "Aamut on vaikeimpia.",
            "student_view_absent": "",
            "guardian_view": "",
            "measures": [{"what": "Ovella", "by": "Petri", "followed_by": "Saara", "until": "2026-12-18"}],
            "information": "Alkoi 18.11.",
        },
    )
    form = saara.get(f"{matter.url}/{meeting}/correction").form("Save the correction")
    assert form.data["measure_1_until"] == "18.12.2026"
    assert form.data.getlist("participants") == [str(matter.student.person_id)]
    people = form.options["participants"]
    form.fill(participants=[people["Aada Metsäpelto"], people["Mirja Kanervala"]])
    page = form.submit(measure_1_followed_by="Mirja", measure_1_until="", reason="Kirjattu väärin.")
    removed, added = changes(page)
    assert removed == ["Saara, by 18 Dec 2026"]
    assert added == ["Mirja", "Mirja Kanervala, nurse"] or "Mirja" in added
    assert page.has("1. kokous")


def test_correcting_leaves_an_event_that_names_both_entries(matter: Matter, note: UUID, saara: Client) -> None:
    correct(saara, matter, note)
    event = events_of(matter, "entry:correct")[-1]
    ids = {subject for kind, subject in event["subjects"] if kind == "journal_entry"}
    assert ids == {row.id.hex for row in matter.rows()}
    assert event["codes"]["kind"] == "correction"
