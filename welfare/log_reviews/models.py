"""Tables of log reviews: codes, ids and counts. Only what the officer writes is sealed."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, SECRET, Base, Identified, coded, column
from welfare.rules.log_review import Explanation, FindingKind, FindingState, Relation
from welfare.rules.registers import Register


class ReviewMark(Base):
    """How far a controller's chain has been looked through."""

    __tablename__ = "log_review_mark"

    chain_id: Mapped[UUID] = column(INTERNAL, primary_key=True)
    seq: Mapped[int] = column(INTERNAL, BigInteger, nullable=False)


class KnownDevice(Base):
    """A browser that an account has been seen with, by the name that the list of sessions shows."""

    __tablename__ = "log_review_device"

    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), primary_key=True)
    browser: Mapped[str] = column(INTERNAL, String(60), primary_key=True)
    session_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    """The sign-in it was first seen in: as long as that lasts, it is a new device."""
    is_first: Mapped[bool] = column(INTERNAL, nullable=False)
    """The first one ever of the account, which is new to nobody."""


class Decoy(Base):
    """An invented pupil of the directory whom nobody has a task with."""

    __tablename__ = "log_review_decoy"

    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), primary_key=True)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False, index=True)
    set_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    set_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)


class Finding(Identified):
    """What one reader did with one pupil's data, or with many pupils', that somebody is to look at."""

    __tablename__ = "log_review_finding"
    __table_args__ = (
        Index(None, "controller_id", "state", "found_at"),
        Index(None, "account_id", "state"),
    )

    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    person_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("person.id"))
    role: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    """The reader's leading role at that time."""
    unit_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("organisation.id"))
    """The pupil's school."""
    student_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("person.id"), index=True)
    """Nobody where it is the pace that stands out."""
    kind: Mapped[FindingKind] = column(INTERNAL, coded(FindingKind), nullable=False)
    relation: Mapped[Relation] = column(INTERNAL, coded(Relation), nullable=False)
    signals: Mapped[dict[str, int]] = column(INTERNAL, JSON, nullable=False)
    """How many openings gave each signal."""
    weight: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    """Of the opening that stood out most."""
    events: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    first_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    last_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    last_seq: Mapped[int] = column(INTERNAL, BigInteger, nullable=False)
    found_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    week_on: Mapped[date | None] = column(INTERNAL)
    """The Monday of the week that a sample was drawn from."""
    state: Mapped[FindingState] = column(INTERNAL, coded(FindingState), nullable=False)
    explanation: Mapped[Explanation | None] = column(INTERNAL, coded(Explanation))
    breach_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("breach.id"))
    decided_at: Mapped[datetime | None] = column(INTERNAL)
    decided_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))

    def about(self) -> tuple[Subject, ...]:
        """The finding, and the pupil."""
        person: tuple[Subject, ...] = (("person", self.student_id),) if self.student_id else ()
        return (("log_review_finding", self.id), *person)


class ReviewNote(Sealed):
    """What the officer wrote when a finding was decided on: {words}."""

    __tablename__ = "log_review_note"

    finding_id: Mapped[UUID] = column(INTERNAL, ForeignKey("log_review_finding.id"), nullable=False, unique=True)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def key_holder(self) -> KeyHolder:
        """A key of the finding's own beside the controller's log."""
        return KeyHolder(self.controller_id, Register.AUDIT, self.finding_id)

    def about(self) -> tuple[Subject, ...]:
        """The finding."""
        return (("log_review_finding", self.finding_id),)
