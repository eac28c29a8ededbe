"""Tables of non-disclosure."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, PERSONAL, SECRET, Identified, coded, column
from welfare.rules.non_disclosure import ProtectionPart, ProtectionSource, ProtectionState
from welfare.rules.registers import Register


class Protection(Sealed):
    """One pupil's. ``document`` = {words, renewals}; ``proposal`` = {words}: why it is to end."""

    __tablename__ = "protection"

    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False, index=True)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    source: Mapped[ProtectionSource] = column(PERSONAL, coded(ProtectionSource), nullable=False)
    begins_on: Mapped[date] = column(PERSONAL, nullable=False)
    until_on: Mapped[date | None] = column(PERSONAL)
    """The last day that the register or the family has told; passing it ends nothing."""
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    proposed_at: Mapped[datetime | None] = column(INTERNAL)
    proposed_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    ended_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
    proposal: Mapped[Encrypted | None] = column(SECRET, EncryptedText())

    @property
    def state(self) -> ProtectionState:
        """How far it has come."""
        if self.ended_at is not None:
            return ProtectionState.ENDED
        return ProtectionState.STANDS if self.proposed_at is None else ProtectionState.ENDING

    def key_holder(self) -> KeyHolder:
        """The pupil's own key of the directory."""
        return KeyHolder(self.controller_id, Register.DIRECTORY, self.student_id)

    def about(self) -> tuple[Subject, ...]:
        """The pupil."""
        return (("non_disclosure", self.id), ("person", self.student_id))


class ProtectionPerson(Identified):
    """Somebody whom a protection names: kept from knowing, or covered with the pupil."""

    __tablename__ = "protection_person"
    __table_args__ = (UniqueConstraint("protection_id", "person_id"),)

    protection_id: Mapped[UUID] = column(INTERNAL, ForeignKey("protection.id"), nullable=False)
    person_id: Mapped[UUID] = column(PERSONAL, ForeignKey("person.id"), nullable=False, index=True)
    part: Mapped[ProtectionPart] = column(PERSONAL, coded(ProtectionPart), nullable=False)
