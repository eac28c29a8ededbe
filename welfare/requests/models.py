"""Tables of the requests room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, SECRET, coded, column
from welfare.rules.registers import Register
from welfare.rules.outcomes import Outcome
from welfare.rules.requests import RequestState, SenderKind, Service
from welfare.rules.sending import TaskKind


class ContactRequest(Sealed):
    """One request for support, owned by the receiving service's register at the county.

    ``document`` = {subject, description, wish, urgency_reason, together, together_reason, student_told_on,
    guardian_told, guardian_told_on, guardian_reason, earlier_support, contact_way, sender_name, sender_role, outcome_reason}.
    """

    __tablename__ = "contact_request"
    __table_args__ = (
        Index(None, "school_id", "service", "state", "due_on"),
        Index(None, "sender_account_id", "received_at"),
        Index(None, "handler_account_id", "state"),
    )

    receipt: Mapped[str] = column(INTERNAL, String(20), nullable=False, unique=True)
    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False, index=True)
    school_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    register: Mapped[Register] = column(INTERNAL, coded(Register), nullable=False)
    service: Mapped[Service] = column(INTERNAL, coded(Service), nullable=False)
    sender_kind: Mapped[SenderKind] = column(INTERNAL, coded(SenderKind), nullable=False)
    sender_account_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    state: Mapped[RequestState] = column(INTERNAL, coded(RequestState), nullable=False)
    is_urgent: Mapped[bool] = column(INTERNAL, nullable=False)
    received_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    due_on: Mapped[date | None] = column(INTERNAL)
    """None where the law sets no clock (nurse, doctor; rule 7)."""
    handler_account_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    claimed_at: Mapped[datetime | None] = column(INTERNAL)
    talk_held_on: Mapped[date | None] = column(INTERNAL)
    outcome: Mapped[Outcome | None] = column(INTERNAL, coded(Outcome))
    closed_at: Mapped[datetime | None] = column(INTERNAL)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def key_holder(self) -> KeyHolder:
        """The request's own key in the service's register."""
        return KeyHolder(self.controller_id, self.register, self.id)

    def about(self) -> tuple[Subject, ...]:
        """The request and the student."""
        return (("request", self.id), ("person", self.student_id))


class Talk(Sealed):
    """A talk offered, and perhaps held: the evidence against the clock (OHL 15 § 1). ``note`` is the service's own."""

    __tablename__ = "talk"

    request_id: Mapped[UUID] = column(INTERNAL, ForeignKey("contact_request.id"), nullable=False, index=True)
    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    register: Mapped[Register] = column(INTERNAL, coded(Register), nullable=False)
    offered_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    offered_for: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    answer: Mapped[str | None] = column(INTERNAL, String(20))
    """accepted, declined, no_answer, held, not_held; None while open."""
    answered_at: Mapped[datetime | None] = column(INTERNAL)
    note: Mapped[Encrypted | None] = column(SECRET, EncryptedText())

    def key_holder(self) -> KeyHolder:
        """The key of the request the talk belongs to."""
        return KeyHolder(self.controller_id, self.register, self.request_id)

    def about(self) -> tuple[Subject, ...]:
        """The request and the student."""
        return (("request", self.request_id), ("person", self.student_id))


class InformTask(Sealed):
    """Something the request obliges its handler to do (OHL 16 § 2-3, 18 § 2)."""

    __tablename__ = "inform_task"

    request_id: Mapped[UUID] = column(INTERNAL, ForeignKey("contact_request.id"), nullable=False, index=True)
    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    register: Mapped[Register] = column(INTERNAL, coded(Register), nullable=False)
    kind: Mapped[TaskKind] = column(INTERNAL, coded(TaskKind), nullable=False)
    due_on: Mapped[date | None] = column(INTERNAL)
    done_at: Mapped[datetime | None] = column(INTERNAL)
    done_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    note: Mapped[Encrypted | None] = column(SECRET, EncryptedText())

    def key_holder(self) -> KeyHolder:
        """The key of the request the task belongs to."""
        return KeyHolder(self.controller_id, self.register, self.request_id)

    def about(self) -> tuple[Subject, ...]:
        """The request and the student."""
        return (("request", self.request_id), ("person", self.student_id))
