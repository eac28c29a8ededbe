"""Two scribes and one text: each part is saved by itself, nobody is overwritten, and nothing typed is lost."""

from collections.abc import Callable

import pytest

from tests.builders import Someone, Village
from tests.builders_minutes import address, is_running, rows, save
from tests.builders_requests import at_work
from tests.client import Client, Page
from tests.clock import Clock
from tests.furnishing import furnishes
from tests.rooms.meetings.conftest import Sitting
from welfare.accounts.kept_text import offer_typed
from welfare.audit.ledger import Ledger
from welfare.cases.models import Case
from welfare.meetings.models import Measure, MeetingItem, MinuteSection
from welfare.rules.cases import CaseState
from welfare.rules.meetings import ItemState
from welfare.rules.minutes import Section

Visit = Callable[[Someone], Client]
RIGHT_TO_LEFT = "שלום 🙂 café"


@furnishes
def url(village: Village, sitting: Sitting) -> str:
    """The minutes of Aada's item, which is being handled."""
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara, sitting.mirja)
    return address(sitting.meeting, sitting.aadas)


def autosave(page: Page, part: str, text: str, *, status: int = 204) -> Page:
    """What a script sends of one section: its text, the mark of what was seen, and the token."""
    form = page.form("#minutes")
    sent = {name: form.data[name] for name in ("csrf_token", f"{part}_seen")} | {part: text}
    return page.client.post(f"{page.url.partition('?')[0]}/sections/{part}", sent, status=status)


def shown(client: Client, url: str, field: str) -> str:
    return str(client.get(url).form("#minutes").data[field])


def test_what_one_types_is_kept_and_the_other_sees_it(visit: Visit, sitting: Sitting, url: str) -> None:
    autosave(visit(sitting.saara).get(url), "handling", RIGHT_TO_LEFT)
    assert shown(visit(sitting.mirja), url, "handling") == RIGHT_TO_LEFT
    assert visit(sitting.mirja).get(url).has("Saved at 23 Nov 2026")


def test_two_write_different_sections_and_lose_nothing(visit: Visit, sitting: Sitting, url: str) -> None:
    first, second = visit(sitting.saara).get(url), visit(sitting.mirja).get(url)
    first.form("#minutes").fill(handling="Saaran teksti.").press("Save")
    second.form("#minutes").fill(information="Mirjan teksti.").press("Save")
    page = visit(sitting.saara).get(url).form("#minutes")
    assert (page.data["handling"], page.data["information"]) == ("Saaran teksti.", "Mirjan teksti.")


def test_two_write_one_section_and_the_second_sees_both_texts(visit: Visit, sitting: Sitting, url: str) -> None:
    first, second = visit(sitting.saara).get(url), visit(sitting.mirja).get(url)
    first.form("#minutes").fill(handling="Saaran teksti.").press("Save")
    form = second.form("#minutes").fill(handling="Mirjan teksti.", information="Tämä on vain minun.")
    page = form.press("Save", status=409)
    assert page.has("Somebody else has saved this part while you were writing.")
    assert page.has("Saara Lehtovirta, 23 Nov 2026")
    assert shown(visit(sitting.saara), url, "handling") == "Saaran teksti."
    assert shown(visit(sitting.saara), url, "information") == "Tämä on vain minun."
    merged = page.form("#minutes")
    assert merged.data["handling"] == "Mirjan teksti. Saaran teksti."
    assert merged.press("Save").has("The minutes are saved.")
    assert shown(visit(sitting.saara), url, "handling") == "Mirjan teksti. Saaran teksti."


def test_a_script_that_is_behind_is_answered_both_texts_of_that_section_alone(
    visit: Visit, sitting: Sitting, url: str
) -> None:
    behind = visit(sitting.mirja).get(url)
    autosave(visit(sitting.saara).get(url), "handling", "Saaran teksti.")
    autosave(visit(sitting.saara).get(url), "information", "Tieto.")
    page = autosave(behind, "handling", "Mirjan teksti.", status=409)
    assert page.by_id("part-handling").first(when=lambda node: node.has("data-both")) is not None
    assert page.by_id("part-information").first(when=lambda node: node.has("data-both")) is None
    form = page.form("#minutes")
    assert form.data["handling"] == "Mirjan teksti. Saaran teksti."
    assert form.data["information"] == "Tieto."
    assert shown(visit(sitting.saara), url, "handling") == "Saaran teksti."
    sent = {name: form.data[name] for name in ("csrf_token", "handling", "handling_seen")}
    behind.client.post(f"{url}/sections/handling", sent, status=204)
    assert shown(visit(sitting.saara), url, "handling") == "Mirjan teksti. Saaran teksti."


