"""What is done about copies once a day: closing those that nobody can fetch any more."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import and_, or_, select

from welfare.access.gate import HOME_ZONE
from welfare.access_copies.actions.deciding import close
from welfare.access_copies.models import AccessCopy
from welfare.datarights.steps import TakenError
from welfare.jobs.worker import Handler, Run
from welfare.rules.access_copies import DAYS_OPEN, CopyState
from welfare.rules.registers import HOUSE, Register


class CopyJob(StrEnum):
    """The kind of job that looks through what was handed over."""

    CLOSE = "access_copies:close"


def close_all(run: Run) -> None:
    """Destroy here what was handed over, each in a step of its own with its event; the decisions stay."""
    waiting = _over(run)
    for copy_id in waiting:
        with run.stepping() as work:
            copy = work.session.get_one(AccessCopy, copy_id)
            try:
                close(work, copy)
            except TakenError:  # the officer was faster
                continue
            work.note(copy.controller_id, Register.AUDIT, *copy.about(), closed="time_over")
    with run.finishing() as work:
        work.note(HOUSE, Register.SESSION, closed=len(waiting))


def _over(run: Run) -> list[UUID]:
    """Those whose last day on the own page is past; what went by post or by hand is kept here as long."""
    today = run.ledger.clock().astimezone(HOME_ZONE).date()
    went_by_hand = and_(AccessCopy.open_until.is_(None), AccessCopy.sent_on < today - timedelta(days=DAYS_OPEN))
    over = or_(AccessCopy.open_until < today, went_by_hand)
    with run.ledger.transaction() as looking:
        wanted = select(AccessCopy.id).where(AccessCopy.state == CopyState.SENT, over).order_by(AccessCopy.sent_on)
        return list(looking.session.scalars(wanted))


HANDLERS: Mapping[str, Handler] = {CopyJob.CLOSE: Handler(close_all)}
