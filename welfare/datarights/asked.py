"""What every request about somebody's own data has: who asks, of whom, by when, and how it ended."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed
from welfare.db.base import INTERNAL, PERSONAL, SECRET, coded, column
from welfare.rules.answer_times import may_extend
from welfare.rules.log_requests import Asker, Mandate
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


class AskedOfRegister(Sealed):
    """One request to one register. ``document`` = {name, asker, words}, ``extension`` = {words}."""

    __abstract__ = True

    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    register: Mapped[Register] = column(INTERNAL, coded(Register), nullable=False)
    subject_id: Mapped[UUID | None] = column(PERSONAL, ForeignKey("person.id"))
    """Whom it is about; nobody where the directory knows no such person."""
    number: Mapped[str] = column(INTERNAL, String(11), nullable=False)
    """Told on paper; tells neither a day nor how many there are."""
    asker: Mapped[Asker] = column(INTERNAL, coded(Asker), nullable=False)
    asker_id: Mapped[UUID | None] = column(PERSONAL, ForeignKey("person.id"))
    """The guardian who asks, or whose representative does, where the directory knows them."""
    mandate: Mapped[Mandate | None] = column(INTERNAL, coded(Mandate))
    """By what a representative asks; nothing until it has been shown."""
    identity_way: Mapped[IdentityWay] = column(INTERNAL, coded(IdentityWay), nullable=False)
    language: Mapped[str] = column(INTERNAL, String(2), nullable=False)
    received_on: Mapped[date] = column(INTERNAL, nullable=False)
    due_on: Mapped[date] = column(INTERNAL, nullable=False)
    extended_at: Mapped[datetime | None] = column(INTERNAL)
    """When the asker was told of a longer time (GDPR 12(3))."""
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    decided_at: Mapped[datetime | None] = column(INTERNAL)
    decided_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    sent_on: Mapped[date | None] = column(INTERNAL)
    sent_by: Mapped[SentBy | None] = column(INTERNAL, coded(SentBy))
    closed_at: Mapped[datetime | None] = column(INTERNAL)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
    extension: Mapped[Encrypted | None] = column(SECRET, EncryptedText())

    def key_holder(self) -> KeyHolder:
        """A key of its own beside the controller's log: a request is no record of the register it asks about."""
        return KeyHolder(self.controller_id, Register.AUDIT, self.id)

    @property
    def speaks_for_guardian(self) -> bool:
        """Whether a guardian asks, or somebody with a guardian's mandate: both may know what that guardian may."""
        return self.asker is Asker.GUARDIAN or self.mandate is Mandate.GUARDIAN

    @property
    def lacks_mandate(self) -> bool:
        """Whether a representative has not shown yet by what mandate it is asked."""
        return self.asker is Asker.REPRESENTATIVE and self.mandate is None

    def may_take_longer(self, on: date) -> bool:
        """Whether the asker can still be told of a longer time (GDPR 12(3))."""
        return self.decided_at is None and may_extend(self.received_on, self.due_on, on)
