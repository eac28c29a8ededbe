"""Reads of the jobs service: what waits, and what was given up."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from welfare.jobs.models import Job, JobState


def jobs_in(session: Session, state: JobState) -> Sequence[Job]:
    """Jobs in one state, the one planned first first."""
    return session.scalars(select(Job).where(Job.state == state).order_by(Job.planned_at, Job.id)).all()


def counts_by_state(session: Session) -> Mapping[JobState, int]:
    """How many jobs there are in each state."""
    counted = session.execute(select(Job.state, func.count().label("number")).group_by(Job.state))
    return dict.fromkeys(JobState, 0) | {row.state: row.number for row in counted}
