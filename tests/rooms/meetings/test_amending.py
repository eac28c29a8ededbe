"""Those who were there propose how final minutes should read; the lead answers; nothing is overwritten (IND §4.4)."""

from datetime import date
from uuid import uuid4

import pytest

from tests.builders import Village
from tests.builders_cases import a_will, an_assessment
from tests.builders_journal import IDENTITY_CODE, known_in_directory
from tests.builders_meetings import final_minutes
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.meetings.conftest import Final, Sitting
from tests.signing_in import Visit
from welfare.journal.models import JournalEntry
from welfare.meetings.models import Amendment
from welfare.rules.amendments import AmendmentState
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.journal import EntryKind

BETTER = "Sovittiin aamuvastaanotosta ja puhelusta kotiin."
AADA = "Aada Metsäpelto – pupil"


def propose(client: Client, final: Final, status: int = 200, **answers: str) -> Page:
    answers = {"section": "handling", "text": BETTER} | answers
    page = client.get(final.record).follow("Propose an amendment")
    return page.form("Send the proposal").fill(**answers).submit(status=status)


def answer(client: Client, final: Final, status: int = 200, section: str = "What was discussed", **given: str) -> Page:
    page = client.get(final.record).follow(f"Answer the proposal: {section}")
    return page.form("Save the answer").fill(**given).submit(status=status)


def amendments(village: Village) -> list[Amendment]:
    with village.ledger.transaction() as transaction:
        rows = transaction.session.query(Amendment).order_by(Amendment.proposed_at).all()
        transaction.session.expunge_all()
        return rows


def entries(village: Village, final: Final) -> list[JournalEntry]:
    with village.ledger.transaction() as transaction:
        query = transaction.session.query(JournalEntry).filter_by(case_id=final.sitting.aadas_case)
        rows = query.order_by(JournalEntry.written_at).all()
        transaction.session.expunge_all()
        return rows


def test_the_record_shows_the_entry_and_the_last_day_of_the_round(final: Final, visit: Visit) -> None:
    page = visit(final.sitting.mirja).get(f"/cases/{final.sitting.aadas_case}")
    page = page.follow("Record and amendments: 30 Nov 2026 at 9:30")
    assert page.has("Sovittiin aamuvastaanotosta.")
    assert page.has("The last day is 30 Nov 2026.")
    assert page.has("Nobody has proposed anything.")


def test_one_who_was_there_proposes_and_everybody_in_the_group_sees_it(
    village: Village, final: Final, visit: Visit
) -> None:
    page = propose(visit(final.sitting.mirja), final)
    assert page.has("The proposal is saved.")
    (row,) = amendments(village)
    assert BETTER not in repr(row.document.blob)
    seen = visit(final.sitting.petri).get(final.record)
    assert seen.has(f"What was discussed Waits for an answer {BETTER}")
    assert seen.has("Mirja Kanervala")
    assert "Answer the proposal: What was discussed" not in seen.links


def test_a_member_who_was_not_there_proposes_nothing(village: Village, final: Final, visit: Visit) -> None:
    petri = visit(final.sitting.petri)
    assert "Propose an amendment" not in petri.get(final.record).links
    page = petri.get(f"{final.record}/amendments/new")
    assert page.has("Amendments are proposed by those who were at the meeting.")
    token = visit(final.sitting.mirja).get(final.record).follow("Propose an amendment").form("Send the proposal").data
    own = petri.get("/account").forms[0].data["csrf_token"]
    sent = {**token, "section": "handling", "text": BETTER, "csrf_token": own}
    page = petri.post(f"{final.record}/amendments/new", sent, status=422)
    assert page.has("Amendments are proposed by those who were at the meeting.")
    assert amendments(village) == []


