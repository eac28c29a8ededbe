"""Tables of the insight room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Identified, column

LONGEST_COMMENT = 2000


class CommunityReview(Identified):
    """A unit's communal work in one term, looked through and signed by whoever leads it. Never changed."""

    __tablename__ = "community_review"
    __table_args__ = (Index(None, "unit_id", "term_starts_on"),)

    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    term_starts_on: Mapped[date] = column(PUBLIC, nullable=False)
    """The first day of the term (rules/terms.py)."""
    comment: Mapped[str] = column(INTERNAL, String(LONGEST_COMMENT), nullable=False)
    language: Mapped[str] = column(PUBLIC, String(2), nullable=False)
    document: Mapped[str] = column(INTERNAL, Text, nullable=False)
    """What stood on the page when it was signed, as JSON: the blocks of the paper."""
    signed_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    signed_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    signed_as: Mapped[str] = column(PUBLIC, String(40), nullable=False)
    """The code of the role: the paper names an office, as boards do."""
