"""Tables of the staffing room: numbers alone, of no pupil and no worker."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Revised, coded, column
from welfare.rules.staffing import Posts, ServiceLanguage, StaffedService
from welfare.rules.unit_types import UnitType


class CountSource(StrEnum):
    """Where a number of pupils comes from."""

    ROSTER = "roster"
    WRITTEN = "written"


class PupilCount(Revised):
    """How many pupils a school has at one level, taught in one language, in one school year."""

    __tablename__ = "pupil_count"
    __table_args__ = (UniqueConstraint("school_id", "year", "level", "language"),)

    school_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    year: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    level: Mapped[UnitType] = column(PUBLIC, coded(UnitType), nullable=False)
    language: Mapped[ServiceLanguage] = column(PUBLIC, coded(ServiceLanguage), nullable=False)
    pupils: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    source: Mapped[CountSource] = column(INTERNAL, coded(CountSource), nullable=False)
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    """Nobody where the house has counted."""


class StaffPost(Revised):
    """The posts of one service in one language that whoever arranges it has for one place in one school year."""

    __tablename__ = "staff_post"
    __table_args__ = (
        UniqueConstraint("arranger_id", "place_id", "year", "service", "language", name="uq_staff_post_cell"),
        Index(None, "place_id", "year"),
    )

    arranger_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    place_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    """A school, a provider's schools together, or the whole county."""
    year: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    service: Mapped[StaffedService] = column(PUBLIC, coded(StaffedService), nullable=False)
    language: Mapped[ServiceLanguage] = column(PUBLIC, coded(ServiceLanguage), nullable=False)
    filled: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    vacant: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    bought: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))

    @property
    def posts(self) -> Posts:
        """In hundredths."""
        return Posts(self.filled, self.vacant, self.bought)
