"""Tables of the cases room."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, and_, literal_column
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, SECRET, coded, column
from welfare.rules.cases import CaseState, Initiator
from welfare.rules.registers import Register


class MemberEnd(StrEnum):
    """Why someone's part in a matter ended."""

    REMOVED = "removed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXCLUDED = "excluded"
    LEFT = "left"  # led the group and left work; another took the lead


class StepKind(StrEnum):
    """What a step changed."""

    STATE = "state"
    RESPONSIBLE = "responsible"


class Case(Sealed):
    """One matter of one student. ``document`` = {subject, title, background}."""

    __tablename__ = "case_file"
    __table_args__ = (UniqueConstraint("controller_id", "number"), Index(None, "school_id", "state"))

    number: Mapped[str] = column(INTERNAL, String(30), nullable=False)
    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False, index=True)
    school_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    state: Mapped[CaseState] = column(INTERNAL, coded(CaseState), nullable=False)
    initiator: Mapped[Initiator] = column(INTERNAL, coded(Initiator), nullable=False)
    initiated_on: Mapped[date] = column(INTERNAL, nullable=False)
    proposed_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    proposed_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    opened_on: Mapped[date | None] = column(INTERNAL)
    closed_at: Mapped[datetime | None] = column(INTERNAL)
    """The latest closing, kept after a reopening: consents given "until the matter closes" ended with it."""
    text_saved_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    text_saved_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def key_holder(self) -> KeyHolder:
        """The matter's own key in the welfare register."""
        return KeyHolder(self.controller_id, Register.WELFARE, self.id)

    def about(self) -> tuple[Subject, ...]:
        """The case and the student."""
        return (("case", self.id), ("person", self.student_id))


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


class ForATime(OfCase):
    """Something in a matter that begins and ends, and is never removed."""

    __abstract__ = True

    ended_at: Mapped[datetime | None] = column(INTERNAL)
    ended_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))


class CaseMember(ForATime):
    """One expert in the group, from one date to another; ``reason`` tells why the membership ended."""

    __tablename__ = "case_member"

    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False, index=True)
    person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    position: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    """The role code the member had when joining: the *position* of OHL 20 § 4."""
    is_responsible: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    since: Mapped[date] = column(INTERNAL, nullable=False)
    added_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    ended_why: Mapped[MemberEnd | None] = column(INTERNAL, coded(MemberEnd))
    reason: Mapped[Encrypted | None] = column(SECRET, EncryptedText())


class OutsideParticipant(ForATime):
    """A cooperation partner or relative who may attend (OHL 19 § 2). ``document`` = {name, role, organisation}."""

    __tablename__ = "outside_participant"

    outsider_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    """The id by which the consents name this participant."""
    since: Mapped[date] = column(INTERNAL, nullable=False)
    added_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    ended_why: Mapped[MemberEnd | None] = column(INTERNAL, coded(MemberEnd))
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)


class Exclusion(ForATime):
    """A named worker shut out of one matter over every role, until it is ended; both with a sealed reason."""

    __tablename__ = "exclusion"

    person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False, index=True)
    excluded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    excluded_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    reason: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
    end_reason: Mapped[Encrypted | None] = column(SECRET, EncryptedText())


class CaseStep(OfCase):
    """One change of a case's state (by its code) or responsible person (by account id), kept for ever."""

    __tablename__ = "case_step"

    kind: Mapped[StepKind] = column(INTERNAL, coded(StepKind), nullable=False)
    at: Mapped[datetime] = column(INTERNAL, nullable=False)
    by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    was: Mapped[str | None] = column(INTERNAL, String(40))
    became: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    reason: Mapped[Encrypted | None] = column(SECRET, EncryptedText())


class CaseEvaluation(OfCase):
    """What was reached when a matter was closed; a reopened one gets another. ``document`` = {reached, judges}."""

    __tablename__ = "case_evaluation"

    at: Mapped[datetime] = column(INTERNAL, nullable=False)
    by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)


_PRESENT = CaseMember.ended_at.is_(None)
_LEADING = and_(_PRESENT, literal_column("is_responsible"))  # the one spelling of truth that both databases read alike
Index(
    "uq_case_member_present",
    CaseMember.case_id,
    CaseMember.person_id,
    unique=True,
    sqlite_where=_PRESENT,
    postgresql_where=_PRESENT,
)
Index("uq_case_member_leading", CaseMember.case_id, unique=True, sqlite_where=_LEADING, postgresql_where=_LEADING)
"""One place in the group for one person, and one responsible person for one group (OHL 14 § 4; rule 16)."""
