"""Looking through the chains every two minutes, by the house itself."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from welfare.audit.unit_of_work import UnitOfWork
from welfare.jobs.worker import Handler, Run
from welfare.log_reviews.keeping import look_through
from welfare.log_reviews.sampling import draw_samples
from welfare.people.pages.likeness import fill_likeness
from welfare.rules.log_review import Scale
from welfare.rules.orders import JobOrder
from welfare.rules.registers import HOUSE, Register

EVERY = timedelta(minutes=2)
"""What is odd is in the queue within five minutes, a slow round and a busy worker included."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class LogReviewJob(StrEnum):
    """The kinds of job of log reviews."""

    LOOK = "log_reviews:look"
    """Ordered each day anew, so that a round that was given up does not end them all."""
    SAMPLE = "log_reviews:sample"
    """Looks each day whether last week's sample has been drawn."""


@dataclass(frozen=True)
class LookingThrough:
    """Does a round and orders the next."""

    scale: Scale = field(default_factory=Scale)

    def handler(self) -> Handler:
        """As workers want it."""
        return Handler(self._run)

    def _run(self, run: Run) -> None:
        with run.finishing() as work:
            has_more = look_through(work, self.scale)
            order_round(work, work.now if has_more else work.now + EVERY)


def order_round(work: UnitOfWork, at: datetime) -> None:
    """Order a round, once for each two minutes: rounds that were begun twice become one again.

    Where there is more to look at, the next follows at once and is counted on from this one.
    """
    slot = (at - _EPOCH) // (EVERY if at > work.now else timedelta(milliseconds=1))
    work.plan_job(
        JobOrder(kind=LogReviewJob.LOOK, key=(slot,), controller_id=HOUSE, register=Register.SESSION, not_before=at)
    )


def sample(run: Run) -> None:
    """Draw last week's sample, and keep what can be compared of people who came before it was kept."""
    with run.finishing() as work:
        draw_samples(work)
        fill_likeness(work)