def test_one_scribe_goes_on_from_save_to_save(visit: Visit, ledger: Ledger, sitting: Sitting, url: str) -> None:
    client = visit(sitting.saara)
    data = client.get(url).form("#minutes").data
    mark = data["handling_seen"]
    for text in ("P", "Pu", "Puhuttiin."):
        sent = {"csrf_token": data["csrf_token"], "handling_seen": mark, "handling": text}
        mark = client.post(f"{url}/sections/handling", sent, status=204).response.headers["X-Seen"]
    (row,) = rows(ledger, MinuteSection)
    assert (row.section, row.revision) == (Section.HANDLING, 3)


def test_every_mark_stands_once_beside_its_part(visit: Visit, sitting: Sitting, url: str) -> None:
    page = visit(sitting.saara).get(url)
    marks = [node.get("name") for node in page.tree.all("input") if node.get("name").endswith("_seen")]
    assert len(marks) == len(set(marks)) == len(Section) + 8 + 1
    for node in page.tree.all("input", when=lambda node: node.has("data-seen")):
        assert node.inside("div") is not None


def test_a_page_sent_again_with_the_same_text_is_no_conflict(visit: Visit, sitting: Sitting, url: str) -> None:
    behind = visit(sitting.mirja).get(url)
    autosave(visit(sitting.saara).get(url), "handling", "Sama teksti.")
    autosave(behind, "handling", "Sama teksti.")
    assert behind.form("#minutes").fill(handling="Sama teksti.").press("Save").has("The minutes are saved.")


def test_measures_are_rows_of_their_own(visit: Visit, ledger: Ledger, sitting: Sitting, url: str) -> None:
    first, second, behind = visit(sitting.saara).get(url), visit(sitting.mirja).get(url), visit(sitting.mirja).get(url)
    row = {"measure_1_what": "Aamuvastaanotto", "measure_1_by": "petri hongisto", "measure_1_until": "18.12.2026"}
    first.form("#minutes").fill(**row, measure_1_followed_by="Nelli Nuotio").press("Save")
    second.form("#minutes").fill(measure_2_what="Unipäiväkirja").press("Save")
    page = behind.form("#minutes").fill(measure_1_what="Iltavastaanotto").press("Save", status=409)
    assert page.has("Saved by somebody else meanwhile")
    found = sorted(rows(ledger, Measure), key=lambda measure: measure.place)
    assert [measure.place for measure in found] == [1, 2]
    assert found[0].doer_account_id == sitting.petri.account_id
    assert found[0].follower_account_id is None
    assert shown(visit(sitting.saara), url, "measure_1_what") == "Aamuvastaanotto"


def test_a_script_saves_one_measure(visit: Visit, sitting: Sitting, url: str) -> None:
    client = visit(sitting.mirja)
    data = client.get(url).form("#minutes").data
    part = {name: value for name, value in data.items() if name == "csrf_token" or name.startswith("measure_3_")}
    sent = part | {"measure_3_what": "Kävely"}
    client.post(f"{url}/measures/3", sent, status=204)
    assert shown(client, url, "measure_3_what") == "Kävely"
    client.post(f"{url}/measures/3", sent | {"measure_3_what": "Uinti"}, status=409)
    client.post(f"{url}/measures/9", sent, status=404)


@pytest.mark.parametrize("hole", ["handling", "handling_seen", "measure_1_by", "measure_1_seen"])
def test_a_part_that_comes_cut_short_empties_nothing(visit: Visit, sitting: Sitting, url: str, hole: str) -> None:
    visit(sitting.saara).get(url).form("#minutes").fill(handling="Tämä jää.", measure_1_by="Mirja").press("Save")
    client = visit(sitting.mirja)
    part, where = ("handling", "sections/handling") if hole.startswith("handling") else ("measure_1", "measures/1")
    data = client.get(url).form("#minutes").data
    sent = {name: value for name, value in data.items() if name == "csrf_token" or name.startswith(part)}
    client.post(f"{url}/{where}", {name: value for name, value in sent.items() if name != hole}, status=400)
    assert shown(client, url, "handling") == "Tämä jää."
    assert shown(client, url, "measure_1_by") == "Mirja"
    client.post(f"{url}/{where}", sent, status=204)


