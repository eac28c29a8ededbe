"""Each service keeps its own notes, and one bridge crosses: chosen sentences, to the group, with line and event."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.builders import Someone
from tests.builders_cases import a_will
from tests.builders_journal import Matter
from tests.builders_services import a_cover, with_client
from tests.client import Client
from tests.rooms.journal.conftest import in_english
from tests.rooms.journal.trail import all_bodies, events_of
from tests.rooms.service_disclosures.records import (
    GIVE,
    NECESSARY,
    OWN,
    SHARED,
    WHY_IT_BEGAN,
    Record,
    a_record,
    page_of,
    tell,
)
from tests.rooms.service_notes.trail import events_in
from welfare.cases.models import Case
from welfare.disclosures.models import Disclosure
from welfare.disclosures.passages import Excerpt
from welfare.journal.actions import DisclosureRefusedError, NewEntry
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.rules.service_records import NoteKind
from welfare.service_disclosures import pages
from welfare.service_disclosures.actions import GiveToGroup, give_to_group
from welfare.service_notes.actions import NewNote, correct_note
from welfare.service_notes.models import ClientFile, NoteDisclosure, ServiceNote

Enter = Callable[[Someone], Client]
Records = Mapping[Register, Record]
HEALTH, SOCIAL, PSYCHOLOGY = Register.HEALTH, Register.SOCIAL, Register.PSYCHOLOGY
ONE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


def test_the_group_reads_the_chosen_sentence_and_nothing_else_of_the_record(
    matter: Matter, records: Records, mirja: Client, saara: Client
) -> None:
    assert tell(mirja, matter, records[HEALTH]).has(SHARED)
    journal = saara.get(matter.url)
    assert journal.has("Disclosure: The expert group, from: Patient record of school health care")
    assert journal.has("Necessary for the pupil’s own welfare work, Pupil and Student Welfare Act, section 23(2)")
    assert journal.has("Ryhmä sopii aamuista.")
    for words in (*OWN.values(), WHY_IT_BEGAN):
        assert words not in journal.text
    assert SHARED not in saara.get(f"/cases/{matter.case_id}/disclosures/new").text, "it goes no further by a click"
    assert saara.get(f"/cases/{matter.case_id}").has("The expert group, from: Patient record of school health care")


@ONE
def test_its_way_is_said_as_it_was_and_is_offered_to_nobody_by_hand(
    matter: Matter, records: Records, mirja: Client, saara: Client
) -> None:
    tell(mirja, matter, records[HEALTH])
    way = "Written into the journal of the group"
    given = saara.get(f"/cases/{matter.case_id}").follow("The expert group, from: Patient record of school health care")
    assert given.has(way)
    form = saara.get(f"/cases/{matter.case_id}/disclosures/new")
    assert form.has("Told, or given in another system")
    assert not form.has(way)


def test_the_way_leads_from_the_client_and_never_from_the_matter(
    matter: Matter, records: Records, mirja: Client
) -> None:
    client = mirja.get(f"/clients/{records[HEALTH].file_id}")
    assert client.links["Tell the expert group"] == f"/clients/{records[HEALTH].file_id}/disclosure"
    assert mirja.get(client.links["Tell the expert group"]).has("Which passages is the group given?")
    from_the_matter = mirja.get(f"/cases/{matter.case_id}").links.values()
    assert not any(url.startswith("/clients/") for url in from_the_matter)


def test_each_picks_from_the_own_record_alone(
    matter: Matter, records: Records, mirja: Client, saara: Client, pasi: Someone, sign_in: Enter
) -> None:
    for client, own in ((mirja, HEALTH), (saara, SOCIAL)):
        page = page_of(client, matter, records[own])
        assert OWN[own] in page.text
        assert WHY_IT_BEGAN not in page.text
        for other in set(records) - {own}:
            assert OWN[other] not in page.text
            page_of(client, matter, records[other], status=404)
    page_of(in_english(sign_in(pasi)), matter, records[PSYCHOLOGY], status=404)


def test_one_who_sits_in_no_group_is_told_so_and_not_whether_there_is_one(
    matter: Matter, records: Records, pasi: Someone, sign_in: Enter
) -> None:
    page = in_english(sign_in(pasi)).get(f"/clients/{records[PSYCHOLOGY].file_id}/disclosure")
    assert page.has("You are in no expert group of this pupil")
    with matter.village.ledger.transaction() as transaction:
        assert transaction.session.get_one(Case, matter.case_id).number not in page.text


def test_both_logs_tell_and_only_the_id_joins_them(matter: Matter, records: Records, mirja: Client) -> None:
    tell(mirja, matter, records[HEALTH])
    own = [each for each in events_in(matter.village, matter.village.county_id) if each["permission"] == "group:tell"]
    group = events_of(matter, "group:tell")[-1]
    assert own[-1]["codes"] == {"disclosed": 1, "ground": "students_welfare"}
    assert group["codes"]["ground"] == "students_welfare"
    (told,) = [subject for subject in own[-1]["subjects"] if subject[0] == "disclosure"]
    assert told in group["subjects"]
    assert not {"case", "journal_entry"} & {kind for kind, _id in own[-1]["subjects"]}
    assert not {"client_file", "service_note"} & {kind for kind, _id in group["subjects"]}
    assert own[-1]["opened"]["service_note.document"]
    assert SHARED not in all_bodies(matter)
    with matter.village.ledger.transaction() as transaction:
        row = transaction.session.scalars(select(NoteDisclosure)).one()
        assert (row.note_id, row.disclosure_id.hex) == (records[HEALTH].note_id, told[1])
        assert transaction.session.get_one(Disclosure, row.disclosure_id).case_id == matter.case_id
    log = mirja.get(f"/clients/{records[HEALTH].file_id}/log")
    assert log.has("gave the expert group passages of the record")


def test_the_note_is_marked_in_its_own_record(matter: Matter, records: Records, mirja: Client) -> None:
    url = f"/clients/{records[HEALTH].file_id}"
    assert "Disclosed" not in mirja.get(url).text
    tell(mirja, matter, records[HEALTH])
    assert mirja.get(url).has("Disclosed")


def test_a_wrong_form_says_what_is_lacking_and_gives_nothing(matter: Matter, records: Records, mirja: Client) -> None:
    page = tell(mirja, matter, records[HEALTH], necessity="", status=422)
    assert "only what is necessary" in page.field_error("necessity")
    assert page.has("1 chosen"), "what was chosen is still chosen"
    form = page_of(mirja, matter, records[HEALTH]).form(GIVE)
    page = form.fill(**NECESSARY).submit(status=422)
    assert page.field_error("passages") == "Error: Choose at least one passage."
    assert matter.rows() == []


@pytest.mark.parametrize(("days", "status"), [(0, 200), (-1, 404)], ids=["today still", "since yesterday"])
def test_a_member_whose_consent_has_run_out_tells_nothing(
    matter: Matter, records: Records, mirja: Client, days: int, status: int
) -> None:
    with matter.village.work() as work:
        last_day = work.facts.on + timedelta(days=days)
    a_will(
        matter.village,
        matter.case_id,
        matter.student,
        ConsentKind.GROUP_MEMBER,
        Answer.GIVEN,
        named=matter.mirja,
        given_on=date(2026, 11, 20),
        valid_to=last_day,
    )
    page_of(mirja, matter, records[HEALTH], status=status)


@ONE
def test_the_deed_itself_refuses_what_is_not_said_to_be_necessary(matter: Matter, records: Records) -> None:
    with matter.work(matter.mirja, Permission.GROUP_TELL) as (work, case):
        file = work.session.get_one(ClientFile, records[HEALTH].file_id)
        line = {"what": SHARED, "to_whom": "Ryhmä", "ground": "students_welfare", "necessity": "Ryhmä sopii aamuista."}
        entry = NewEntry(kind=EntryKind.DISCLOSURE, occurred_on=work.facts.on, office=Role.NURSE, document=line)
        excerpt = Excerpt(EntryKind.NOTE, work.facts.on, "", is_voice=False, text=SHARED)
        whole = GiveToGroup(entry=entry, excerpts=[excerpt], note_ids=())
        for name in ("what", "necessity", "ground"):
            with pytest.raises(DisclosureRefusedError):
                give_to_group(work, case, file, replace(whole, entry=replace(entry, document={**line, name: ""})))
        give_to_group(work, case, file, whole)
    assert len(matter.rows()) == 1


def test_a_closed_matter_is_told_nothing(matter: Matter, records: Records, saara: Client) -> None:
    form = page_of(saara, matter, records[SOCIAL]).form(GIVE)
    with matter.village.work() as work:
        work.session.get_one(Case, matter.case_id).state = CaseState.CLOSED
    page_of(saara, matter, records[SOCIAL], status=404)
    form.fill(passages=[form.options["passages"][SHARED]], **NECESSARY).submit(status=404)


@ONE
def test_who_stands_in_today_tells_and_who_stood_in_does_not(matter: Matter, records: Records, sign_in: Enter) -> None:
    village = matter.village
    aulis = village.staff(Role.DOCTOR, "Aulis Holmström")
    a_cover(village, matter.mirja, aulis, date(2026, 11, 23), date(2026, 12, 4), HEALTH)
    doctor = in_english(sign_in(aulis))
    assert doctor.get(f"/clients/{records[HEALTH].file_id}/disclosure").has("You are in no expert group")
    page_of(doctor, matter, records[HEALTH], status=404)


@ONE
def test_the_record_of_another_pupil_does_not_cross_to_this_group(matter: Matter, mirja: Client) -> None:
    other = matter.village.student("Eetu Kallioniemi", matter.village.a_class("9A"))
    foreign = a_record(matter, matter.mirja, HEALTH, other)
    page_of(mirja, matter, foreign, status=404)
    page_of(mirja, matter, a_record(matter, matter.mirja, HEALTH))


@ONE
def test_a_note_is_offered_as_it_was_corrected(matter: Matter, records: Records, mirja: Client) -> None:
    record = records[HEALTH]
    document = {"reason": "Luku oli väärä.", "corrected": {"information": "Aamuihin sovittiin kello yhdeksän."}}
    with with_client(matter.village, matter.mirja, record.file_id) as (work, file):
        note = work.session.get_one(ServiceNote, record.note_id)
        new = NewNote(kind=NoteKind.CORRECTION, occurred_on=work.facts.on, document=document)
        correct_note(work, file, note, new)
    page = page_of(mirja, matter, record)
    assert page.has("kello yhdeksän")
    assert "kello kymmenen" not in page.text


@ONE
def test_where_not_all_notes_are_offered_the_page_says_so(
    matter: Matter, records: Records, mirja: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "newest" not in page_of(mirja, matter, records[HEALTH]).text
    monkeypatch.setattr(pages, "MOST_NOTES", 1)
    assert page_of(mirja, matter, records[HEALTH]).has("Only the newest 1 notes are offered here.")


@ONE
def test_the_pages_speak_finnish_and_swedish(matter: Matter, records: Records, mirja: Client) -> None:
    for language in ("fi", "sv"):
        mirja.flask.set_cookie("language", language)
        assert page_of(mirja, matter, records[HEALTH]).language == language
