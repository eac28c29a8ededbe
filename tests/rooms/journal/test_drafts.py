"""An unfinished entry: kept for its writer alone, and two tabs never overwrite each other unseen."""

from collections.abc import Callable

from sqlalchemy import select

from tests.builders import Someone
from tests.builders_journal import Matter
from tests.client import Client, Page, PageForm
from tests.clock import Clock
from tests.rooms.journal.conftest import in_english
from welfare.cases.models import Case
from welfare.drafts.models import Draft
from welfare.rules.cases import CaseState


def a_form(client: Client, matter: Matter) -> PageForm:
    return client.get(f"{matter.url}/new/note").form("Save the entry")


def autosave(client: Client, matter: Matter, form: PageForm, text: str) -> tuple[int, str | None]:
    """What the page's script does; gives the status and the draft's new revision."""
    form.fill(information=text)
    answer = client.flask.post(f"{matter.url}/new/note/draft", data=form.data, headers={"X-Requested-With": "autosave"})
    return answer.status_code, answer.headers.get("X-Draft-Revision")


def test_a_draft_is_kept_by_the_button_and_given_back(matter: Matter, saara: Client) -> None:
    page = a_form(saara, matter).fill(information="Tiina kertoo, että", heading="Puhelu").press("Save the draft")
    assert page.has("The draft is kept. Only you can see it.")
    assert page.form("Save the entry").data["information"] == "Tiina kertoo, että"
    assert matter.rows() == []
    journal = saara.get(matter.url)
    assert journal.has("Puhelu Draft, only you see it")
    assert journal.has("Tiina kertoo, että Go on with the draft")
    assert journal.follow("Go on with the draft").form("Save the entry").data["heading"] == "Puhelu"
    assert saara.get(f"{matter.url}/new").has("Note Draft")


def test_nobody_else_sees_it_nor_is_it_printed_or_found(matter: Matter, saara: Client, mirja: Client) -> None:
    a_form(saara, matter).fill(information="kissankello").press("Save the draft")
    mirja.canaries = ("kissankello",)
    for place in ("", "/new", "/new/note", "/print"):
        mirja.get(matter.url + place)
    assert not saara.get(f"{matter.url}/print").has("kissankello")
    assert saara.get(matter.url).form("Search").submit(words="kissankello").has("0 entries found")


def test_typing_is_kept_by_itself_and_the_tab_goes_on_from_it(matter: Matter, saara: Client) -> None:
    form = a_form(saara, matter)
    status, revision = autosave(saara, matter, form, "Tiina")
    assert (status, revision) == (204, "1")
    form.data["revision"] = "1"
    assert autosave(saara, matter, form, "Tiina kertoo") == (204, "2")
    form.data["revision"] = "2"
    form.submit(information="Tiina kertoo enemmän.")
    assert "Draft" not in saara.get(matter.url).text
    assert len(matter.rows()) == 1


def test_the_second_tab_sees_both_versions_and_a_merged_one(matter: Matter, saara: Client) -> None:
    first, second = a_form(saara, matter), a_form(saara, matter)
    first.fill(information="Aamut sujuvat. Terveystarkastus sovittu.").press("Save the draft")
    second.fill(information="Aamut sujuvat. Poissaoloja neljä.")
    page = second.press("Save the draft", status=409)
    assert page.heading == "The text has two versions"
    assert page.has("You have saved this draft in another window")
    texts = [node.text for node in page.tree.all("div", when=lambda node: "text" in node.words)]
    assert texts == ["Aamut sujuvat. Poissaoloja neljä.", "Aamut sujuvat. Terveystarkastus sovittu."]
    merged = page.form("Save the merged text")
    assert merged.data["information"] == "Aamut sujuvat. Poissaoloja neljä. Terveystarkastus sovittu."
    assert merged.press("Save the merged text").form("Save the entry").submit().has("Poissaoloja neljä. Terveys")


def test_sending_from_a_tab_that_is_behind_shows_both_versions(matter: Matter, saara: Client) -> None:
    first, second = a_form(saara, matter), a_form(saara, matter)
    first.fill(information="Ensimmäinen.").press("Save the draft")
    page = second.submit(information="Toinen.", status=409)
    assert page.form("Save the merged text").press("Keep the stored text").has("Ensimmäinen.")
    assert matter.rows() == []


def test_two_versions_wait_both_for_a_writer_who_does_not_choose_at_once(matter: Matter, saara: Client) -> None:
    first, second = a_form(saara, matter), a_form(saara, matter)
    first.fill(information="Ensimmäinen.").press("Save the draft")
    form = second.fill(information="Toinen.").press("Save the draft", status=409).form("Save the merged text")
    assert form.node.has("data-unsaved"), "the page sends what it holds as soon as it is drawn"
    answer = saara.flask.post(form.node.get("data-autosave"), data=form.data)
    assert answer.status_code == 204
    page = saara.get(f"{matter.url}/new/note")
    assert page.has("You have saved this draft in another window")
    texts = [node.text for node in page.tree.all("div", when=lambda node: "text" in node.words)]
    assert texts == ["Toinen. Ensimmäinen.", "Ensimmäinen."]
    page.form("Save the merged text").press("Keep the stored text")
    assert a_form(saara, matter).data["information"] == "Ensimmäinen."


