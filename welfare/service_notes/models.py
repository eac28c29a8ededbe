"""Tables of the services' own records. None points into the student welfare register, and none of it points here."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, PERSONAL, SECRET, coded, column
from welfare.rules.registers import Register
from welfare.rules.service_records import AppointmentState, NoteKind
from welfare.rules.service_workers import Days, HandOverAnswer
from welfare.rules.talks import TalkWay


class ClientFile(Sealed):
    """One pupil as the client of one service. ``document`` = {given_name, family_name, birth_date}.

    The register keeps its client's name itself, as the directory had it when the file was opened: so the list and the
    search of one's own clients open nothing of the education provider's, and leave nothing in its log.
    """

    __tablename__ = "client_file"
    __table_args__ = (
        UniqueConstraint("student_id", "register", "controller_id"),
        Index(None, "worker_account_id", "register"),
    )

    student_id: Mapped[UUID] = column(PERSONAL, ForeignKey("person.id"), nullable=False)
    school_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    """The school at which the service began."""
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    register: Mapped[Register] = column(INTERNAL, coded(Register), nullable=False)
    worker_account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    worker_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    opened_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    started_on: Mapped[date] = column(INTERNAL, nullable=False)
    """The latest beginning of the service."""
    ended_on: Mapped[date | None] = column(INTERNAL)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    @property
    def is_live(self) -> bool:
        """Whether the service is being given."""
        return self.ended_on is None

    def key_holder(self) -> KeyHolder:
        """The file's own key in its service's register."""
        return KeyHolder(self.controller_id, self.register, self.id)

    def about(self) -> tuple[Subject, ...]:
        """The file and the student."""
        return (("client_file", self.id), ("person", self.student_id))


class OfClient(Sealed):
    """A row of one client file, sealed under its key."""

    __abstract__ = True

    file_id: Mapped[UUID] = column(INTERNAL, ForeignKey("client_file.id"), nullable=False, index=True)
    student_id: Mapped[UUID] = column(PERSONAL, ForeignKey("person.id"), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    register: Mapped[Register] = column(INTERNAL, coded(Register), nullable=False)

    def key_holder(self) -> KeyHolder:
        """The file's key in its service's register."""
        return KeyHolder(self.controller_id, self.register, self.file_id)

    def about(self) -> tuple[Subject, ...]:
        """The file and the student."""
        return (("client_file", self.file_id), ("person", self.student_id))


class ServiceNote(OfClient):
    """One note, written once: the database refuses a second revision (ATL 22 §; rule 19). Its words: see `content`."""

    __tablename__ = "service_note"
    __table_args__ = (Index(None, "file_id", "written_at"), CheckConstraint("revision = 1", name="written_once"))

    kind: Mapped[NoteKind] = column(INTERNAL, coded(NoteKind), nullable=False)
    occurred_on: Mapped[date] = column(INTERNAL, nullable=False)
    written_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    author_account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    author_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    author_office: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    """Role code of the author's profession when the note was written."""
    corrects_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("service_note.id"), unique=True)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)


class NoteDisclosure(OfClient):
    """That a note, or a part of it, was given out: by the id of the disclosure alone, which another room keeps."""

    __tablename__ = "note_disclosure"
    __table_args__ = (UniqueConstraint("note_id", "disclosure_id"),)

    note_id: Mapped[UUID] = column(INTERNAL, ForeignKey("service_note.id"), nullable=False)
    disclosure_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    at: Mapped[datetime] = column(INTERNAL, nullable=False)


class Appointment(OfClient):
    """A time agreed with the client, planned or called off and nothing more. ``document`` = {place, about}."""

    __tablename__ = "appointment"
    __table_args__ = (Index(None, "file_id", "starts_at"),)

    starts_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    minutes: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    way: Mapped[TalkWay] = column(INTERNAL, coded(TalkWay), nullable=False)
    state: Mapped[AppointmentState] = column(INTERNAL, coded(AppointmentState), nullable=False)
    recorded_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)


class HandOver(OfClient):
    """A client offered by the own worker to a colleague. ``document`` = {reason}, ``note`` the answer's words."""

    __tablename__ = "hand_over"

    from_account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    from_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    to_account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False, index=True)
    to_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    offered_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    answer: Mapped[HandOverAnswer | None] = column(INTERNAL, coded(HandOverAnswer))
    answered_at: Mapped[datetime | None] = column(INTERNAL)
    reason: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
    note: Mapped[Encrypted | None] = column(SECRET, EncryptedText())


IS_OPEN = HandOver.answer.is_(None)
Index("uq_hand_over_open", HandOver.file_id, unique=True, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN)
"""A client is offered to one colleague at a time."""


class WorkerCover(Sealed):
    """Who stands in for a worker, from a first day to a last one; outside them nothing is seen (ATL 9 §, TihL 16 §)."""

    __tablename__ = "worker_cover"
    __table_args__ = (
        Index(None, "worker_account_id", "register", "first_on"),
        Index(None, "cover_account_id", "last_on"),
    )

    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    register: Mapped[Register] = column(INTERNAL, coded(Register), nullable=False)
    worker_account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    worker_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    cover_account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    cover_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    first_on: Mapped[date] = column(INTERNAL, nullable=False)
    last_on: Mapped[date] = column(INTERNAL, nullable=False)
    arranged_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    """When it was ended before its time; its last day was then moved."""
    note: Mapped[Encrypted | None] = column(SECRET, EncryptedText())

    @property
    def days(self) -> Days:
        """From the first to the last, both counted."""
        return Days(self.first_on, self.last_on)

    def key_holder(self) -> KeyHolder:
        """A key of its own in the service's register."""
        return KeyHolder(self.controller_id, self.register, self.id)

    def about(self) -> tuple[Subject, ...]:
        """The cover; it names no client."""
        return (("worker_cover", self.id),)
