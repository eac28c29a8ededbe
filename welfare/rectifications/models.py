"""The table of rectifications."""

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.sealed import Subject
from welfare.datarights.asked import AskedOfRegister
from welfare.db.base import INTERNAL, SECRET, coded, column
from welfare.rules.rectifications import RecordKind, RectificationOutcome, RectificationRefusal, RectificationState


class Rectification(AskedOfRegister):
    """One request. ``document`` = {name, asker, wrong, right}; ``decision`` = {words}."""

    __tablename__ = "rectification"
    __table_args__ = (
        Index(None, "controller_id", "state", "due_on"),
        Index(None, "case_id", "state"),
        Index(None, "file_id", "state"),
        Index(None, "record_id", "state"),
    )

    case_id: Mapped[UUID | None] = column(INTERNAL)
    """The matter of the record, where it is of one: its responsible person assesses it."""
    file_id: Mapped[UUID | None] = column(INTERNAL)
    """The client of a service whose record it is: its own worker assesses it."""
    kind: Mapped[RecordKind | None] = column(INTERNAL, coded(RecordKind))
    record_id: Mapped[UUID | None] = column(INTERNAL)
    """What is said to be wrong; nothing where nobody knows the person. At the end of its time it is gone."""
    state: Mapped[RectificationState] = column(INTERNAL, coded(RectificationState), nullable=False)
    outcome: Mapped[RectificationOutcome | None] = column(INTERNAL, coded(RectificationOutcome))
    refused_why: Mapped[RectificationRefusal | None] = column(INTERNAL, coded(RectificationRefusal))
    linked_id: Mapped[UUID | None] = column(INTERNAL)
    """The correction, or what holds the asker's own statement."""
    decision: Mapped[Encrypted | None] = column(SECRET, EncryptedText())

    def about(self) -> tuple[Subject, ...]:
        """The request, the matter or the client, and whom it is about."""
        person: tuple[Subject, ...] = (("person", self.subject_id),) if self.subject_id else ()
        case: tuple[Subject, ...] = (("case", self.case_id),) if self.case_id else ()
        file: tuple[Subject, ...] = (("client_file", self.file_id),) if self.file_id else ()
        return (("rectification", self.id), *case, *file, *person)