def test_the_wish_of_the_pupil_is_written_down_by_a_member(final: Final, visit: Visit) -> None:
    mirja = visit(final.sitting.mirja)
    form = mirja.get(final.record).follow("Propose an amendment").form("Send the proposal")
    assert set(form.options["on_behalf_of"]) == {"My own proposal", AADA, "Tiina Metsäpelto – guardian"}
    page = form.fill(section="student_view", text="Haluan tulla myöhemmin.").choose(on_behalf_of=AADA)
    assert page.submit().has("Mirja Kanervala · the wish of Aada Metsäpelto")


def test_a_guardian_shut_out_has_no_wish_here(village: Village, final: Final, visit: Visit) -> None:
    sitting = final.sitting
    will = a_will(
        village,
        sitting.aadas_case,
        sitting.aada,
        ConsentKind.MINOR_PROHIBITION,
        named=sitting.tiina,
        has_weighty_reason=True,
    )
    an_assessment(village, will, sitting.mirja)
    form = visit(sitting.mirja).get(final.record).follow("Propose an amendment").form("Send the proposal")
    assert set(form.options["on_behalf_of"]) == {"My own proposal", AADA}


def test_a_proposal_says_which_part_and_how_and_names_nobody_by_code(
    village: Village, final: Final, visit: Visit
) -> None:
    mirja = visit(final.sitting.mirja)
    assert propose(mirja, final, 422, section="").field_error("section")
    assert propose(mirja, final, 422, text="").field_error("text")
    assert propose(mirja, final, 422, text=f"Koodi {IDENTITY_CODE}").field_error("text")
    assert amendments(village) == []


def test_what_is_accepted_becomes_a_linked_correction(village: Village, final: Final, visit: Visit) -> None:
    propose(visit(final.sitting.mirja), final)
    page = answer(visit(final.sitting.saara), final, state="accepted")
    assert page.has("What was discussed Accepted")
    original, correction = entries(village, final)
    assert (correction.kind, correction.corrects_id) == (EntryKind.CORRECTION, original.id)
    (row,) = amendments(village)
    assert (row.state, row.correction_id) == (AmendmentState.ACCEPTED, correction.id)
    shown = page.follow("Show the correction: What was discussed")
    assert shown.has("An amendment proposed after the meeting by Mirja Kanervala.")
    assert page.has(BETTER)
    assert page.has("Poissaoloja aamuisin.")


def test_two_proposals_accepted_both_stand(village: Village, final: Final, visit: Visit, clock: Clock) -> None:
    mirja, saara = visit(final.sitting.mirja), visit(final.sitting.saara)
    propose(mirja, final)
    clock.forward(minutes=1)
    propose(mirja, final, section="background", text="Poissaoloja maanantaisin.")
    answer(saara, final, state="accepted")
    clock.forward(minutes=1)
    page = answer(saara, final, section="Background", state="accepted", reason="Tarkennus.")
    first, second, third = entries(village, final)
    assert (second.corrects_id, third.corrects_id) == (first.id, second.id)
    whole = page.by_id("entry").text
    assert BETTER in whole
    assert "Poissaoloja maanantaisin." in whole


def test_an_accepted_view_takes_the_place_of_why_it_is_missing(
    village: Village, sitting: Sitting, visit: Visit
) -> None:
    why = {"student_view": "", "student_view_absent": "Aada ei halunnut puhua vielä."}
    known_in_directory(village, sitting.aada, sitting.tiina)
    entry = final_minutes(village, sitting.aadas, sitting.saara, **why)
    final = Final(sitting, entry, entry, f"/meetings/{sitting.meeting}/items/{sitting.aadas}")
    saara = visit(sitting.saara)
    assert saara.get(final.record).has(why["student_view_absent"])
    propose(saara, final, section="student_view", text="Haluan tulla myöhemmin.")
    page = answer(saara, final, section="The pupil’s view", state="accepted")
    whole = page.by_id("entry").text.partition("Versions")[0]
    assert "Haluan tulla myöhemmin." in whole
    assert why["student_view_absent"] not in whole


