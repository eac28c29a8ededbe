"""What the audit trail says, for the journal's tests."""

import json
from typing import Any

from sqlalchemy import select

from tests.builders_journal import Matter
from welfare.audit.models import AuditEvent


def events_of(matter: Matter, permission: str) -> list[dict[str, Any]]:
    """The events of a permission in the log of the matter's controller, in order."""
    with matter.village.ledger.transaction() as transaction:
        statement = select(AuditEvent.body).where(AuditEvent.permission == permission).order_by(AuditEvent.seq)
        bodies = [json.loads(body) for body in transaction.session.scalars(statement)]
    return [body for body in bodies if body["chain"] == matter.village.provider_id.hex]


def all_bodies(matter: Matter) -> str:
    """Every event as it lies in the database."""
    with matter.village.ledger.transaction() as transaction:
        return "\n".join(bytes(body).decode() for body in transaction.session.scalars(select(AuditEvent.body)))
