"""What is done about drafts once a day."""

from collections.abc import Mapping
from enum import StrEnum

from welfare.drafts.actions import purge_ended_drafts
from welfare.jobs.worker import Handler, Run
from welfare.rules.registers import HOUSE, Register


class DraftJob(StrEnum):
    """The kind of job that looks through all drafts."""

    PURGE = "drafts:purge"


def purge(run: Run) -> None:
    """Throw away what nobody may go on with; the event tells how many."""
    with run.finishing() as work:
        work.note(HOUSE, Register.SESSION, purged=purge_ended_drafts(work))


HANDLERS: Mapping[str, Handler] = {DraftJob.PURGE: Handler(purge)}
