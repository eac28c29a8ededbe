"""Steps are taken once, in their order."""

from welfare.access_copies.models import AccessCopy
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.steps import TakenError
from welfare.rules.access_copies import NEXT, CopyState


def check_step(work: UnitOfWork, row: AccessCopy, became: CopyState) -> None:
    """Look at the request as it is now. Raises TakenError."""
    work.session.refresh(row, with_for_update=True)
    if became not in NEXT[row.state]:
        raise TakenError
