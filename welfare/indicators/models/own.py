"""Indicators that a provider, a county or a school has defined itself."""

from datetime import date
from uuid import UUID

from sqlalchemy import Boolean, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Revised, coded, column
from welfare.indicators.models.values import LONGEST_SOURCE
from welfare.rules.indicators import Direction, Licence, Measure

LONGEST_OWN_CODE, LONGEST_TITLE, LONGEST_TELLS = 40, 160, 600


class OwnIndicator(Revised):
    """One entry beside the library: for the unit that defined it, and for those below it."""

    __tablename__ = "own_indicator"
    __table_args__ = (UniqueConstraint("controller_id", "code"),)

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False, index=True)
    code: Mapped[str] = column(PUBLIC, String(LONGEST_OWN_CODE), nullable=False)
    theme: Mapped[str] = column(PUBLIC, String(LONGEST_OWN_CODE), nullable=False)
    title_fi: Mapped[str] = column(PUBLIC, String(LONGEST_TITLE), nullable=False)
    title_sv: Mapped[str] = column(PUBLIC, String(LONGEST_TITLE), nullable=False)
    title_en: Mapped[str] = column(PUBLIC, String(LONGEST_TITLE), nullable=False)
    tells_fi: Mapped[str] = column(PUBLIC, String(LONGEST_TELLS), nullable=False)
    tells_sv: Mapped[str] = column(PUBLIC, String(LONGEST_TELLS), nullable=False)
    tells_en: Mapped[str] = column(PUBLIC, String(LONGEST_TELLS), nullable=False)
    direction: Mapped[Direction] = column(PUBLIC, coded(Direction), nullable=False)
    measure: Mapped[Measure] = column(PUBLIC, coded(Measure), nullable=False)
    source: Mapped[str] = column(PUBLIC, String(LONGEST_SOURCE), nullable=False)
    licence: Mapped[Licence] = column(PUBLIC, coded(Licence), nullable=False)
    levels: Mapped[str] = column(PUBLIC, String(80), nullable=False)
    """The codes of the levels it is known at, with commas between."""
    is_sensitive: Mapped[bool] = column(PUBLIC, Boolean, nullable=False)
    defined_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    ended_on: Mapped[date | None] = column(PUBLIC)
    """From when on no results are entered; what is there is still shown."""
