"""A copy is read by the one to whom it was given, as it was given, for as long as its ground stands."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import Someone
from tests.builders_cases import a_will, an_exclusion, leaves_employment
from tests.builders_journal import Matter, acting
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.disclosures.conftest import FIRST, SECOND, THIRD
from tests.rooms.journal.conftest import in_english
from tests.rooms.journal.trail import events_of
from welfare.cases.models import Case
from welfare.disclosures.models import Disclosure
from welfare.disclosures.queries import copies_open_to
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer, ConsentKind

FOR_TEACHING = {"how": "read_here", "ground": "teaching", "necessity": "Tunnilla tarvitaan."}
Enter = Callable[[Someone], Client]


@pytest.fixture
def reader(erja: Someone, sign_in: Enter) -> Client:
    """The browser of the special teacher."""
    return in_english(sign_in(erja))


def new_form(saara: Client, matter: Matter) -> Page:
    return saara.get(f"/cases/{matter.case_id}/disclosures/new")


def choose(page: Page, *texts: str) -> list[str]:
    offered = page.form("Give it").options["passages"]
    return [offered[text] for text in texts]


def give(saara: Client, matter: Matter, erja: Someone, *texts: str, status: int = 200, **answers: str) -> Page:
    page = new_form(saara, matter)
    values = FOR_TEACHING | {"reader": str(erja.account_id)} | answers
    return page.form("Give it").fill(passages=choose(page, *(texts or (FIRST, THIRD))), **values).submit(status=status)


def row_of(matter: Matter) -> Disclosure:
    with matter.village.ledger.transaction() as transaction:
        found = transaction.session.scalars(select(Disclosure).where(Disclosure.case_id == matter.case_id)).one()
        transaction.session.expunge_all()
        return found


def address(matter: Matter) -> str:
    return f"/received/{row_of(matter).id}"


def test_the_receiver_reads_the_chosen_sentences_and_nothing_else(
    matter: Matter, saara: Client, erja: Someone, reader: Client
) -> None:
    give(saara, matter, erja)
    page = reader.get("/received").follow("Aada Metsäpelto")
    assert page.has(f"{FIRST} […] {THIRD}")
    assert page.has("Note 3 Nov 2026")
    assert page.has("Given by Saara Lehtovirta, curator")
    assert page.has("necessary for teaching (Basic Education Act, section\u00a040(2))")
    for words in (SECOND, "Aamut", "Poissaoloja", "KOI", "Mirja"):
        assert words not in page.text
    for path in (f"/cases/{matter.case_id}", matter.url, f"/cases/{matter.case_id}/disclosures/{row_of(matter).id}"):
        reader.get(path, status=404)


def test_the_journal_tells_what_to_whom_how_and_on_what_ground(matter: Matter, saara: Client, erja: Someone) -> None:
    page = give(saara, matter, erja, what="Ohje tunnille.").follow("The journal’s entry of it")
    assert page.has("What Ohje tunnille. Note 3 Nov 2026, 2 passages")
    assert page.has("To whom Erja Saari, special teacher")
    assert page.has("How Read here")
    event = events_of(matter, "disclosure:record")[-1]
    assert event["codes"] == {"ground": "teaching", "how": "read_here", "kind": "disclosure", "office": "curator"}
    assert ["disclosure", row_of(matter).id.hex] in event["subjects"]


def test_what_the_receiver_will_see_is_shown_before_anything_is_given(
    matter: Matter, saara: Client, erja: Someone
) -> None:
    page = new_form(saara, matter)
    form = page.form("Give it").fill(passages=choose(page, FIRST), reader=str(erja.account_id), **FOR_TEACHING)
    shown = form.press("Show what the receiver will see")
    assert FIRST in shown.by_id("preview").text
    assert SECOND not in shown.by_id("preview").text
    assert shown.has("Nothing has been given yet.")
    assert shown.form("Give it").data.getlist("passages") == choose(page, FIRST)
    assert [row.kind for row in matter.rows()] == ["note"]


def test_every_opening_is_an_event_and_the_group_sees_when(
    matter: Matter, saara: Client, erja: Someone, reader: Client, clock: Clock
) -> None:
    page = give(saara, matter, erja)
    assert page.has("It has not been opened yet.")
    clock.forward(minutes=5)
    reader.get(address(matter))
    clock.forward(minutes=5)
    reader.get(address(matter))
    opened = events_of(matter, "copy:open")
    assert len(opened) == 2
    assert opened[0]["opened"]["disclosure.document"] == [row_of(matter).id.hex]
    page = saara.get(page.url)
    assert page.by_id("openings").text.count("9:") == 2


def test_a_copy_closes_after_its_last_day(
    matter: Matter, saara: Client, erja: Someone, sign_in: Enter, clock: Clock
) -> None:
    give(saara, matter, erja, open_until="25.11.2026")
    clock.forward(days=2)
    assert in_english(sign_in(erja)).get(address(matter)).has(FIRST)
    clock.forward(days=1)
    late = in_english(sign_in(erja))
    late.get(address(matter), status=404)
    assert not late.get("/received").has("Aada")


def test_the_lead_closes_a_copy_before_its_time(matter: Matter, saara: Client, erja: Someone, reader: Client) -> None:
    page = give(saara, matter, erja)
    reader.get(address(matter))
    page.form("Close the copy now").submit()
    reader.get(address(matter), status=404)
    assert "Close the copy now" not in saara.get(page.url).text


def consent_to(matter: Matter, erja: Someone, answer: Answer = Answer.GIVEN, **changes: date) -> UUID:
    days: dict[str, Any] = dict(changes)
    return a_will(matter.village, matter.case_id, matter.student, ConsentKind.DISCLOSURE, answer, named=erja, **days)


def test_a_withdrawn_consent_ends_the_reading_at_once(
    matter: Matter, saara: Client, erja: Someone, reader: Client
) -> None:
    consent = consent_to(matter, erja)
    give(saara, matter, erja, ground="consent", consent=str(consent), necessity="")
    assert reader.get(address(matter)).has(FIRST)
    consent_to(matter, erja, Answer.WITHDRAWN, given_on=date(2026, 11, 23))
    reader.get(address(matter), status=404)
    assert not reader.get("/received").has("Aada")


def test_a_copy_lives_no_longer_than_its_consent(matter: Matter, saara: Client, erja: Someone) -> None:
    consent = consent_to(matter, erja, valid_to=date(2026, 11, 30))
    answers: dict[str, Any] = {"ground": "consent", "consent": str(consent), "necessity": ""}
    page = give(saara, matter, erja, FIRST, status=422, open_until="1.12.2026", **answers)
    assert "no longer than the consent holds" in page.field_error("open_until")
    give(saara, matter, erja, **answers)
    assert row_of(matter).open_until == date(2026, 11, 30)


def test_a_consent_that_names_another_gives_this_reader_nothing(matter: Matter, saara: Client, erja: Someone) -> None:
    other = matter.village.staff(Role.TEACHER, "Teemu Lahti")
    consent = consent_to(matter, other)
    page = give(saara, matter, erja, ground="consent", consent=str(consent), necessity="", status=422)
    assert "does not let data go to this person" in page.field_error("reader")
    give(saara, matter, other, ground="consent", consent=str(consent), necessity="")
    assert row_of(matter).receiver_account_id == other.account_id


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_teacher_of_other_pupils_is_not_reached_by_teaching(matter: Matter, saara: Client) -> None:
    other_class = matter.village.a_class("9A")
    other = matter.village.staff(Role.TEACHER, "Teemu Lahti", class_id=other_class)
    page = give(saara, matter, other, status=422)
    assert "does not let data go to this person" in page.field_error("reader")


def test_a_reader_who_leaves_the_school_reads_no_more(
    matter: Matter, saara: Client, erja: Someone, reader: Client
) -> None:
    give(saara, matter, erja)
    assert reader.get(address(matter)).has(FIRST)
    leaves_employment(matter.village, erja, date(2026, 11, 23))
    reader.get(address(matter), status=404)


def test_a_conflict_of_interest_closes_a_copy(matter: Matter, saara: Client, erja: Someone, reader: Client) -> None:
    give(saara, matter, erja)
    assert reader.get(address(matter)).has(FIRST)
    an_exclusion(matter.village, matter.case_id, matter.student, erja)
    reader.get(address(matter), status=404)


def test_when_the_matter_closes_its_copies_close(matter: Matter, saara: Client, erja: Someone, reader: Client) -> None:
    give(saara, matter, erja)
    assert reader.get(address(matter)).has(FIRST)
    with matter.village.work() as work:
        work.session.get_one(Case, matter.case_id).state = CaseState.CLOSED
    reader.get(address(matter), status=404)


def test_nobody_else_opens_a_copy(matter: Matter, saara: Client, erja: Someone, sign_in: Enter) -> None:
    give(saara, matter, erja)
    for who in (matter.saara, matter.mirja, matter.village.staff(Role.PRINCIPAL, "Riitta Reksi")):
        in_english(sign_in(who)).get(address(matter), status=404)


def test_the_list_holds_what_may_be_opened(matter: Matter, saara: Client, erja: Someone, clock: Clock) -> None:
    give(saara, matter, erja)
    with matter.village.ledger.transaction() as transaction:
        actor = acting(transaction.session, erja, clock.now.date())
        on = clock.now.date()
        assert [row.id for row in copies_open_to(transaction.session, actor, on)] == [row_of(matter).id]
        assert copies_open_to(transaction.session, actor, on + timedelta(days=31)) == []


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_reader_must_be_chosen_and_chosen_only_for_reading_here(matter: Matter, saara: Client, erja: Someone) -> None:
    page = give(saara, matter, erja, reader="", status=422)
    assert page.field_error("reader") == "Error: Choose who reads it here."
    page = give(saara, matter, erja, how="paper", to_whom="Poliisi", status=422)
    assert "A reader reads it here." in page.field_error("reader")
    page = give(saara, matter, erja, open_until="1.12.2027", status=422)
    assert "At most 180 days" in page.field_error("open_until")
    page = give(saara, matter, erja, open_until="1.11.2026", status=422)
    assert "The day is past." in page.field_error("open_until")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_members_and_those_shut_out_are_no_readers(matter: Matter, saara: Client, erja: Someone) -> None:
    offered = new_form(saara, matter).form("Give it").options["reader"]
    assert any("Erja Saari" in words for words in offered)
    assert not any("Mirja" in words or "Saara" in words for words in offered)
    an_exclusion(matter.village, matter.case_id, matter.student, erja)
    offered = new_form(saara, matter).form("Give it").options["reader"]
    assert not any("Erja Saari" in words for words in offered)


@pytest.mark.parametrize("matter", [{"is_restricted": True}], indirect=True)
def test_where_a_hidden_pupil_lives_goes_nowhere(matter: Matter, saara: Client, erja: Someone) -> None:
    matter.note(matter.mirja, "Haettiin Kaislapolulta. Tulee kymmeneksi.")
    page = give(saara, matter, erja, "Haettiin Kaislapolulta.", status=422)
    assert "that is hidden for safety" in page.field_error("passages")
    page = give(saara, matter, erja, "Tulee kymmeneksi.", what="Asuu: 69999 Ranta", status=422)
    assert page.errors
    give(saara, matter, erja, "Tulee kymmeneksi.")
    assert row_of(matter).open_until == date(2026, 12, 23)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_draft_keeps_the_chosen_passages(matter: Matter, saara: Client, erja: Someone) -> None:
    page = new_form(saara, matter)
    chosen = choose(page, THIRD)
    page.form("Give it").fill(passages=chosen, reader=str(erja.account_id), **FOR_TEACHING).press("Save the draft")
    form = new_form(saara, matter).form("Give it")
    assert form.data.getlist("passages") == chosen
    assert form.data["necessity"] == "Tunnilla tarvitaan."


def test_a_corrected_entry_is_given_as_it_reads_now(
    matter: Matter, saara: Client, mirja: Client, erja: Someone, reader: Client
) -> None:
    entry = mirja.get(matter.url).follow("Open the entry: Note").follow("Correct this entry")
    entry.form("Save the correction").submit(information="Aada tulee tiistaisin.", reason="Väärä päivä.")
    page = new_form(saara, matter)
    assert "Aada tulee tiistaisin." in page.form("Give it").options["passages"]
    assert FIRST not in page.text
    give(saara, matter, erja, "Aada tulee tiistaisin.")
    assert reader.get(address(matter)).has("Aada tulee tiistaisin.")


def test_no_word_of_a_copy_lies_in_the_open(matter: Matter, saara: Client, erja: Someone) -> None:
    give(saara, matter, erja)
    with matter.village.ledger.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM disclosure").all()
    assert FIRST.encode() not in repr(rows).encode()
