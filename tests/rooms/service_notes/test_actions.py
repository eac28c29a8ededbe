"""The verbs of the room against a real database: beginning, writing, correcting, ending; keys and traces."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from tests.builders import Village, system_work
from tests.builders_services import Services, a_client, a_note, an_appointment, desk, serving, with_client
from tests.clock import NOW, Clock
from tests.rooms.service_notes.conftest import Files
from tests.rooms.service_notes.trail import last_event
from welfare.audit.gap import Gap
from welfare.people.queries import load_student
from welfare.rules.events import NotesDisclosed
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.rules.requests import SenderKind
from welfare.rules.service_records import AppointmentState, NoteField, NoteKind
from welfare.rules.talks import TalkWay
from welfare.service_notes.actions import (
    AlreadyClientError,
    AppointmentLiesBehindError,
    AppointmentMovedOnError,
    BeginClient,
    IncompleteNoteError,
    NewNote,
    NoteCorrectionError,
    NoteNotNowError,
    NoteOvertakenError,
    NotYourServiceError,
    PlanAppointment,
    begin_client,
    call_off,
    correct_note,
    move_appointment,
    write_note,
)
from welfare.service_notes.actions.writing import NotYourRegisterError
from welfare.service_notes.models import Appointment, ClientFile, NoteDisclosure, ServiceNote

BEGIN = BeginClient(started_on=NOW.date(), initiator=SenderKind.STUDENT, grounds="Pyysi itse.")
CORRECTION = {"reason": "Päivä oli väärä.", "corrected": {"information": "Sovittiin iltapäivistä."}}


def correction(document: dict[str, object] | None = None) -> NewNote:
    return NewNote(kind=NoteKind.CORRECTION, occurred_on=NOW.date(), document=document or dict(CORRECTION))


def test_a_file_begins_with_why_and_under_a_key_of_its_own(services: Services) -> None:
    village = services.village
    file_id = a_client(village, services.aada, services.saara)
    event = last_event(village, village.county_id)
    assert event["registers"] == ["social"]
    assert ["client_file", file_id.hex] in event["subjects"]
    with village.ledger.transaction() as transaction:
        file = transaction.session.get_one(ClientFile, file_id)
        notes = transaction.session.scalars(select(ServiceNote).where(ServiceNote.file_id == file_id)).all()
        holders = {row.key_holder() for row in (file, *notes)}
        assert [note.kind for note in notes] == [NoteKind.STARTED]
    assert [(each.register, each.subject_id) for each in holders] == [(Register.SOCIAL, file_id)]


def test_three_services_keep_one_pupil_under_three_keys(services: Services, files: Files) -> None:
    village = services.village
    with village.ledger.transaction() as transaction:
        rows = transaction.session.scalars(select(ServiceNote)).all()
        blobs = {row.document.blob[3:19] for row in rows if row.document.blob}
    assert len(rows) == len(blobs) == 3
    with with_client(village, services.saara, files.social, Permission.CLIENT_READ) as (work, file):
        foreign = work.session.scalars(select(ServiceNote).where(ServiceNote.file_id == files.health)).one()
        own = work.session.scalars(select(ServiceNote).where(ServiceNote.file_id == file.id)).one()
        assert work.decrypt_document(own, ServiceNote.document)["grounds"] == "Aamut."
        own.document = foreign.document
        assert isinstance(work.decrypt_document(own, ServiceNote.document)["grounds"], Gap)
        work.session.expire_all()


def test_a_service_takes_a_pupil_once_and_goes_on_in_the_same_file(services: Services) -> None:
    village = services.village
    file_id = a_client(village, services.aada, services.saara)
    with pytest.raises(AlreadyClientError) as known:
        a_client(village, services.aada, services.kirsi)
    assert known.value.file.id == file_id
    assert a_client(village, services.aada, services.pasi, Register.PSYCHOLOGY) != file_id


def test_nobody_opens_a_file_in_a_register_or_at_a_school_that_is_not_ones_own(services: Services) -> None:
    village = services.village
    elsewhere = village.student("Eetu Kallioniemi", village.a_class("9A", village.another_school()))
    for who, student, register in (
        (services.saara, services.aada, Register.HEALTH),
        (services.mirja, services.aada, Register.PSYCHOLOGY),
        (services.saara, elsewhere, Register.SOCIAL),
    ):
        with (
            pytest.raises(NotYourServiceError),
            serving(village, who, Permission.CLIENT_BEGIN_FOR, load_student, student.person_id) as (work, person),
        ):
            begin_client(work, person, desk(village, register), {}, BEGIN)


def test_a_note_is_kept_with_its_author_and_profession_and_leaves_its_trace(services: Services, files: Files) -> None:
    village = services.village
    note_id = a_note(village, services.mirja, files.health, "Rokotus annettu.")
    event = last_event(village, village.county_id)
    assert event["registers"] == ["health"]
    assert event["codes"] == {"kind": "note", "office": "nurse"}
    assert "Rokotus" not in str(event)
    with village.ledger.transaction() as transaction:
        note = transaction.session.get_one(ServiceNote, note_id)
        assert (note.author_account_id, note.author_office) == (services.mirja.account_id, "nurse")


def test_a_note_that_lacks_what_its_kind_needs_is_refused(services: Services, files: Files) -> None:
    village = services.village
    contact = {"way": "phone", "information": "Soitettu kotiin."}
    with (
        pytest.raises(IncompleteNoteError) as refused,
        with_client(village, services.saara, files.social) as (work, file),
    ):
        write_note(work, file, NewNote(kind=NoteKind.CONTACT, occurred_on=NOW.date(), document=contact))
    assert refused.value.lacks == (NoteField.WITH_WHOM,)
    with with_client(village, services.saara, files.social) as (work, file):
        whole = {**contact, "with_whom": ["guardian"]}
        note = write_note(work, file, NewNote(kind=NoteKind.CONTACT, occurred_on=NOW.date(), document=whole))
        assert note.kind is NoteKind.CONTACT


def test_a_post_of_another_service_writes_nothing(services: Services, files: Files) -> None:
    with (
        pytest.raises(NotYourRegisterError),
        with_client(services.village, services.mirja, files.social) as (work, file),
    ):
        write_note(work, file, NewNote(kind=NoteKind.NOTE, occurred_on=NOW.date(), document={"information": "x"}))


def rewrite(village: Village, note_id: UUID) -> None:
    """What nobody may do."""
    with system_work(village.ledger) as work:
        note = work.session.get_one(ServiceNote, note_id)
        work.encrypt_document(note, ServiceNote.document, {"information": "muuta"})


def test_the_database_itself_refuses_to_rewrite_a_note(services: Services, files: Files) -> None:
    village = services.village
    note_id = a_note(village, services.saara, files.social)
    with pytest.raises(IntegrityError):
        rewrite(village, note_id)
    with with_client(village, services.saara, files.social) as (work, _):
        note = work.session.get_one(ServiceNote, note_id)
        assert work.decrypt_document(note, ServiceNote.document)["information"] == "Sovittiin aamuista."


def test_a_correction_is_a_note_of_its_own_and_a_note_has_one(services: Services, files: Files) -> None:
    village = services.village
    note_id = a_note(village, services.saara, files.social)
    with with_client(village, services.saara, files.social, Permission.SERVICE_NOTE_CORRECT) as (work, file):
        first = correct_note(work, file, work.session.get_one(ServiceNote, note_id), correction()).id
    with (
        pytest.raises(NoteOvertakenError) as overtaken,
        with_client(village, services.saara, files.social) as (work, file),
    ):
        correct_note(work, file, work.session.get_one(ServiceNote, note_id), correction())
    assert overtaken.value.newest.id == first
    with with_client(village, services.saara, files.social) as (work, file):
        second = correct_note(work, file, work.session.get_one(ServiceNote, first), correction())
        assert second.corrects_id == first


@pytest.mark.parametrize(
    ("document", "error"),
    [
        ({**CORRECTION, "reason": ""}, NoteCorrectionError),
        ({**CORRECTION, "corrected": {"information": ""}}, IncompleteNoteError),
        ({**CORRECTION, "corrected": {"information": "x", "goals": "y"}}, IncompleteNoteError),
    ],
)
def test_a_correction_gives_its_reason_and_a_whole_text(
    services: Services, files: Files, document: dict[str, object], error: type[Exception]
) -> None:
    note_id = a_note(services.village, services.saara, files.social)
    with pytest.raises(error), with_client(services.village, services.saara, files.social) as (work, file):
        correct_note(work, file, work.session.get_one(ServiceNote, note_id), correction(document))


def test_a_note_of_another_file_is_not_corrected_here(services: Services, files: Files) -> None:
    foreign = a_note(services.village, services.mirja, files.health)
    with (
        pytest.raises(NoteCorrectionError),
        with_client(services.village, services.saara, files.social) as (work, file),
    ):
        correct_note(work, file, work.session.get_one(ServiceNote, foreign), correction())


def test_an_ended_service_takes_no_notes_and_can_begin_again(services: Services, files: Files, clock: Clock) -> None:
    village, saara, file_id = services.village, services.saara, files.social
    coming = an_appointment(village, saara, file_id, NOW + timedelta(days=1))
    with pytest.raises(NoteNotNowError):
        a_note(village, saara, file_id, kind=NoteKind.STARTED)
    a_note(village, saara, file_id, "Tavoitteet saavutettu.", NoteKind.ENDED)
    assert state_of(village, file_id) == (date(2026, 11, 16), NOW.date())
    with village.ledger.transaction() as transaction:
        assert transaction.session.get_one(Appointment, coming).state is AppointmentState.CALLED_OFF
    for kind in (NoteKind.NOTE, NoteKind.ENDED):
        with pytest.raises(NoteNotNowError):
            a_note(village, saara, file_id, kind=kind)
    clock.forward(days=3)
    a_note(village, saara, file_id, "Aloitettiin uudelleen.", NoteKind.STARTED)
    assert state_of(village, file_id) == (NOW.date() + timedelta(days=3), None)
    a_note(village, saara, file_id)


def state_of(village: Village, file_id: UUID) -> tuple[date, date | None]:
    with village.ledger.transaction() as transaction:
        file = transaction.session.get_one(ClientFile, file_id)
        return file.started_on, file.ended_on


def test_an_appointment_is_planned_moved_and_called_off_until_its_time_comes(
    services: Services, files: Files, clock: Clock
) -> None:
    village, saara, file_id = services.village, services.saara, files.social
    with pytest.raises(AppointmentLiesBehindError):
        an_appointment(village, saara, file_id, NOW)
    first, second = (an_appointment(village, saara, file_id, NOW + timedelta(hours=hour)) for hour in (1, 2))
    later = PlanAppointment(starts_at=NOW + timedelta(days=2), minutes=30, way=TalkWay.PHONE)
    with with_client(village, saara, file_id) as (work, _):
        move_appointment(work, work.session.get_one(Appointment, first), later, seen=1)
        call_off(work, work.session.get_one(Appointment, second))
    with pytest.raises(AppointmentMovedOnError), with_client(village, saara, file_id) as (work, _):
        move_appointment(work, work.session.get_one(Appointment, second), later, seen=2)
    clock.forward(days=3)
    with pytest.raises(AppointmentMovedOnError), with_client(village, saara, file_id) as (work, _):
        call_off(work, work.session.get_one(Appointment, first))


def test_nothing_of_an_appointment_goes_anywhere_else(services: Services, files: Files, clock: Clock) -> None:
    """Rule 14: no absence, message, job or mail comes of a visit, planned or past."""
    village = services.village
    before = counts(village)
    an_appointment(village, services.saara, files.social, NOW + timedelta(hours=1))
    clock.forward(days=1)
    a_note(village, services.saara, files.social)
    after = counts(village)
    changed = {name for name, count in after.items() if count != before[name]}
    assert changed == {"appointment", "service_note", "audit_event", "audit_subject"}


def counts(village: Village) -> dict[str, int]:
    """How many rows each table has."""
    with village.ledger.engine.connect() as connection:
        return {
            name: connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one()  # noqa: S608 - our own tables
            for name in ServiceNote.metadata.tables
        }


def test_a_disclosure_leaves_its_id_at_the_note_and_nothing_else(services: Services, files: Files) -> None:
    village = services.village
    note_id, disclosure_id = a_note(village, services.saara, files.social), uuid4()
    with with_client(village, services.saara, files.social) as (work, _):
        work.tell(NotesDisclosed(disclosure_id, (note_id,)))
    with village.ledger.transaction() as transaction:
        row = transaction.session.scalars(select(NoteDisclosure)).one()
        assert (row.note_id, row.disclosure_id, row.register) == (note_id, disclosure_id, Register.SOCIAL)
