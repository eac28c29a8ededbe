"""Looking at what an import has left."""

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import RosterReview


def mark_looked_at(work: UnitOfWork, review: RosterReview) -> None:
    """Say that somebody has looked; what was looked at before keeps its mark."""
    if review.looked_at is None:
        review.looked_at, review.looked_by = work.now, work.actor.account_id
        work.session.flush()
