"""What meetings leave to be done afterwards."""

from collections.abc import Mapping

from welfare.jobs.worker import Handler, Run
from welfare.meetings.actions.locking import lock_if_over
from welfare.meetings.models import MeetingItem
from welfare.rules.orders import MeetingJob


def lock_record(run: Run) -> None:
    """Lock a record whose round is over. With a proposal unanswered it stays open, and its answer will lock it."""
    with run.finishing() as work:
        item = work.session.get(MeetingItem, run.job.subject("item"))
        if item is not None:
            lock_if_over(work, item)


HANDLERS: Mapping[str, Handler] = {MeetingJob.LOCK: Handler(lock_record)}
