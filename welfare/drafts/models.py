"""Table of the drafts service."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, SECRET, column
from welfare.rules.registers import HOUSE, Register


class Draft(Sealed):
    """One unfinished form of one account. ``document`` = {typed: {field name: [values]}, page}."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("account_id", "purpose", "subject_id"),)

    account_id: Mapped[UUID] = column(INTERNAL, nullable=False, index=True)
    purpose: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    subject_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    """What the text is about; the account itself where nothing is chosen yet."""
    page: Mapped[str | None] = column(INTERNAL, String(500))
    """The address of the page whose form it is, where no purpose tells it: ids, and never a name."""
    saved_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def key_holder(self) -> KeyHolder:
        """The writer's own key."""
        return KeyHolder(HOUSE, Register.SESSION, self.account_id)

    def about(self) -> tuple[Subject, ...]:
        """The draft."""
        return (("draft", self.id),)
