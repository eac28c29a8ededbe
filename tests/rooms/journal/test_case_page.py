"""The journal's part of the page of its matter: for those who may read the journal, and nobody else."""

from tests.builders_cases import a_bare_case
from tests.builders_journal import Matter
from tests.client import Client
from tests.clock import Clock
from tests.rooms.journal.trail import events_of
from welfare.cases.models import Case
from welfare.rules.cases import CaseState


def test_the_page_shows_the_newest_five_and_leads_to_all(matter: Matter, saara: Client, clock: Clock) -> None:
    for number in range(1, 7):
        matter.note(matter.mirja, f"Kirjaus numero {number}.")
        clock.forward(minutes=1)
    page = saara.get(f"/cases/{matter.case_id}")
    assert page.has("Kirjaus numero 6.")
    assert page.has("Kirjaus numero 2.")
    assert not page.has("Kirjaus numero 1.")
    assert page.has("Journal 6")
    assert page.follow("Open the whole journal").has("Kirjaus numero 1.")
    assert page.follow("New entry").heading == "What do you write?"


def test_a_long_text_is_cut_and_leads_to_the_whole(matter: Matter, saara: Client) -> None:
    matter.note(matter.saara, "sana " * 200 + "loppu", heading="Pitkä")
    page = saara.get(f"/cases/{matter.case_id}")
    assert "loppu" not in page.main
    assert page.follow("Open the entry: Note").has("loppu")


def test_ones_own_draft_is_on_top_and_nobody_elses(matter: Matter, saara: Client, mirja: Client) -> None:
    form = saara.get(f"{matter.url}/new/note").form("Save the entry")
    form.fill(information="kissankello").press("Save the draft")
    page = saara.get(f"/cases/{matter.case_id}")
    assert page.follow("Go on with the draft").form("Save the entry").data["information"] == "kissankello"
    mirja.canaries = ("kissankello",)
    assert mirja.get(f"/cases/{matter.case_id}").has("Nothing has been entered yet.")


def test_who_may_see_the_matter_but_not_its_journal_is_shown_none(matter: Matter, saara: Client) -> None:
    bare = a_bare_case(matter.village, matter.student, matter.saara)
    page = saara.get(f"/cases/{bare}")
    assert not page.has("Student welfare journal")
    assert "New entry" not in page.links
    assert saara.get(f"/cases/{matter.case_id}").has("Student welfare journal")


def test_a_closed_matter_shows_its_journal_and_offers_no_entry(matter: Matter, saara: Client) -> None:
    matter.note(matter.saara, "Viimeinen.")
    with matter.village.work() as work:
        work.session.get_one(Case, matter.case_id).state = CaseState.CLOSED
    page = saara.get(f"/cases/{matter.case_id}")
    assert page.has("Viimeinen.")
    assert "New entry" not in page.links


def test_what_the_page_opened_stands_in_its_event(matter: Matter, saara: Client) -> None:
    note = matter.note(matter.saara, "Luettu.")
    saara.get(f"/cases/{matter.case_id}")
    (event,) = events_of(matter, "case:read")
    assert event["opened"]["journal_entry.document"] == [note.hex]
