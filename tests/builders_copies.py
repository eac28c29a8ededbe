"""Requests for copies of data, put straight into the database."""

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select

from tests.builders import Someone, Village
from welfare.access_copies.actions.reviewing import gather
from welfare.access_copies.models import AccessCopy, CopyPart
from welfare.access_copies.pages.binding import SCHEMA
from welfare.datarights.asked import IdentityWay, SentBy
from welfare.rules.access_copies import CopyOutcome, CopyState, open_until
from welfare.rules.answer_times import copy_due
from welfare.rules.ids import RequestId
from welfare.rules.log_requests import Asker
from welfare.rules.receipts import receipt_number
from welfare.rules.registers import Register

CAME = date(2026, 11, 16)
NOTHING = {
    "schema": SCHEMA,
    "made_at": "2026-11-20T10:00:00+00:00",
    "whereabouts_left_out": False,
    "records": [],
}


def a_copy(
    village: Village,
    subject: Someone,
    officer: Someone,
    state: CopyState = CopyState.RECEIVED,
    way: IdentityWay = IdentityWay.DOCUMENT,
    asker: Asker = Asker.ONESELF,
) -> UUID:
    """A pupil has asked for a copy of the student welfare register; one that is decided on is given, and empty."""
    row_id = uuid4()
    with village.work() as work:
        row = AccessCopy(
            id=row_id,
            number=receipt_number(RequestId(row_id)),
            controller_id=village.provider_id,
            register=Register.WELFARE,
            subject_id=subject.person_id,
            asker=asker,
            identity_way=way,
            language="fi",
            received_on=CAME,
            due_on=copy_due(CAME),
            recorded_at=work.now,
            recorded_by=officer.account_id,
            state=state if state in {CopyState.DECIDED, CopyState.SENT} else CopyState.RECEIVED,
        )
        if row.state is not CopyState.RECEIVED:
            row.outcome, row.decided_at, row.decided_by = CopyOutcome.WHOLE, work.now, officer.account_id
            work.encrypt_document(row, AccessCopy.copy, NOTHING)
        if row.state is CopyState.SENT:
            row.sent_on, row.sent_by, row.open_until = work.facts.on, SentBy.OWN_PAGE, open_until(work.facts.on)
        work.encrypt_document(row, AccessCopy.document, {"name": subject.name})
        work.session.add(row)
        work.session.flush()
        if state is CopyState.REVIEW:
            gather(work, row)
    return row_id


def part_of(village: Village, copy_id: UUID, kind: str = "case") -> UUID:
    """A record that was gathered."""
    with village.work() as work:
        wanted = CopyPart.copy_id == copy_id, CopyPart.kind == kind
        return work.session.scalars(select(CopyPart.id).where(*wanted).order_by(CopyPart.id)).all()[0]


def copies_of_fetcher(village: Village, fetcher: Someone, officer: Someone) -> dict[str, UUID]:
    """A copy that its asker may fetch, and one whose only record has been looked at."""
    ready = a_copy(village, fetcher, officer, CopyState.REVIEW)
    with village.work() as work:
        for part in work.session.scalars(select(CopyPart).where(CopyPart.copy_id == ready)):
            part.looked_at, part.looked_by = work.now, officer.account_id
    fetched = a_copy(village, fetcher, officer, CopyState.SENT)
    return {"ready_copy_id": ready, "fetched_copy_id": fetched, "fetcher_id": fetcher.person_id}
