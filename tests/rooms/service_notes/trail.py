"""What the audit trail says, for the tests of the services' own records."""

import json
from typing import Any
from uuid import UUID

from sqlalchemy import select

from tests.builders import Village
from welfare.audit.models import AuditEvent


def events_in(village: Village, chain_id: UUID) -> list[dict[str, Any]]:
    """The events of one controller's log, in order."""
    with village.ledger.transaction() as transaction:
        statement = select(AuditEvent.body).where(AuditEvent.chain_id == chain_id).order_by(AuditEvent.seq)
        return [json.loads(body) for body in transaction.session.scalars(statement)]


def last_event(village: Village, chain_id: UUID) -> dict[str, Any]:
    """The newest of them."""
    return events_in(village, chain_id)[-1]
