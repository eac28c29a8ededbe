"""Tables of the mail service."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, SECRET, Identified, coded, column
from welfare.rules.orders import MailKind
from welfare.rules.registers import Register


class MailState(StrEnum):
    """How far a mail has come."""

    PLANNED = "planned"
    DELIVERED = "delivered"
    FAILED = "failed"


class Mail(Identified):
    """One mail to one person, and how far it has come. What is in it lies in `MailText`."""

    __tablename__ = "mail"

    kind: Mapped[MailKind] = column(INTERNAL, coded(MailKind), nullable=False)
    person_id: Mapped[UUID] = column(INTERNAL, nullable=False, index=True)
    about_id: Mapped[UUID] = column(INTERNAL, nullable=False, index=True)
    planned_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    state: Mapped[MailState] = column(INTERNAL, coded(MailState), nullable=False)
    tries: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    failure: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    """Why the last try came to nothing, a code; empty where none has failed."""
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    """When it was delivered, or given up."""


class MailText(Sealed):
    """Where one mail goes and what it says, written once.

    ``recipient`` = {address}; ``content`` = {language, subject, text, calendar, method}.
    """

    __tablename__ = "mail_text"

    mail_id: Mapped[UUID] = column(INTERNAL, ForeignKey("mail.id"), nullable=False, unique=True)
    person_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    register: Mapped[Register] = column(INTERNAL, coded(Register), nullable=False)
    """Where the address comes from: the directory, or for an outside participant the matter with the consent."""
    key_subject_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    """As in the recipient's own row in the directory; or the matter."""
    recipient: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
    content: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def key_holder(self) -> KeyHolder:
        """The key of whence the address comes: whoever is forgotten there leaves no readable address here."""
        return KeyHolder(self.controller_id, self.register, self.key_subject_id)

    def about(self) -> tuple[Subject, ...]:
        """The mail, and whom it goes to; of an outside participant the matter."""
        is_known = self.register is Register.DIRECTORY
        whose = ("person", self.person_id) if is_known else ("case", self.key_subject_id)
        return (("mail", self.mail_id), whose)
