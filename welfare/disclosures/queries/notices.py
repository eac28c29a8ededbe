"""Records of notifications: of one matter, for its group."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.disclosures.models import ProtectionNotice


def notices_of(session: Session, case_id: UUID) -> Sequence[ProtectionNotice]:
    """The records of a matter, in the order in which they were made."""
    order = (ProtectionNotice.recorded_at, ProtectionNotice.id)
    own = select(ProtectionNotice).where(ProtectionNotice.case_id == case_id).order_by(*order)
    return session.scalars(own).all()
