"""What the act still asks for stands beside the text, and what does not belong there is pointed out to its writer."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_minutes import WHOLE, address, is_running, knows_the_family, rows, save
from tests.client import Client, Page
from tests.furnishing import furnishes
from tests.rooms.meetings.conftest import Sitting
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.meetings.models import MinuteSection
from welfare.people.models import Person

Visit = Callable[[Someone], Client]


@furnishes
def url(village: Village, sitting: Sitting) -> str:
    """The minutes of Aada's item, which is being handled, with her and her guardian there."""
    knows_the_family(village, sitting.aada, sitting.tiina)
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara, sitting.aada, sitting.tiina)
    return address(sitting.meeting, sitting.aadas)


def lacks(page: Page) -> list[str]:
    return [node.text for node in page.tree.all("li", when=lambda node: "lack" in node.words) if node.text]


def test_the_matter_itself_tells_subject_and_background(visit: Visit, sitting: Sitting, url: str) -> None:
    form = visit(sitting.saara).get(url).form("#minutes")
    assert form.data["subject"] == "Aamut ja jaksaminen"
    assert form.data["background"] == "Poissaoloja aamuisin."


def test_the_checklist_tells_what_is_lacking_and_leads_there(visit: Visit, sitting: Sitting, url: str) -> None:
    page = visit(sitting.saara).get(url)
    found = lacks(page)
    assert len(found) == 5
    assert any("what was handled" in words for words in found)
    assert any("The guardian’s view" in words for words in found)
    assert page.links["what was handled"] == "#handling"
    assert page.by_id("handling").tag == "textarea"
    done = save(visit(sitting.saara), url, **WHOLE)
    assert lacks(done) == []
    assert done.has("Of the points of the law 6 of 6 are ready.")


def test_an_adults_matter_asks_for_no_guardian(village: Village, visit: Visit, sitting: Sitting, url: str) -> None:
    with village.work() as work:
        work.session.get_one(Person, sitting.aada.person_id).of_age_on = work.facts.on
    assert not any("guardian" in words for words in lacks(visit(sitting.saara).get(url)))


def test_a_measure_without_its_follower_is_a_lack(visit: Visit, sitting: Sitting, url: str) -> None:
    page = save(visit(sitting.saara), url, **(WHOLE | {"measure_1_followed_by": ""}))
    assert any("who follows up each measure" in words for words in lacks(page))


def test_those_who_see_the_item_are_named(visit: Visit, sitting: Sitting, url: str) -> None:
    rail = visit(sitting.saara).get(url).by_id("law").text
    assert "These people can see this item Mirja Kanervala, Petri Hongisto, Saara Lehtovirta" in rail
    assert "Henrik" not in rail


@pytest.mark.parametrize("typed", ["Elias Haapakorpi", "elias haapakorven", "Eliaksen"])
def test_another_pupils_full_name_is_pointed_out_to_the_writer(
    visit: Visit, ledger: Ledger, sitting: Sitting, url: str, typed: str
) -> None:
    page = save(visit(sitting.saara), url, handling=f"Puhuttiin, kun {typed} tuli.")
    is_full = typed != "Eliaksen"
    assert page.has("Elias Haapakorpi is a pupil of this school.") is is_full
    assert page.has("The minutes are saved.")
    assert not visit(sitting.saara).get(url).has("is a pupil of this school")
    assert len(rows(ledger, MinuteSection)) == 1


def test_no_hint_answers_where_a_restricted_pupil_studies(
    village: Village, visit: Visit, sitting: Sitting, url: str
) -> None:
    hidden = village.student("Vilma Koskela", village.a_class("7A"), is_restricted=True)
    open_ = village.student("Venla Koskela", village.a_class("7B"))
    page = save(visit(sitting.saara), url, handling=f"{hidden.name} ja {open_.name} tulivat.")
    assert page.has("Venla Koskela is a pupil of this school.")
    assert not page.has("Vilma Koskela is a pupil of this school.")


def test_the_pupils_own_name_and_the_attendees_are_no_hint(visit: Visit, sitting: Sitting, url: str) -> None:
    page = save(visit(sitting.saara), url, handling="Aada Metsäpelto ja Tiina Metsäpelto tulivat.")
    assert not page.has("is a pupil of this school")


def test_a_word_of_illness_beside_another_attendee_is_pointed_out(visit: Visit, sitting: Sitting, url: str) -> None:
    page = save(visit(sitting.saara), url, handling="Tiinan masennus painaa. Aadalla on koe.")
    assert page.has("There is a word of illness beside Tiina Metsäpelto.")
    own = save(visit(sitting.saara), url, handling="Aadalla todettiin masennus. Tiina oli mukana.")
    assert not own.has("There is a word of illness")


def test_a_hint_leaves_no_name_of_those_who_were_only_looked_through(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting, url: str
) -> None:
    bystander = village.student("Otto Sivullinen", village.a_class("9C"))
    save(visit(sitting.saara), url, handling="Elias Haapakorpi tuli.")
    with ledger.transaction() as transaction:
        events = [bytes(event.body) for event in transaction.session.scalars(select(AuditEvent))]
    assert any(sitting.elias.person_id.hex.encode() in body for body in events)
    saves = [body for body in events if b"minutes" in body]
    assert saves
    assert not any(bystander.person_id.hex.encode() in body for body in saves)


def test_an_identity_code_is_pointed_out_as_what_must_go(visit: Visit, sitting: Sitting, url: str) -> None:
    page = save(visit(sitting.saara), url, handling="Tunnus 050512A912S.")
    assert page.has("There is a personal identity code in the text. Take it out.")
