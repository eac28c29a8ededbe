"""Closing a copy before its last day."""

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import account_at
from welfare.disclosures.models import Disclosure
from welfare.rules.giving import How
from welfare.rules.registers import Register


class AlreadyClosedError(ValueError):
    """The copy is closed, or there is none."""


def close_copy(work: UnitOfWork, row: Disclosure) -> None:
    """Nobody opens it from now on; what was given stays in the record. Raises AlreadyClosedError."""
    is_past = row.open_until is None or row.open_until < work.facts.on
    if row.how is not How.READ_HERE or row.ended_at is not None or is_past:
        raise AlreadyClosedError
    row.ended_at, row.ended_by = work.now, account_at(work)
    work.note(row.controller_id, Register.WELFARE, ("disclosure", row.id), copy="closed")
