"""Tables of the programmes room. Staff are known by their accounts; nobody else is known at all."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Identified, Revised, coded, column
from welfare.rules.programmes import ProgrammeKind, ProgrammeState
from welfare.rules.terms import Season

LONGEST_NAME, LONGEST_LINE, LONGEST_TEXT = 120, 200, 4000


class Programme(Revised):
    """One programme of one unit in one school year."""

    __tablename__ = "programme"
    __table_args__ = (Index(None, "unit_id", "year"),)

    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    kind: Mapped[ProgrammeKind] = column(PUBLIC, coded(ProgrammeKind), nullable=False)
    year: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    """The calendar year in which the school year begins."""
    state: Mapped[ProgrammeState] = column(PUBLIC, coded(ProgrammeState), nullable=False)
    name_fi: Mapped[str] = column(PUBLIC, String(LONGEST_NAME), nullable=False)
    name_sv: Mapped[str] = column(PUBLIC, String(LONGEST_NAME), nullable=False)
    """Empty for kinds of which a unit has one in a year."""
    coordinator_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    details: Mapped[dict[str, Any]] = column(INTERNAL, JSON, nullable=False)
    """Answers by the codes of the kind's questions."""
    newest_steps: Mapped[int] = column(PUBLIC, Integer, nullable=False, default=0)
    before_id: Mapped[UUID | None] = column(PUBLIC, ForeignKey("programme.id"), unique=True)
    """The same programme a year ago."""


class ProgrammeSteps(Identified):
    """The steps of a model from one day to the next version; written once."""

    __tablename__ = "programme_steps"
    __table_args__ = (UniqueConstraint("programme_id", "number"),)

    programme_id: Mapped[UUID] = column(PUBLIC, ForeignKey("programme.id"), nullable=False)
    number: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    text_fi: Mapped[str] = column(PUBLIC, String(LONGEST_TEXT), nullable=False)
    text_sv: Mapped[str] = column(PUBLIC, String(LONGEST_TEXT), nullable=False)
    saved_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    saved_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)

    def text(self, locale: str) -> str:
        """In the reader's language; Finnish stands for English."""
        return self.text_sv if locale == "sv" else self.text_fi


class ProgrammeEntry(Identified):
    """One entry of a tally: how many, under which answers, in which term. It is about nobody."""

    __tablename__ = "programme_entry"
    __table_args__ = (Index(None, "programme_id", "tally"),)

    programme_id: Mapped[UUID] = column(INTERNAL, ForeignKey("programme.id"), nullable=False)
    tally: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    season: Mapped[Season] = column(INTERNAL, coded(Season), nullable=False)
    answers: Mapped[dict[str, str]] = column(INTERNAL, JSON, nullable=False)
    count: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    saved_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    saved_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)


class ProgrammeStaff(Identified):
    """A worker of a programme's list: in its team, or trained to use it."""

    __tablename__ = "programme_staff"
    __table_args__ = (UniqueConstraint("programme_id", "account_id"),)

    programme_id: Mapped[UUID] = column(INTERNAL, ForeignKey("programme.id"), nullable=False)
    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    since: Mapped[date] = column(INTERNAL, nullable=False)
