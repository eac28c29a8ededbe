"""That a paper has changed hands, and on which day."""

from datetime import date

from welfare.audit.unit_of_work import UnitOfWork
from welfare.disclosures.models import Disclosure
from welfare.rules.giving import How
from welfare.rules.registers import Register


class NoPaperError(ValueError):
    """It was not given on paper, or was handed over already."""


def hand_over(work: UnitOfWork, row: Disclosure, on: date) -> None:
    """Write down when the receiver got the paper. Raises NoPaperError."""
    if row.how is not How.PAPER or row.handed_over_on is not None:
        raise NoPaperError
    row.handed_over_on = on
    work.note(row.controller_id, Register.WELFARE, ("disclosure", row.id), paper="handed_over")
