"""Tables of the people room."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import JSON, BigInteger, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, PERSONAL, PLACE, SECRET, Base, Identified, coded, column
from welfare.rules.actors import Role
from welfare.rules.registers import Register


class PersonKind(StrEnum):
    """In which capacity the directory knows a person."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    STAFF = "staff"


class Person(Sealed):
    """One person, in three sealed documents that are opened under different permissions.

    ``identity`` = {given_name, middle_name, family_name, language, birth_date, title}; ``contact`` = {email, phone};
    ``place`` = {street, postal_code, city, home_municipality}.
    """

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("controller_id", "kind", "identity_code_index"),)

    kind: Mapped[PersonKind] = column(INTERNAL, coded(PersonKind), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    key_subject_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    """Own id for students and guardians; the employer for staff, whose names stand on every page."""
    identity: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
    identity_code: Mapped[Encrypted | None] = column(SECRET, EncryptedText())
    identity_code_index: Mapped[bytes | None] = column(INTERNAL, LargeBinary(32))
    contact: Mapped[Encrypted | None] = column(SECRET, EncryptedText())
    place: Mapped[Encrypted | None] = column(PLACE, EncryptedText())
    likeness: Mapped[Encrypted | None] = column(SECRET, EncryptedText())
    """Keyed hashes of surname, address and code, to be compared and never read (people/likeness.py)."""
    is_restricted: Mapped[bool] = column(PERSONAL, nullable=False, default=False)
    """Non-disclosure for safety (turvakielto, sparrmarkering)."""
    of_age_on: Mapped[date | None] = column(PERSONAL)
    """The 18th birthday of a student, so that rule 35 needs no key."""
    ended_on: Mapped[date | None] = column(INTERNAL)

    def key_holder(self) -> KeyHolder:
        """The directory key of the person, or of the employer for staff."""
        return KeyHolder(self.controller_id, Register.DIRECTORY, self.key_subject_id)

    def about(self) -> tuple[Subject, ...]:
        """Students and guardians are named in the trail; a colleague's name on a page is not an event about them."""
        return () if self.kind is PersonKind.STAFF else (("person", self.id),)


class Enrolment(Identified):
    """A student's place in a class."""

    __tablename__ = "enrolment"

    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False, index=True)
    class_id: Mapped[UUID] = column(INTERNAL, ForeignKey("school_class.id"), nullable=False, index=True)
    school_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False, index=True)
    begins_on: Mapped[date] = column(INTERNAL, nullable=False)
    ends_on: Mapped[date | None] = column(INTERNAL)


class Teaching(Identified):
    """A staff member's own group."""

    __tablename__ = "teaching"

    person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False, index=True)
    class_id: Mapped[UUID] = column(INTERNAL, ForeignKey("school_class.id"), nullable=False, index=True)
    is_responsible: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    begins_on: Mapped[date] = column(INTERNAL, nullable=False)
    ends_on: Mapped[date | None] = column(INTERNAL)


class Guardianship(Identified):
    """What one guardian or parent may do and know for one student (LHL 5, 9 §)."""

    __tablename__ = "guardianship"
    __table_args__ = (UniqueConstraint("guardian_id", "student_id", "begins_on"),)

    guardian_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False, index=True)
    student_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False, index=True)
    has_custody: Mapped[bool] = column(PERSONAL, nullable=False)
    decides: Mapped[bool] = column(PERSONAL, nullable=False)
    may_receive_information: Mapped[bool] = column(PERSONAL, nullable=False)
    knows_place: Mapped[bool] = column(PERSONAL, nullable=False, default=False)
    """Lives in the student's protected household: where the student is hidden, it is not from this guardian."""
    begins_on: Mapped[date] = column(INTERNAL, nullable=False)
    ends_on: Mapped[date | None] = column(INTERNAL)


class Assignment(Identified):
    """A staff role at an organisation, from one date to another."""

    __tablename__ = "assignment"

    person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False, index=True)
    role: Mapped[Role] = column(INTERNAL, coded(Role), nullable=False)
    organisation_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False, index=True)
    """The school, provider or county the role is exercised at."""
    employer_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    """The provider or county that employs, and whose registers the person's work belongs to."""
    comes_from_roster: Mapped[bool] = column(INTERNAL, nullable=False, default=False)
    begins_on: Mapped[date] = column(INTERNAL, nullable=False)
    ends_on: Mapped[date | None] = column(INTERNAL)


