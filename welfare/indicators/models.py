"""Tables of the indicators room."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Float, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Identified, Revised, coded, column
from welfare.rules.indicators import Group, Level

LONGEST_CODE, LONGEST_PLACE = 60, 40


class IndicatorValue(Revised):
    """The number of an indicator for one place, year and group. A value of None is a publisher's blank."""

    __tablename__ = "indicator_value"
    __table_args__ = (
        UniqueConstraint("controller_id", "code", "place", "year", "group_code", name="uq_indicator_value_cell"),
        Index("ix_indicator_value_place", "place", "controller_id"),
    )

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    """The provider or county that keeps it."""
    code: Mapped[str] = column(PUBLIC, String(LONGEST_CODE), nullable=False)
    """The indicator, by its code in the library."""
    level: Mapped[Level] = column(PUBLIC, coded(Level), nullable=False)
    place: Mapped[str] = column(PUBLIC, String(LONGEST_PLACE), nullable=False)
    """FI, the code of a county or municipality, or the id of a school."""
    year: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    group_code: Mapped[Group] = column(PUBLIC, coded(Group), nullable=False)
    value: Mapped[float | None] = column(INTERNAL, Float)
    absolute: Mapped[float | None] = column(INTERNAL, Float)
    """The publisher's own second number: how many the value stands for."""
    respondents: Mapped[int | None] = column(INTERNAL, Integer)
    """How many it is reckoned from; of a school always known."""
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))


class PastValue(Identified):
    """What a value was before it was replaced."""

    __tablename__ = "indicator_past_value"

    value_id: Mapped[UUID] = column(PUBLIC, ForeignKey("indicator_value.id"), nullable=False, index=True)
    value: Mapped[float | None] = column(INTERNAL, Float)
    absolute: Mapped[float | None] = column(INTERNAL, Float)
    respondents: Mapped[int | None] = column(INTERNAL, Integer)
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    replaced_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    replaced_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
