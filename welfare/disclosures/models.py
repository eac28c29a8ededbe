"""Tables of the disclosures room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.cases.models import ForATime, OfCase
from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.parcels import Card
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, PUBLIC, SECRET, Identified, coded, column
from welfare.rules.disclosure import DisclosureGround
from welfare.rules.giving import How
from welfare.rules.registers import Register


class Disclosure(ForATime):
    """What one receiver has been given, as it was given; the journal's entry tells that it was (OHL 20 § 5).

    ``document`` = {to_whom, words, passages: [{entry, kind, day, label, is_voice, text}]}.
    """

    __tablename__ = "disclosure"
    __table_args__ = (Index(None, "receiver_account_id", "open_until"),)

    entry_id: Mapped[UUID] = column(INTERNAL, ForeignKey("journal_entry.id"), nullable=False, unique=True)
    ground: Mapped[DisclosureGround] = column(INTERNAL, coded(DisclosureGround), nullable=False)
    consent_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("expression_of_will.id"))
    how: Mapped[How] = column(INTERNAL, coded(How), nullable=False)
    receiver_account_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    receiver_person_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("person.id"))
    partner_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("transfer_partner.id"))
    """The education provider for which a parcel is sealed."""
    given_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    given_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    given_by_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    open_until: Mapped[date | None] = column(INTERNAL)
    """The last day on which the receiver may open the copy."""
    handed_over_on: Mapped[date | None] = column(INTERNAL)
    """When the paper changed hands."""
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def about(self) -> tuple[Subject, ...]:
        """The disclosure, the case and the student."""
        return (("disclosure", self.id), *super().about())


class TeacherNote(ForATime):
    """What the present teachers of a pupil do in class, for a time. ``document`` = {text}: never the reason."""

    __tablename__ = "teacher_note"
    __table_args__ = (Index(None, "student_id", "ends_on"),)

    entry_id: Mapped[UUID] = column(INTERNAL, ForeignKey("journal_entry.id"), nullable=False, unique=True)
    begins_on: Mapped[date] = column(INTERNAL, nullable=False)
    ends_on: Mapped[date] = column(INTERNAL, nullable=False)
    given_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    given_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    given_by_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def about(self) -> tuple[Subject, ...]:
        """The note, the case and the student."""
        return (("teacher_note", self.id), *super().about())


class TeacherNoteMark(Identified):
    """That one teacher has read a note, by an act of the teacher's own."""

    __tablename__ = "teacher_note_mark"
    __table_args__ = (UniqueConstraint("note_id", "account_id"),)

    note_id: Mapped[UUID] = column(INTERNAL, ForeignKey("teacher_note.id"), nullable=False)
    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    read_at: Mapped[datetime] = column(INTERNAL, nullable=False)


class ProtectionNotice(OfCase):
    """That somebody made a notification to child protection or the police. ``document`` = {ground, made_on, kept_in}.

    Everything it tells is sealed: also that there is one is nobody's to find out but the group's.
    """

    __tablename__ = "protection_notice"

    made_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    made_by_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    office: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    """Role code of the maker's profession or office at that time."""
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def about(self) -> tuple[Subject, ...]:
        """The record, the case and the student."""
        return (("protection_notice", self.id), *super().about())


class TransferKeys(Sealed):
    """The keys by which a provider takes in parcels and signs its own. ``document`` = {box, sign} in hexadecimal."""

    __tablename__ = "transfer_keys"

    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False, unique=True)
    box_public: Mapped[bytes] = column(PUBLIC, LargeBinary(32), nullable=False)
    sign_public: Mapped[bytes] = column(PUBLIC, LargeBinary(32), nullable=False)
    made_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    made_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    @property
    def card(self) -> Card:
        """What others are given of them."""
        return Card(self.box_public, self.sign_public)

    def key_holder(self) -> KeyHolder:
        """The provider's own key in the welfare register."""
        return KeyHolder(self.controller_id, Register.WELFARE, self.controller_id)

    def about(self) -> tuple[Subject, ...]:
        """The provider."""
        return (("organisation", self.controller_id),)


class TransferPartner(Identified):
    """Another provider, known by its card since somebody compared the fingerprint."""

    __tablename__ = "transfer_partner"
    __table_args__ = (Index(None, "controller_id", "fingerprint"),)

    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    name: Mapped[str] = column(PUBLIC, String(200), nullable=False)
    fingerprint: Mapped[str] = column(PUBLIC, String(32), nullable=False)
    box_public: Mapped[bytes] = column(PUBLIC, LargeBinary(32), nullable=False)
    sign_public: Mapped[bytes] = column(PUBLIC, LargeBinary(32), nullable=False)
    added_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    added_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    removed_at: Mapped[datetime | None] = column(INTERNAL)

    @property
    def card(self) -> Card:
        """Its keys."""
        return Card(self.box_public, self.sign_public)


class TransferArrival(OfCase):
    """A parcel that was opened here and put into a matter's journal: each once."""

    __tablename__ = "transfer_arrival"
    __table_args__ = (UniqueConstraint("controller_id", "number"),)

    number: Mapped[str] = column(INTERNAL, String(64), nullable=False)
    """By which the sender knows the parcel."""
    partner_id: Mapped[UUID] = column(INTERNAL, ForeignKey("transfer_partner.id"), nullable=False)
    entry_id: Mapped[UUID] = column(INTERNAL, ForeignKey("journal_entry.id"), nullable=False)
    arrived_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    arrived_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)

    def about(self) -> tuple[Subject, ...]:
        """The arrival, the case and the student."""
        return (("transfer", self.id), *super().about())
