"""What a school does with what it knows: talks it through, follows absences, is inspected and mends."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Identified, Revised, coded, column
from welfare.rules.absences import Category
from welfare.rules.discussions import Party

LONGEST_LINE, LONGEST_TEXT, LONGEST_SHEET = 300, 4000, 80


class ResultDiscussion(Identified):
    """Results of one sheet and year, talked through with somebody."""

    __tablename__ = "result_discussion"
    __table_args__ = (Index(None, "unit_id", "sheet", "year"),)

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    sheet: Mapped[str] = column(PUBLIC, String(LONGEST_SHEET), nullable=False)
    year: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    party: Mapped[Party] = column(PUBLIC, coded(Party), nullable=False)
    held_on: Mapped[date] = column(PUBLIC, nullable=False)
    how: Mapped[str] = column(INTERNAL, String(LONGEST_LINE), nullable=False)
    decided: Mapped[str] = column(INTERNAL, String(LONGEST_TEXT), nullable=False)
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    struck_at: Mapped[datetime | None] = column(INTERNAL)
    """When it was taken back as a mistake."""
    struck_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))


class AbsenceCount(Revised):
    """How many pupils of a school were away for one reason in one term, and for how many hours."""

    __tablename__ = "absence_count"
    __table_args__ = (UniqueConstraint("unit_id", "term_starts_on", "category"),)

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    term_starts_on: Mapped[date] = column(PUBLIC, nullable=False)
    category: Mapped[Category] = column(PUBLIC, coded(Category), nullable=False)
    pupils: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    hours: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    enrolled: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    """How many pupils the school had."""
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))


class AbsencePart(Identified):
    """The share of one class level, or of one coded reason, in the absences of a category and term."""

    __tablename__ = "absence_part"
    __table_args__ = (UniqueConstraint("unit_id", "term_starts_on", "category", "part"),)

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    term_starts_on: Mapped[date] = column(PUBLIC, nullable=False)
    category: Mapped[Category] = column(PUBLIC, coded(Category), nullable=False)
    part: Mapped[str] = column(PUBLIC, String(40), nullable=False)
    """A class level as a number, or a reason by its code."""
    pupils: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    hours: Mapped[int] = column(INTERNAL, Integer, nullable=False)


class Inspection(Revised):
    """One inspection of a school's health and safety: when, by whom, what was found."""

    __tablename__ = "inspection"

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False, index=True)
    held_on: Mapped[date] = column(PUBLIC, nullable=False)
    parties: Mapped[str] = column(INTERNAL, String(LONGEST_LINE), nullable=False)
    findings: Mapped[str] = column(INTERNAL, String(LONGEST_TEXT), nullable=False)
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))


class Defect(Revised):
    """What an inspection found wanting, by when it is to be mended, and when it was."""

    __tablename__ = "inspection_defect"

    inspection_id: Mapped[UUID] = column(PUBLIC, ForeignKey("inspection.id"), nullable=False, index=True)
    what: Mapped[str] = column(INTERNAL, String(LONGEST_LINE), nullable=False)
    owner: Mapped[str] = column(INTERNAL, String(LONGEST_LINE), nullable=False)
    """The office that mends it, never a person's name."""
    due_on: Mapped[date] = column(PUBLIC, nullable=False)
    done_on: Mapped[date | None] = column(PUBLIC)
    done_how: Mapped[str] = column(INTERNAL, String(LONGEST_LINE), nullable=False, default="")
