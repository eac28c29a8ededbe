"""Tables of access copies."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.datarights.asked import AskedOfRegister
from welfare.db.base import INTERNAL, SECRET, coded, column
from welfare.rules.access_copies import CopyLimit, CopyOutcome, CopyState
from welfare.rules.registers import Register


class AccessCopy(AskedOfRegister):
    """One request for a copy. ``decision`` = {words}; ``copy`` is what is given (see `pages.bound`), until the end."""

    __tablename__ = "access_copy"
    __table_args__ = (Index(None, "controller_id", "state", "due_on"),)

    state: Mapped[CopyState] = column(INTERNAL, coded(CopyState), nullable=False)
    gathered_at: Mapped[datetime | None] = column(INTERNAL)
    outcome: Mapped[CopyOutcome | None] = column(INTERNAL, coded(CopyOutcome))
    refused_why: Mapped[CopyLimit | None] = column(INTERNAL, coded(CopyLimit))
    open_until: Mapped[date | None] = column(INTERNAL)
    """The last day on which it can be fetched on the own page."""
    fetched_at: Mapped[datetime | None] = column(INTERNAL)
    decision: Mapped[Encrypted | None] = column(SECRET, EncryptedText())
    copy: Mapped[Encrypted | None] = column(SECRET, EncryptedText())

    def about(self) -> tuple[Subject, ...]:
        """The request and whom it is about."""
        person: tuple[Subject, ...] = (("person", self.subject_id),) if self.subject_id else ()
        return (("access_copy", self.id), *person)


class CopyPart(Sealed):
    """One record in a copy, and what is left out: ``document`` = {spans, seen} or {withheld}; see `reviewing`."""

    __tablename__ = "access_copy_part"
    __table_args__ = (UniqueConstraint("copy_id", "kind", "row_id"),)

    copy_id: Mapped[UUID] = column(INTERNAL, ForeignKey("access_copy.id"), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    kind: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    row_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    row_revision: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    """The revision of the record that was gathered and looked at; of one with lines beside it, what stands for both."""
    at: Mapped[datetime | None] = column(INTERNAL)
    """When the record was made, or what it tells of was: by which the copy is ordered."""
    looked_at: Mapped[datetime | None] = column(INTERNAL)
    looked_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    is_withheld: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    """Whether the whole record is left out; why, is sealed: a child's interest or a danger tells of the child."""
    has_spans: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    document: Mapped[Encrypted | None] = column(SECRET, EncryptedText())

    def key_holder(self) -> KeyHolder:
        """The request's key."""
        return KeyHolder(self.controller_id, Register.AUDIT, self.copy_id)

    def about(self) -> tuple[Subject, ...]:
        """The request."""
        return (("access_copy", self.copy_id),)