class RosterRecord(Base):
    """What a roster row became here, so that the next roster can be compared with it."""

    __tablename__ = "roster_record"

    sender: Mapped[str] = column(INTERNAL, String(255), primary_key=True)
    """Whose ids these are: code and id of the first provider in the sender's first roster."""
    file: Mapped[str] = column(INTERNAL, String(20), primary_key=True)
    source_id: Mapped[str] = column(INTERNAL, String(255), primary_key=True)
    target_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    fingerprint: Mapped[bytes] = column(INTERNAL, LargeBinary(32), nullable=False)
    ended_on: Mapped[date | None] = column(INTERNAL)


class RosterImport(Identified):
    """One roster import that was carried out."""

    __tablename__ = "roster_import"

    sender: Mapped[str] = column(INTERNAL, String(255), nullable=False)
    provider_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("organisation.id"))
    """Whose administrators see the import and what it left to look at."""
    at: Mapped[datetime] = column(INTERNAL, nullable=False)
    account_id: Mapped[UUID | None] = column(INTERNAL)
    digest: Mapped[str] = column(INTERNAL, String(64), nullable=False)
    """SHA-256 over the keyed fingerprints of all records: recognises the delivery, tells nothing of it."""
    counts: Mapped[dict[str, int]] = column(INTERNAL, JSON, nullable=False)


class DeliveryState(StrEnum):
    """How far a roster that was handed over in the browser has come."""

    READING = "reading"
    READY = "ready"
    UNSOUND = "unsound"
    WRITING = "writing"
    DONE = "done"
    FAILED = "failed"


class RosterDelivery(Identified):
    """A ZIP file handed over in the browser, from upload to import. Progress is kept here so that one may leave."""

    __tablename__ = "roster_delivery"

    account_id: Mapped[UUID | None] = column(INTERNAL)
    controller_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    """Whose administrators see it."""
    arrived_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    state: Mapped[DeliveryState] = column(INTERNAL, coded(DeliveryState), nullable=False)
    done: Mapped[int] = column(INTERNAL, BigInteger, nullable=False, default=0)
    total: Mapped[int] = column(INTERNAL, BigInteger, nullable=False, default=0)
    failure: Mapped[str] = column(INTERNAL, String(40), nullable=False, default="")
    """Why it failed, a code of `Failure`."""
    import_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("roster_import.id"))


class RosterDeliveryPart(Sealed):
    """Some of the bytes of a delivery, in base 64; removed after use or after an hour."""

    __tablename__ = "roster_delivery_part"
    __table_args__ = (UniqueConstraint("delivery_id", "number"),)

    delivery_id: Mapped[UUID] = column(INTERNAL, ForeignKey("roster_delivery.id"), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    number: Mapped[int] = column(INTERNAL, nullable=False)
    content: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def key_holder(self) -> KeyHolder:
        """A key of the delivery's own."""
        return KeyHolder(self.controller_id, Register.DIRECTORY, self.delivery_id)

    def about(self) -> tuple[Subject, ...]:
        """The delivery."""
        return (("roster_delivery", self.delivery_id),)


class RosterPreview(Sealed):
    """What importing a delivery would do. ``document`` = {counts, unusual, problems, unlisted, ended}."""

    __tablename__ = "roster_preview"

    delivery_id: Mapped[UUID] = column(INTERNAL, ForeignKey("roster_delivery.id"), nullable=False, unique=True)
    controller_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def key_holder(self) -> KeyHolder:
        """The delivery's key."""
        return KeyHolder(self.controller_id, Register.DIRECTORY, self.delivery_id)

    def about(self) -> tuple[Subject, ...]:
        """The delivery."""
        return (("roster_delivery", self.delivery_id),)


class RosterReview(Identified):
    """Something a roster left for a person to look at: somebody vanished, a title is unknown."""

    __tablename__ = "roster_review"

    import_id: Mapped[UUID] = column(INTERNAL, ForeignKey("roster_import.id"), nullable=False, index=True)
    person_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("person.id"))
    code: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    detail: Mapped[str] = column(INTERNAL, String(200), nullable=False, default="")
    looked_at: Mapped[datetime | None] = column(INTERNAL)
    looked_by: Mapped[UUID | None] = column(INTERNAL)
