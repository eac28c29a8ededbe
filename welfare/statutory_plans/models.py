"""Tables of statutory plans and of self-control."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Revised, coded, column
from welfare.rules.statutory_plans import CheckState, PlanKind

LONGEST_TEXT, LONGEST_LINE, LONGEST_KEY = 20_000, 200, 40


class StatutoryVersion(Revised):
    """One version of a unit's plan. With ``approved_on`` it is what was decided, and never changed again."""

    __tablename__ = "statutory_version"
    __table_args__ = (UniqueConstraint("unit_id", "kind", "number"),)

    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    kind: Mapped[PlanKind] = column(PUBLIC, coded(PlanKind), nullable=False)
    number: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    approved_on: Mapped[date | None] = column(PUBLIC)
    approved_at: Mapped[datetime | None] = column(INTERNAL)
    approved_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    decided: Mapped[str] = column(PUBLIC, String(LONGEST_LINE), nullable=False, default="")
    """Who decided, as the board and its section."""
    review_on: Mapped[date | None] = column(PUBLIC)


class StatutoryText(Revised):
    """The text under one heading of one version, in each language."""

    __tablename__ = "statutory_text"
    __table_args__ = (UniqueConstraint("version_id", "heading"),)

    version_id: Mapped[UUID] = column(PUBLIC, ForeignKey("statutory_version.id"), nullable=False)
    heading: Mapped[str] = column(PUBLIC, String(LONGEST_KEY), nullable=False)
    text_fi: Mapped[str] = column(PUBLIC, String(LONGEST_TEXT), nullable=False)
    text_sv: Mapped[str] = column(PUBLIC, String(LONGEST_TEXT), nullable=False)


class SelfCheck(Revised):
    """What was found of one item of self-control in one school year."""

    __tablename__ = "self_check"
    __table_args__ = (UniqueConstraint("unit_id", "year", "item"),)

    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    year: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    item: Mapped[str] = column(INTERNAL, String(LONGEST_KEY), nullable=False)
    state: Mapped[CheckState] = column(INTERNAL, coded(CheckState), nullable=False)
    evidence: Mapped[str] = column(INTERNAL, String(LONGEST_TEXT), nullable=False)
    defect: Mapped[str] = column(INTERNAL, String(LONGEST_TEXT), nullable=False, default="")
    fix_by: Mapped[date | None] = column(INTERNAL)
    fixed_on: Mapped[date | None] = column(INTERNAL)
