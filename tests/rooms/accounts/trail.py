"""What the audit trail of the house says, for tests of the accounts room."""

import json
from typing import Any

from sqlalchemy import select

from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.rules.registers import HOUSE


def events(ledger: Ledger) -> list[dict[str, Any]]:
    """Every event of the house's own chain, oldest first."""
    with ledger.transaction() as transaction:
        statement = select(AuditEvent.body).where(AuditEvent.chain_id == HOUSE).order_by(AuditEvent.seq)
        return [json.loads(body) for body in transaction.session.scalars(statement)]


def codes_of(ledger: Ledger, name: str) -> list[object]:
    """The values one code has had, in order."""
    return [event["codes"][name] for event in events(ledger) if name in event.get("codes", {})]
