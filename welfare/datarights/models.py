"""Tables of the rights desk."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, PERSONAL, SECRET, coded, column
from welfare.rules.log_requests import Asker, LogRefusal, LogState
from welfare.rules.registers import Register


class IdentityWay(StrEnum):
    """How it was made sure who asks."""

    DOCUMENT = "document"
    SIGNED_IN = "signed_in"
    KNOWN = "known"
    NOT_SURE = "not_sure"


class SentBy(StrEnum):
    """How an answer went."""

    HANDED_OVER = "handed_over"
    POST = "post"
    SECURE_MAIL = "secure_mail"
    OWN_PAGE = "own_page"


class LogRequest(Sealed):
    """One request for log information. ``document`` = {name, asker, words, special}.

    ``decision`` holds the reasons of a refusal, or the account of lawfulness that was asked for, as {words}.
    """

    __tablename__ = "log_request"
    __table_args__ = (Index(None, "controller_id", "state", "due_on"),)

    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    register: Mapped[Register] = column(INTERNAL, coded(Register), nullable=False)
    subject_id: Mapped[UUID | None] = column(PERSONAL, ForeignKey("person.id"))
    """Whom the log is about; nobody where the directory knows no such person."""
    number: Mapped[str] = column(INTERNAL, String(11), nullable=False)
    """Told on paper; tells neither a day nor how many there are."""
    asker: Mapped[Asker] = column(INTERNAL, coded(Asker), nullable=False)
    asker_id: Mapped[UUID | None] = column(PERSONAL, ForeignKey("person.id"))
    """The guardian who asks, where the directory knows them."""
    identity_way: Mapped[IdentityWay] = column(INTERNAL, coded(IdentityWay), nullable=False)
    language: Mapped[str] = column(INTERNAL, String(2), nullable=False)
    wants_account: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    """Something looks odd: the controller is to give a reasoned account of whether it was lawful (ATL 11 § 4)."""
    received_on: Mapped[date] = column(INTERNAL, nullable=False)
    due_on: Mapped[date] = column(INTERNAL, nullable=False)
    since_on: Mapped[date] = column(INTERNAL, nullable=False)
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    state: Mapped[LogState] = column(INTERNAL, coded(LogState), nullable=False)
    decided_at: Mapped[datetime | None] = column(INTERNAL)
    """When it was granted or refused; the report tells of what was done up to then."""
    decided_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    refused_why: Mapped[LogRefusal | None] = column(INTERNAL, coded(LogRefusal))
    sent_on: Mapped[date | None] = column(INTERNAL)
    sent_by: Mapped[SentBy | None] = column(INTERNAL, coded(SentBy))
    closed_at: Mapped[datetime | None] = column(INTERNAL)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
    decision: Mapped[Encrypted | None] = column(SECRET, EncryptedText())

    def key_holder(self) -> KeyHolder:
        """A key of its own beside the controller's log: a request is no record of the register it asks about."""
        return KeyHolder(self.controller_id, Register.AUDIT, self.id)

    def about(self) -> tuple[Subject, ...]:
        """The request and whom it is about."""
        person: tuple[Subject, ...] = (("person", self.subject_id),) if self.subject_id else ()
        return (("log_request", self.id), *person)
