"""What the tests of handling share."""

from uuid import UUID

from sqlalchemy import select, update

from tests.builders_requests import at_work, read, read_all, the_request
from tests.client import Client, Page
from tests.rooms.requests.conftest import School
from welfare.audit.ledger import Ledger
from welfare.crypto.encrypted import Encrypted
from welfare.db.base import Base
from welfare.db.guard import WRITES
from welfare.requests.actions.handling import (
    claim_request,
)
from welfare.requests.models import ContactRequest, RequestStep
from welfare.rules.queues import StepKind


def claimed(school: School, **changes: object) -> UUID:
    """A request that the curator has claimed."""
    request_id = school.sent(**changes)
    with at_work(school.village, school.curator) as work:
        claim_request(work, the_request(work, request_id))
    return request_id


def steps(ledger: Ledger, request_id: UUID) -> list[StepKind]:
    order = (RequestStep.at, RequestStep.id)
    return [
        s.kind
        for s in read_all(ledger, select(RequestStep).where(RequestStep.request_id == request_id).order_by(*order))
    ]


def deed(client: Client, request_id: UUID, name: str, **answers: str) -> Page:
    return client.get(f"/requests/{request_id}/{name}").form().fill(**answers).submit()


def break_the_text(ledger: Ledger, request_id: UUID) -> None:
    """Turn one bit of the stored ciphertext, past every guard of ours."""
    blob = read(ledger, request_id).document.blob or b""
    broken = Encrypted(blob[:-1] + bytes([blob[-1] ^ 1]))
    table = Base.metadata.tables[ContactRequest.__tablename__]
    with ledger.engine.connect().execution_options(**{WRITES: True}) as connection:
        connection.execute(update(table).where(table.c.id == request_id).values(document=broken))
        connection.commit()
