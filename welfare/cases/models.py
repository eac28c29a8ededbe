"""Tables of the cases room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, SECRET, Base, coded, column
from welfare.rules.cases import CaseState, Initiator
from welfare.rules.registers import Register


class Case(Sealed):
    """One matter of one student. ``document`` = {subject, title, background}."""

    __tablename__ = "case_file"
    __table_args__ = (Index(None, "school_id", "state"),)

    number: Mapped[str] = column(INTERNAL, String(30), nullable=False, unique=True)
    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False, index=True)
    school_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    state: Mapped[CaseState] = column(INTERNAL, coded(CaseState), nullable=False)
    initiator: Mapped[Initiator] = column(INTERNAL, coded(Initiator), nullable=False)
    proposed_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    proposed_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    opened_on: Mapped[date | None] = column(INTERNAL)
    closed_on: Mapped[date | None] = column(INTERNAL)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def key_holder(self) -> KeyHolder:
        """The matter's own key in the welfare register."""
        return KeyHolder(self.controller_id, Register.WELFARE, self.id)

    def about(self) -> tuple[Subject, ...]:
        """The case and the student."""
        return (("case", self.id), ("person", self.student_id))


class CaseNumber(Base):
    """The last running number given in a school's year."""

    __tablename__ = "case_number"

    school_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), primary_key=True)
    school_year: Mapped[str] = column(INTERNAL, String(10), primary_key=True)
    last: Mapped[int] = column(INTERNAL, Integer, nullable=False)


class OfCase(Sealed):
    """A row that belongs to one matter and is sealed under its key."""

    __abstract__ = True

    case_id: Mapped[UUID] = column(INTERNAL, ForeignKey("case_file.id"), nullable=False, index=True)
    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)

    def key_holder(self) -> KeyHolder:
        """The matter's key in the welfare register."""
        return KeyHolder(self.controller_id, Register.WELFARE, self.case_id)

    def about(self) -> tuple[Subject, ...]:
        """The case and the student."""
        return (("case", self.case_id), ("person", self.student_id))


class CaseMember(OfCase):
    """One expert in the group, from one date to another; ``reason`` tells why the membership ended."""

    __tablename__ = "case_member"

    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False, index=True)
    person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    position: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    """The role code the member had when joining: the *position* of OHL 20 § 4."""
    is_responsible: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    since: Mapped[date] = column(INTERNAL, nullable=False)
    added_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    ended_why: Mapped[str | None] = column(INTERNAL, String(20))
    reason: Mapped[Encrypted | None] = column(SECRET, EncryptedText())


class OutsideParticipant(OfCase):
    """A cooperation partner or relative who may attend (OHL 19 § 2). ``document`` = {name, role, organisation}."""

    __tablename__ = "outside_participant"

    since: Mapped[date] = column(INTERNAL, nullable=False)
    added_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)


class Exclusion(OfCase):
    """A named worker shut out of one matter over every role. ``reason`` is sealed."""

    __tablename__ = "exclusion"
    __table_args__ = (UniqueConstraint("case_id", "person_id"),)

    person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False, index=True)
    excluded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    excluded_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    reason: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)


class CaseStep(OfCase):
    """One change of a case's state or responsible person, kept for ever."""

    __tablename__ = "case_step"

    at: Mapped[datetime] = column(INTERNAL, nullable=False)
    by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    was: Mapped[str | None] = column(INTERNAL, String(40))
    became: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    reason: Mapped[Encrypted | None] = column(SECRET, EncryptedText())
