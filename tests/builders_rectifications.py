"""Corrections that somebody has asked for, put straight into the database."""

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select

from tests.builders import Someone, Village
from welfare.datarights.asked import IdentityWay
from welfare.journal.models import JournalEntry
from welfare.people.models import Person
from welfare.rectifications.models import Rectification
from welfare.rectifications.records import Record
from welfare.rules.answer_times import copy_due
from welfare.rules.ids import RequestId
from welfare.rules.log_requests import Asker
from welfare.rules.receipts import receipt_number
from welfare.rules.rectifications import RecordKind, RectificationOutcome, RectificationRefusal, RectificationState
from welfare.rules.registers import Register
from welfare.service_notes.models import ServiceNote

CAME = date(2026, 11, 16)


def a_rectification(
    village: Village,
    subject: Someone,
    officer: Someone,
    case_id: UUID | None = None,
    *,
    is_decided: bool = False,
    is_of_directory: bool = False,
    note_id: UUID | None = None,
    way: IdentityWay = IdentityWay.DOCUMENT,
    asker: Asker = Asker.ONESELF,
) -> UUID:
    """A pupil says that something is wrong; what is decided is refused.

    Wrong is the first entry of a matter, a service's note or the directory; without any, it is not known what.
    """
    row_id = uuid4()
    with village.work() as work:
        first = select(JournalEntry).where(JournalEntry.case_id == case_id).order_by(JournalEntry.written_at).limit(1)
        entry = work.session.scalars(first).first() if case_id else None
        record: Record | None = Record(RecordKind.ENTRY, entry) if entry else None
        if note_id:
            record = Record(RecordKind.SERVICE_NOTE, work.session.get_one(ServiceNote, note_id))
        if is_of_directory:
            record = Record(RecordKind.DIRECTORY, work.session.get_one(Person, subject.person_id))
        row = Rectification(
            id=row_id,
            number=receipt_number(RequestId(row_id)),
            controller_id=record.row.controller_id if record else village.provider_id,
            register=record.register if record else Register.WELFARE,
            subject_id=subject.person_id,
            case_id=record.case_id if record else None,
            file_id=record.file_id if record else None,
            kind=record.kind if record else None,
            record_id=record.row.id if record else None,
            asker=asker,
            identity_way=way,
            language="fi",
            received_on=CAME,
            due_on=copy_due(CAME),
            recorded_at=work.now,
            recorded_by=officer.account_id,
            state=RectificationState.DECIDED if is_decided else RectificationState.RECEIVED,
        )
        if is_decided:
            row.outcome, row.refused_why = RectificationOutcome.REFUSED, RectificationRefusal.NOT_WRONG
            row.decided_at, row.decided_by = work.now, officer.account_id
        words = {"name": subject.name, "wrong": "Päivä on väärä.", "right": "Se oli tiistai."}
        work.encrypt_document(row, Rectification.document, words)
        work.session.add(row)
    return row_id
