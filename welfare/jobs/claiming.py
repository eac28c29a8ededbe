"""Taking a job for a while, so that nobody else takes it: a row lock on PostgreSQL, the writers' turn on SQLite.

Neither lock is held while the job is done, for its handler may wait for a slow machine far away. What stays is the
claim: the others leave the job alone until its time is over, and who has lost it by then can end it no more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from welfare.audit.ledger import Ledger
from welfare.jobs.models import Job, JobState
from welfare.rules.registers import Register

HELD_FOR = timedelta(minutes=15)
"""Longer than any handler takes; after a crash it is also how long the job waits."""


class ClaimLostError(RuntimeError):
    """The claim was over, and the job is somebody else's now."""


@dataclass(frozen=True, slots=True)
class ClaimedJob:
    """A job in the hands of one worker."""

    id: UUID
    claim_id: UUID
    kind: str
    payload: Mapping[str, str | int]
    controller_id: UUID
    register: Register
    ordered_by: UUID | None
    tries: int
    """This one counted."""

    def subject(self, name: str) -> UUID:
        """An id of the payload."""
        return UUID(str(self.payload[name]))


def claim(ledger: Ledger) -> ClaimedJob | None:
    """The job that has been due longest, claimed; None when none is due."""
    now = ledger.clock()
    with ledger.transaction() as looking:
        if looking.session.scalar(select(Job.id).where(_is_due(now)).limit(1)) is None:
            return None
    with ledger.transaction(writes=True) as taking:
        found = _take(taking.session, now)
        taking.session.commit()
    return found


def hold(session: Session, job: ClaimedJob) -> None:
    """Lock a claimed job to the end of the transaction. Raises ClaimLostError."""
    statement = select(Job.id).where(_is_held(job)).with_for_update()
    if session.scalar(statement) is None:
        raise ClaimLostError(job.id)


def is_held(session: Session, job: ClaimedJob) -> bool:
    """Whether a job is still claimed by this one worker, and not ended."""
    return session.scalar(select(Job.id).where(_is_held(job))) is not None


def end(session: Session, job: ClaimedJob, now: datetime) -> None:
    """Mark a held job as done."""
    values = {"state": JobState.DONE, "ended_at": now, "claim_id": None, "failure": ""}
    session.execute(update(Job).where(_is_held(job)).values(values))


def give_back(session: Session, job: ClaimedJob, failure: str, due_at: datetime) -> None:
    """Leave a held job to a later try."""
    values = {"due_at": due_at, "claim_id": None, "failure": failure}
    session.execute(update(Job).where(_is_held(job)).values(values))


def give_up(session: Session, job: ClaimedJob, failure: str, now: datetime) -> None:
    """Try a held job no more."""
    values = {"state": JobState.GIVEN_UP, "ended_at": now, "claim_id": None, "failure": failure}
    session.execute(update(Job).where(_is_held(job)).values(values))


def _take(session: Session, now: datetime) -> ClaimedJob | None:
    statement = select(Job).where(_is_due(now)).order_by(Job.due_at, Job.id).limit(1)
    job = session.scalars(statement.with_for_update(skip_locked=True)).one_or_none()
    if job is None:
        return None
    claimed = ClaimedJob(
        id=job.id,
        claim_id=uuid4(),
        kind=job.kind,
        payload=dict(job.payload),
        controller_id=job.controller_id,
        register=job.register,
        ordered_by=job.ordered_by,
        tries=job.tries + 1,
    )
    values = {"claim_id": claimed.claim_id, "tries": claimed.tries, "due_at": now + HELD_FOR}
    session.execute(update(Job).where(Job.id == job.id).values(values).execution_options(synchronize_session=False))
    return claimed


def _is_due(now: datetime) -> ColumnElement[bool]:
    return (Job.state == JobState.PLANNED) & (Job.due_at <= now)


def _is_held(job: ClaimedJob) -> ColumnElement[bool]:
    return (Job.id == job.id) & (Job.claim_id == job.claim_id) & (Job.state == JobState.PLANNED)