def test_the_script_of_a_tab_that_is_behind_is_told_so(matter: Matter, saara: Client) -> None:
    first, second = a_form(saara, matter), a_form(saara, matter)
    assert autosave(saara, matter, first, "Ensimmäinen.") == (204, "1")
    assert autosave(saara, matter, second, "Toinen.") == (409, None)
    assert saara.get(f"{matter.url}/new/note").form("Save the entry").data["information"] == "Ensimmäinen."


def test_two_tabs_that_say_the_same_do_not_quarrel(matter: Matter, saara: Client) -> None:
    first, second = a_form(saara, matter), a_form(saara, matter)
    autosave(saara, matter, first, "Sama.")
    second.submit(information="Sama.")
    assert len(matter.rows()) == 1


def test_a_text_sent_from_one_tab_is_not_sent_again_from_the_other_unasked(matter: Matter, saara: Client) -> None:
    a_form(saara, matter).fill(information="Kerran.").press("Save the draft")
    first, second = a_form(saara, matter), a_form(saara, matter)
    first.submit()
    page = second.submit(status=409)
    assert page.has("This text was sent or thrown away in another window.")
    assert page.form("Save the entry").data["information"] == "Kerran."
    assert len(matter.rows()) == 1
    page.form("Save the entry").submit()
    assert len(matter.rows()) == 2


def test_a_draft_can_be_thrown_away(matter: Matter, saara: Client) -> None:
    a_form(saara, matter).fill(information="Turha.").press("Save the draft")
    page = saara.get(matter.url).form("Throw the draft away: Note").submit()
    assert page.has("The draft is thrown away.")
    assert not page.has("Turha.")
    assert not a_form(saara, matter).data["information"].strip()


def test_a_draft_of_a_closed_matter_can_only_be_thrown_away(matter: Matter, saara: Client) -> None:
    a_form(saara, matter).fill(information="Kesken.").press("Save the draft")
    with matter.village.work() as work:
        work.session.get_one(Case, matter.case_id).state = CaseState.CLOSED
    page = saara.get(matter.url)
    assert page.has("The matter takes no new entries now.")
    assert "Go on with the draft" not in page.links
    assert not page.form("Throw the draft away: Note").submit().has("Kesken.")


def test_what_a_member_had_begun_goes_with_the_place_in_the_group(matter: Matter, saara: Client, mirja: Client) -> None:
    note = matter.note(matter.mirja, "Poissaoloja 62.")
    for client in (saara, mirja):
        a_form(client, matter).fill(information="Kesken.").press("Save the draft")
    mirja.get(f"{matter.url}/{note}/correction").form("Save the correction").press("Save the draft")
    assert drafts_of(matter, matter.mirja) == 2
    leaving = saara.get(f"/cases/{matter.case_id}").follow("Remove from the group: Mirja Kanervala")
    leaving.form("Remove from the group").submit(reason="Tehtävä on hoidettu.")
    mirja.get(matter.url, status=404)
    assert (drafts_of(matter, matter.mirja), drafts_of(matter, matter.saara)) == (0, 1)


def drafts_of(matter: Matter, who: Someone) -> int:
    with matter.village.ledger.transaction() as transaction:
        return len(transaction.session.scalars(select(Draft).where(Draft.account_id == who.account_id)).all())


def test_a_draft_of_a_correction_is_kept_too(matter: Matter, saara: Client, clock: Clock) -> None:
    note = matter.note(matter.saara, "Poissaoloja 62.")
    clock.forward(minutes=5)
    form = saara.get(f"{matter.url}/{note}/correction").form("Save the correction")
    form.fill(information="Poissaoloja 26.").press("Save the draft")
    page = saara.get(matter.url)
    assert page.has("Correction Draft, only you see it")
    form = page.follow("Go on with the draft").form("Save the correction")
    assert form.data["information"] == "Poissaoloja 26."
    form.submit(reason="Väärin.")
    assert not saara.get(matter.url).has("Draft, only you see it")


def test_what_cannot_be_saved_as_an_entry_can_be_kept_as_a_draft(
    matter: Matter, sign_in: Callable[[Someone], Client]
) -> None:
    client = in_english(sign_in(matter.saara))
    page: Page = client.get(f"{matter.url}/new/meeting")
    form = page.form("Save the entry").fill(measure_1_what="Ovella", occurred_on="joskus", handling="a\u202eb")
    kept = form.press("Save the draft").form("Save the entry")
    assert (kept.data["measure_1_what"], kept.data["occurred_on"]) == ("Ovella", "joskus")
