"""Tables of emergencies."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, SECRET, coded, column
from welfare.rules.actors import Role
from welfare.rules.emergencies import EmergencyFinding, EmergencyReason, EmergencySection
from welfare.rules.registers import Register


class Emergency(Sealed):
    """One opening and its review. ``document`` = {words}; ``review`` = {words, delay}."""

    __tablename__ = "emergency"
    __table_args__ = (
        Index(None, "account_id", "ends_at"),
        Index(None, "controller_id", "reviewed_at", "review_due_on"),
    )

    case_id: Mapped[UUID] = column(INTERNAL, ForeignKey("case_file.id"), nullable=False, index=True)
    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False, index=True)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    school_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    role: Mapped[Role] = column(INTERNAL, coded(Role), nullable=False)
    """The opener's profession at that time."""
    reason: Mapped[EmergencyReason] = column(INTERNAL, coded(EmergencyReason), nullable=False)
    sections: Mapped[str] = column(INTERNAL, String(60), nullable=False)
    """Codes of the chosen sections, in their order, with spaces between."""
    opened_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    ends_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    """When its opener ended it before its hour."""
    review_due_on: Mapped[date] = column(INTERNAL, nullable=False)
    reviewed_at: Mapped[datetime | None] = column(INTERNAL)
    reviewed_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    finding: Mapped[EmergencyFinding | None] = column(INTERNAL, coded(EmergencyFinding))
    delayed_until: Mapped[date | None] = column(INTERNAL)
    """The last day on which the pupil's log does not show it yet, for a reason that the review tells."""
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
    review: Mapped[Encrypted | None] = column(SECRET, EncryptedText())

    @property
    def chosen(self) -> tuple[EmergencySection, ...]:
        """The sections that it opens."""
        return tuple(EmergencySection(code) for code in self.sections.split())

    def key_holder(self) -> KeyHolder:
        """A key of its own beside the controller's log: it is no record of the welfare register (OHL 21 § 1)."""
        return KeyHolder(self.controller_id, Register.AUDIT, self.id)

    def about(self) -> tuple[Subject, ...]:
        """The opening, the matter and the student."""
        return (("emergency", self.id), ("case", self.case_id), ("person", self.student_id))