def test_the_day_of_the_next_meeting_is_kept(visit: Visit, ledger: Ledger, sitting: Sitting, url: str) -> None:
    first, second, third = (visit(who).get(url) for who in (sitting.saara, sitting.mirja, sitting.petri))
    first.form("#minutes").fill(next_on="14.12.2026").press("Save")
    second.form("#minutes").fill(next_on="15.12.2026").press("Save", status=409)
    third.form("#minutes").fill(handling="Vain tämä.").press("Save")
    (item,) = rows(ledger, MeetingItem, MeetingItem.id == sitting.aadas)
    assert item.next_meeting_on.isoformat() == "2026-12-14"


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("handling", "a\x00b", "signs that cannot be read"),
        ("handling", "\u202etxet", "turn the reading direction"),
        ("handling", "x" * 10_001, "too long"),
        ("measure_1_until", "32.13.", "day"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words_and_nothing_typed_is_lost(
    visit: Visit, sitting: Sitting, url: str, field: str, typed: str, words: str
) -> None:
    form = visit(sitting.saara).get(url).form("#minutes").fill(**{field: typed, "information": "Tämä jää."})
    page = form.press("Save", status=422)
    assert words in page.field_error(field)
    again = page.form("#minutes")
    assert again.data["information"] == "Tämä jää."
    again.fill(**{field: ""}).press("Save")
    assert shown(visit(sitting.mirja), url, "information") == "Tämä jää."


def test_a_flood_is_refused_and_the_text_stays_as_it_was(visit: Visit, sitting: Sitting, url: str) -> None:
    page = visit(sitting.saara).get(url)
    autosave(page, "handling", "Puhuttiin.")
    autosave(visit(sitting.saara).get(url), "handling", "x" * 2_000_000, status=413)
    autosave(visit(sitting.saara).get(url), "handling", "x" * 20_000, status=422)
    assert shown(visit(sitting.saara), url, "handling") == "Puhuttiin."


def test_text_that_came_after_the_sign_in_ran_out_is_given_back(
    village: Village, visit: Visit, sitting: Sitting, clock: Clock, url: str
) -> None:
    form = visit(sitting.saara).get(url).form("#minutes").fill(handling="Ehdin kirjoittaa tämän.")
    clock.forward(minutes=20)
    form.press("Save", follow=False, status=303)
    assert shown(visit(sitting.mirja), url, "handling") == ""
    with at_work(village, sitting.saara) as work:
        assert offer_typed(work), "as the next full sign-in does"
    page = visit(sitting.saara).get(f"{url}?kept=1")
    assert page.form("#minutes").data["handling"] == "Ehdin kirjoittaa tämän."
    page.form("#minutes").press("Save")
    assert shown(visit(sitting.mirja), url, "handling") == "Ehdin kirjoittaa tämän."


@pytest.mark.parametrize("state", [ItemState.WAITING, ItemState.FINAL])
def test_nothing_is_written_to_an_item_that_is_not_handled_or_is_final(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting, url: str, state: ItemState
) -> None:
    page = visit(sitting.saara).get(url)
    with village.work() as work:
        work.session.get_one(MeetingItem, sitting.aadas).state = state
    autosave(page, "handling", "Liian myöhään.", status=409)
    refused = page.form("#minutes").fill(handling="Liian myöhään.").press("Save", status=409)
    assert refused.has("These minutes cannot be written in any more.")
    assert "Liian myöhään." in refused.html
    assert rows(ledger, MinuteSection) == []


def test_nothing_is_written_in_a_closed_matter(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting, url: str
) -> None:
    save(visit(sitting.saara), url, handling="Puhuttiin.")
    page = visit(sitting.saara).get(url)
    with village.work() as work:
        work.session.get_one(Case, sitting.aadas_case).state = CaseState.CLOSED
    autosave(page, "handling", "Liian myöhään.", status=404)
    closed = visit(sitting.saara).get(url)
    assert closed.has("The matter is not open")
    assert closed.has("Puhuttiin.")
    (row,) = rows(ledger, MinuteSection)
    assert row.revision == 1


def test_handled_items_are_still_written_after_the_meeting(visit: Visit, sitting: Sitting, url: str) -> None:
    visit(sitting.saara).get(url).form("End the meeting").submit()
    save(visit(sitting.mirja), url, handling="Kirjoitan puhtaaksi.")
    assert shown(visit(sitting.saara), url, "handling") == "Kirjoitan puhtaaksi."
