"""Having a job tried again, and forgetting those that are long done."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from welfare.audit.unit_of_work import UnitOfWork
from welfare.jobs.models import Job, JobState
from welfare.rules.events import JobRevived


class NotGivenUpError(ValueError):
    """The job waits for its turn, is at work or done: somebody else was quicker."""


def try_again(work: UnitOfWork, job: Job) -> None:
    """Give a job that was given up all its tries again, from now on. Raises NotGivenUpError."""
    work.session.refresh(job, with_for_update=True)
    if job.state is not JobState.GIVEN_UP:
        raise NotGivenUpError(job.state)
    job.state, job.tries, job.due_at, job.ended_at = JobState.PLANNED, 0, work.now, None
    work.session.flush()
    work.note(job.controller_id, job.register, ("job", job.id), job=job.kind)
    work.tell(JobRevived(job.kind, dict(job.payload)))


def forget_done(session: Session, before: datetime) -> int:
    """Delete the jobs that were done before a moment; how many those were."""
    done = delete(Job).where(Job.state == JobState.DONE, Job.ended_at < before)
    return int(session.execute(done).rowcount)  # type: ignore[attr-defined]  # what a DELETE gives has it


def forget_given_up(session: Session, controller_id: UUID, before: datetime) -> int:
    """Delete one controller's jobs that were given up before a moment; how many those were."""
    old = (Job.controller_id == controller_id, Job.state == JobState.GIVEN_UP, Job.ended_at < before)
    return int(session.execute(delete(Job).where(*old)).rowcount)  # type: ignore[attr-defined]  # as above
