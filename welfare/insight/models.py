"""Tables of the insight room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Identified, coded, column
from welfare.rules.service_access import Measure

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


class AccessRelease(Identified):
    """That one measure of a county has been counted for a term, once and for all."""

    __tablename__ = "access_release"
    __table_args__ = (UniqueConstraint("county_id", "measure", "term_starts_on"),)

    county_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    measure: Mapped[Measure] = column(PUBLIC, coded(Measure), nullable=False)
    term_starts_on: Mapped[date] = column(PUBLIC, nullable=False)
    floor: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    """The floor of small numbers on that day."""
    released_at: Mapped[datetime] = column(INTERNAL, nullable=False)


class AccessCount(Identified):
    """What was counted in a school: kept so that the year adds up to what its terms were. Nobody is shown it."""

    __tablename__ = "access_count"
    __table_args__ = (UniqueConstraint("release_id", "school_id", "kind"),)

    release_id: Mapped[UUID] = column(INTERNAL, ForeignKey("access_release.id"), nullable=False)
    school_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    kind: Mapped[str] = column(INTERNAL, String(60), nullable=False)
    count: Mapped[int] = column(INTERNAL, Integer, nullable=False)


class AccessFigure(Identified):
    """One number as it is shown of a school, a provider or the county; without a count it is hidden."""

    __tablename__ = "access_figure"
    __table_args__ = (
        UniqueConstraint("release_id", "place_id", "is_year", "kind"),
        Index(None, "place_id"),
    )

    release_id: Mapped[UUID] = column(PUBLIC, ForeignKey("access_release.id"), nullable=False)
    place_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    is_year: Mapped[bool] = column(PUBLIC, nullable=False)
    """Of the school year that ended with the term, not of the term alone."""
    kind: Mapped[str] = column(PUBLIC, String(60), nullable=False)
    count: Mapped[int | None] = column(PUBLIC, Integer)
