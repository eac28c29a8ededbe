"""Corrections that somebody has asked for, put straight into the database."""

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select

from tests.builders import Someone, Village
from welfare.datarights.asked import IdentityWay
from welfare.journal.models import JournalEntry
from welfare.rectifications.models import Rectification
from welfare.rules.answer_times import copy_due
from welfare.rules.ids import RequestId
from welfare.rules.log_requests import Asker
from welfare.rules.receipts import receipt_number
from welfare.rules.rectifications import RecordKind, RectificationOutcome, RectificationRefusal, RectificationState
from welfare.rules.registers import Register

CAME = date(2026, 11, 16)


def a_rectification(
    village: Village,
    subject: Someone,
    officer: Someone,
    case_id: UUID | None = None,
    *,
    is_decided: bool = False,
    kind: RecordKind = RecordKind.ENTRY,
    way: IdentityWay = IdentityWay.DOCUMENT,
) -> UUID:
    """A pupil says that the first entry of a matter is wrong, of none, or the directory; a decided one is refused."""
    row_id = uuid4()
    with village.work() as work:
        first = select(JournalEntry).where(JournalEntry.case_id == case_id).order_by(JournalEntry.written_at).limit(1)
        entry = work.session.scalars(first).first() if case_id else None
        row = Rectification(
            id=row_id,
            number=receipt_number(RequestId(row_id)),
            controller_id=village.provider_id,
            register=Register.WELFARE,
            subject_id=subject.person_id,
            case_id=entry.case_id if entry else None,
            kind=kind if kind is RecordKind.DIRECTORY else RecordKind.ENTRY if entry else None,
            record_id=subject.person_id if kind is RecordKind.DIRECTORY else entry.id if entry else None,
            asker=Asker.ONESELF,
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
