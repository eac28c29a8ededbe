"""Tables of the guidance room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Identified, Revised, coded, column
from welfare.rules.guidance import CompetenceArea, Readers
from welfare.rules.languages import in_language

LONGEST_TITLE, LONGEST_LINK, LONGEST_TEXT = 160, 500, 8000


class Instruction(Revised):
    """One instruction of a unit: for whom, and how long it holds. Its words stand in its versions."""

    __tablename__ = "instruction"

    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False, index=True)
    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    readers: Mapped[Readers] = column(PUBLIC, coded(Readers), nullable=False)
    begins_on: Mapped[date] = column(PUBLIC, nullable=False)
    ends_on: Mapped[date | None] = column(PUBLIC)
    newest: Mapped[int] = column(PUBLIC, Integer, nullable=False)


class InstructionVersion(Identified):
    """The words of an instruction from one day to the next version; written once."""

    __tablename__ = "instruction_version"
    __table_args__ = (UniqueConstraint("instruction_id", "number"),)

    instruction_id: Mapped[UUID] = column(PUBLIC, ForeignKey("instruction.id"), nullable=False)
    number: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    title_fi: Mapped[str] = column(PUBLIC, String(LONGEST_TITLE), nullable=False)
    title_sv: Mapped[str] = column(PUBLIC, String(LONGEST_TITLE), nullable=False)
    text_fi: Mapped[str] = column(PUBLIC, String(LONGEST_TEXT), nullable=False)
    text_sv: Mapped[str] = column(PUBLIC, String(LONGEST_TEXT), nullable=False)
    link: Mapped[str] = column(PUBLIC, String(LONGEST_LINK), nullable=False)
    saved_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    saved_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)

    def title(self, locale: str) -> str:
        """In the reader's language; Finnish stands for English."""
        return self.title_sv if locale == "sv" else self.title_fi

    def text(self, locale: str) -> str:
        """In the reader's language, or in the other where it stands in one alone."""
        return in_language(self.text_fi, self.text_sv, locale)


class InstructionReceipt(Identified):
    """One worker has read one version."""

    __tablename__ = "instruction_receipt"
    __table_args__ = (UniqueConstraint("instruction_id", "account_id", "number"),)

    instruction_id: Mapped[UUID] = column(INTERNAL, ForeignKey("instruction.id"), nullable=False)
    number: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    read_at: Mapped[datetime] = column(INTERNAL, nullable=False)


class CompetenceNeed(Revised):
    """How many of those who answered would learn more of an area, in one school year."""

    __tablename__ = "competence_need"
    __table_args__ = (UniqueConstraint("unit_id", "year", "area"),)

    unit_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    year: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    area: Mapped[CompetenceArea] = column(INTERNAL, coded(CompetenceArea), nullable=False)
    answered: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    wanting: Mapped[int] = column(INTERNAL, Integer, nullable=False)


class Training(Revised):
    """An event at which staff learn: when, of what, how many came and what they thought of it."""

    __tablename__ = "training"
    __table_args__ = (Index(None, "unit_id", "held_on"),)

    unit_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    held_on: Mapped[date] = column(INTERNAL, nullable=False)
    title_fi: Mapped[str] = column(INTERNAL, String(LONGEST_TITLE), nullable=False)
    title_sv: Mapped[str] = column(INTERNAL, String(LONGEST_TITLE), nullable=False)
    area: Mapped[CompetenceArea] = column(INTERNAL, coded(CompetenceArea), nullable=False)
    organiser: Mapped[str] = column(INTERNAL, String(LONGEST_TITLE), nullable=False)
    sectors: Mapped[str] = column(INTERNAL, String(LONGEST_TITLE), nullable=False)
    """From where the participants came."""
    participants: Mapped[int | None] = column(INTERNAL, Integer)
    grade: Mapped[int | None] = column(INTERNAL, Integer)
    """The mean of the feedback in tenths: 85 for 8.5."""
    outcome: Mapped[str] = column(INTERNAL, String(LONGEST_TEXT), nullable=False)

    def title(self, locale: str) -> str:
        """In the reader's language; Finnish stands for English."""
        return self.title_sv if locale == "sv" else self.title_fi


class TrainingAttendance(Identified):
    """One of the staff was there."""

    __tablename__ = "training_attendance"
    __table_args__ = (UniqueConstraint("training_id", "account_id"),)

    training_id: Mapped[UUID] = column(INTERNAL, ForeignKey("training.id"), nullable=False)
    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
