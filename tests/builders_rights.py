"""Requests for log information, put straight into the database."""

from datetime import date
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.datarights.asked import IdentityWay
from welfare.datarights.models import LogRequest
from welfare.rules.log_requests import Asker, LogState, answer_due, looked_back_to
from welfare.rules.registers import Register

CAME = date(2026, 11, 16)


def a_log_request(
    village: Village,
    subject: Someone,
    officer: Someone,
    state: LogState = LogState.RECEIVED,
    came: date = CAME,
    way: IdentityWay = IdentityWay.DOCUMENT,
    asker: Asker = Asker.ONESELF,
) -> UUID:
    """A pupil has asked for the log of the student welfare register; what is decided on is granted."""
    row_id = uuid4()
    with village.work() as work:
        row = LogRequest(
            id=row_id,
            number="7KQ4M-2XHB3",
            controller_id=village.provider_id,
            register=Register.WELFARE,
            subject_id=subject.person_id,
            asker=asker,
            identity_way=way,
            language="fi",
            received_on=came,
            due_on=answer_due(Register.WELFARE, came),
            since_on=looked_back_to(came),
            recorded_at=work.now,
            recorded_by=officer.account_id,
            state=state,
        )
        if state is not LogState.RECEIVED:
            row.decided_at, row.decided_by = work.now, officer.account_id
        work.encrypt_document(row, LogRequest.document, {"name": subject.name})
        work.session.add(row)
    return row_id
