"""Tables of the requests room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, SECRET, coded, column
from welfare.rules.outcomes import Outcome
from welfare.rules.queues import StepKind
from welfare.rules.registers import Register
from welfare.rules.requests import RequestState, SenderKind, Service
from welfare.rules.sending import TaskKind
from welfare.rules.talks import TalkAnswer, TalkWay


class ContactRequest(Sealed):
    """One request for support, owned by the receiving service's register at the county.

    ``document`` = {subject, description, wish, urgency_reason, together, together_reason, student_told_on,
    guardian_told, guardian_told_on, guardian_reason, earlier_support, contact_way, sender_name, sender_role,
    safe_ways, safe_phone, home_contact, kept_from, added: [{at, text}]}.
    """

    __tablename__ = "contact_request"

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
    queue_on: Mapped[date] = column(INTERNAL, nullable=False)
    """Where it stands in the queue: `welfare.rules.queues.queue_day`. Never null, so that both databases sort alike."""
    handler_account_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    claimed_at: Mapped[datetime | None] = column(INTERNAL)
    talk_held_on: Mapped[date | None] = column(INTERNAL)
    outcome: Mapped[Outcome | None] = column(INTERNAL, coded(Outcome))
    closed_at: Mapped[datetime | None] = column(INTERNAL)
    taken_back_at: Mapped[datetime | None] = column(INTERNAL)
    """Whoever asked does not ask for a talk any more; how it ends the professional decides."""
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def key_holder(self) -> KeyHolder:
        """The request's own key in the service's register."""
        return KeyHolder(self.controller_id, self.register, self.id)

    def about(self) -> tuple[Subject, ...]:
        """The request and the student."""
        return (("request", self.id), ("person", self.student_id))


IS_OPEN = ContactRequest.closed_at.is_(None)
IS_UNCLAIMED = ContactRequest.handler_account_id.is_(None)
QUEUE = (ContactRequest.queue_on, ContactRequest.received_at, ContactRequest.id)
"""The order of every queue. The indexes hold only what a queue asks for, so a page costs the same at any size.

They also hold what is asked of a row beside its order, though every row in them answers alike: SQLite would fetch the
row to see it.
"""


def _index(name: str, *columns: object, where: object) -> None:
    Index(f"ix_contact_request_{name}", *columns, sqlite_where=where, postgresql_where=where)  # type: ignore[arg-type]


_PLACE = (ContactRequest.school_id, ContactRequest.service)
_ASKED = (ContactRequest.closed_at, ContactRequest.handler_account_id)
_LATE = (ContactRequest.is_urgent, ContactRequest.due_on, ContactRequest.talk_held_on, ContactRequest.id)
_index("open", *_PLACE, *QUEUE, ContactRequest.closed_at, where=IS_OPEN)
_index("unclaimed", *_PLACE, *QUEUE, *_ASKED, where=IS_OPEN & IS_UNCLAIMED)
_index("closed", *_PLACE, ContactRequest.closed_at, ContactRequest.id, where=ContactRequest.closed_at.is_not(None))
_index("urgent", *_PLACE, *_LATE, ContactRequest.closed_at, where=IS_OPEN)
Index(None, ContactRequest.handler_account_id, ContactRequest.closed_at, ContactRequest.queue_on)
Index(None, ContactRequest.sender_account_id, ContactRequest.received_at)


class OfRequest(Sealed):
    """A row that belongs to one request and is sealed under its key in the register that wrote it.

    When a request is handed to another service, what the first service noted stays behind in its own register
    (OHL 20 § 2; rule 22): the other sees the day and the code, never the words.
    """

    __abstract__ = True

    request_id: Mapped[UUID] = column(INTERNAL, ForeignKey("contact_request.id"), nullable=False, index=True)
    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    register: Mapped[Register] = column(INTERNAL, coded(Register), nullable=False)

    def key_holder(self) -> KeyHolder:
        """The request's key in the register of the row."""
        return KeyHolder(self.controller_id, self.register, self.request_id)

    def about(self) -> tuple[Subject, ...]:
        """The request and the student."""
        return (("request", self.request_id), ("person", self.student_id))


class Talk(OfRequest):
    """A talk offered, and perhaps held: the evidence against the clock (OHL 15 § 1). ``note`` is the service's own."""

    __tablename__ = "talk"

    offered_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    offered_for: Mapped[datetime] = column(INTERNAL, nullable=False)
    way: Mapped[TalkWay] = column(INTERNAL, coded(TalkWay), nullable=False)
    recorded_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    answer: Mapped[TalkAnswer | None] = column(INTERNAL, coded(TalkAnswer))
    answered_at: Mapped[datetime | None] = column(INTERNAL)
    note: Mapped[Encrypted | None] = column(SECRET, EncryptedText())


class InformTask(OfRequest):
    """Something the request obliges its handler to do (OHL 16 § 2-3, 18 § 2)."""

    __tablename__ = "inform_task"

    kind: Mapped[TaskKind] = column(INTERNAL, coded(TaskKind), nullable=False)
    due_on: Mapped[date | None] = column(INTERNAL)
    done_at: Mapped[datetime | None] = column(INTERNAL)
    done_on: Mapped[date | None] = column(INTERNAL)
    """The day it was done, which may lie before the day it was written down."""
    done_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    note: Mapped[Encrypted | None] = column(SECRET, EncryptedText())


class RequestStep(OfRequest):
    """One thing done with a request, kept for ever. ``reason`` is sealed; ``to_account_id`` is whom it concerned."""

    __tablename__ = "request_step"

    kind: Mapped[StepKind] = column(INTERNAL, coded(StepKind), nullable=False)
    at: Mapped[datetime] = column(INTERNAL, nullable=False)
    by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    to_account_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    code: Mapped[str] = column(INTERNAL, String(40), nullable=False, default="")
    """What it became: a service, an urgency, an outcome."""
    reason: Mapped[Encrypted | None] = column(SECRET, EncryptedText())


class RequestExclusion(OfRequest):
    """A worker shut out of one request over every role, for conflict of interest (HL 27-28 §); ``reason`` is sealed."""

    __tablename__ = "request_exclusion"
    __table_args__ = (
        UniqueConstraint("request_id", "account_id"),
        Index(None, "account_id", "request_id"),
    )

    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    excluded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    excluded_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    """None where the worker was shut out of a matter of the student's before."""
    reason: Mapped[Encrypted | None] = column(SECRET, EncryptedText())