def test_a_refusal_says_why_and_changes_nothing(village: Village, final: Final, visit: Visit) -> None:
    propose(visit(final.sitting.mirja), final)
    saara = visit(final.sitting.saara)
    assert answer(saara, final, 422, state="rejected").field_error("reason")
    page = answer(saara, final, state="rejected", reason="Puhelusta ei sovittu.")
    assert page.has("What was discussed Not accepted")
    assert page.has("Puhelusta ei sovittu.")
    assert page.has(BETTER)
    assert len(entries(village, final)) == 1


def test_a_proposal_is_answered_once(village: Village, final: Final, visit: Visit) -> None:
    propose(visit(final.sitting.mirja), final)
    saara = visit(final.sitting.saara)
    form = saara.get(final.record).follow("Answer the proposal: What was discussed").form("Save the answer")
    answer(saara, final, state="rejected", reason="Ei sovittu.")
    page = form.fill(state="accepted").submit(status=422)
    assert page.has("Somebody has answered this proposal already.")
    assert len(entries(village, final)) == 1


def test_only_the_responsible_person_answers(village: Village, final: Final, visit: Visit) -> None:
    propose(visit(final.sitting.mirja), final)
    (row,) = amendments(village)
    address = f"{final.record}/amendments/{row.id}/answer"
    visit(final.sitting.mirja).get(address, status=404)
    assert visit(final.sitting.saara).get(address).has(BETTER)


def test_proposals_are_taken_until_the_last_day_and_answered_after_it(
    village: Village, final: Final, visit: Visit, clock: Clock
) -> None:
    clock.forward(days=7)
    mirja = visit(final.sitting.mirja)
    propose(mirja, final)
    form = mirja.get(final.record).follow("Propose an amendment").form("Send the proposal")
    clock.forward(days=1)
    mirja = visit(final.sitting.mirja)
    assert "Propose an amendment" not in mirja.get(final.record).links
    sent = {**form.data, "section": "background", "text": "Myöhässä.", "csrf_token": csrf(mirja)}
    assert mirja.post(f"{final.record}/amendments/new", sent, status=422).has("The days for proposals are over.")
    assert len(amendments(village)) == 1
    page = visit(final.sitting.saara).get(final.record)
    assert page.has("1 proposal waits for an answer; then the record is locked.")
    assert answer(visit(final.sitting.saara), final, state="accepted").has("What was discussed Accepted")


def csrf(client: Client) -> str:
    token: str = client.get("/account").forms[0].data["csrf_token"]
    return token


def test_an_item_that_is_not_final_has_no_record(final: Final, visit: Visit) -> None:
    sitting, saara = final.sitting, visit(final.sitting.saara)
    saara.get(final.record)
    saara.get(f"/meetings/{sitting.meeting}/items/{sitting.eliass}/record", status=404)
    saara.get(f"/meetings/{sitting.meeting}/items/{sitting.eliass}/record/amendments/new", status=404)


@pytest.mark.parametrize("name", ["henrik", "aada", "tiina", "elias"])
def test_to_those_of_another_item_and_to_families_no_record_exists(final: Final, visit: Visit, name: str) -> None:
    client = visit(getattr(final.sitting, name))
    visit(final.sitting.petri).get(final.record)
    nowhere = client.get(f"/meetings/{final.sitting.meeting}/items/{uuid4()}/record", status=404)
    assert client.get(final.record, status=404).main == nowhere.main


def test_the_record_of_one_item_names_nobody_of_the_other(final: Final, visit: Visit) -> None:
    client = visit(final.sitting.petri)
    client.canaries = ("Elias", "Haapakorpi", "Henrik", "10:00")
    client.get(final.record)
    propose(visit(final.sitting.mirja), final)
    client.get(final.record)


def test_a_consent_withdrawn_closes_the_record(village: Village, final: Final, visit: Visit) -> None:
    sitting = final.sitting
    visit(sitting.mirja).get(final.record)
    kind, day = ConsentKind.GROUP_MEMBER, date(2026, 11, 23)
    a_will(village, sitting.aadas_case, sitting.aada, kind, Answer.WITHDRAWN, named=sitting.mirja, given_on=day)
    visit(sitting.mirja).get(final.record, status=404)
