"""Finding signed reviews."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import unit_facts
from welfare.insight.models import CommunityReview
from welfare.organisations.models import Organisation


def load_review(reading: Reading, review_id: UUID) -> Loaded | None:
    """Loader of ``<signed_id:review>`` within its unit."""
    unit, row = reading.loaded.get("unit"), reading.session.get(CommunityReview, review_id)
    if not isinstance(unit, Organisation) or row is None or row.unit_id != unit.id:
        return None
    return Loaded(row, unit_facts(reading, unit))


def reviews_of(session: Session, unit_id: UUID) -> Sequence[CommunityReview]:
    """Every signed review of a unit, the latest first."""
    statement = select(CommunityReview).where(CommunityReview.unit_id == unit_id)
    return session.scalars(statement.order_by(CommunityReview.signed_at.desc(), CommunityReview.id)).all()


def latest_signing(session: Session, unit_ids: Sequence[UUID], term_starts_on: date) -> set[UUID]:
    """Which of these units have been reviewed in a term."""
    statement = select(CommunityReview.unit_id).where(
        CommunityReview.unit_id.in_(unit_ids), CommunityReview.term_starts_on == term_starts_on
    )
    return set(session.scalars(statement))
