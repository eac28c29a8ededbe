"""Tables of printed forms and signed papers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.consents.models import OfWill
from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.sealed import Subject
from welfare.db.base import INTERNAL, SECRET, coded, column
from welfare.rules.consent import ConsentKind
from welfare.rules.signed_papers import PaperKind, PaperState


class ConsentForm(OfWill):
    """One form as it was printed; never changed, so that the same number always gives the same paper.

    ``document`` = {student, class, school, provider, matter, asker, asker_role, purpose, scope, excluded, valid_to,
    named: [{name, role, organisation}], givers: [{name, capacity}]}; what was not said is left out.
    """

    __tablename__ = "consent_form"
    __table_args__ = (UniqueConstraint("controller_id", "number"), Index(None, "case_id", "printed_at"))

    number: Mapped[str] = column(INTERNAL, String(20), nullable=False)
    kind: Mapped[ConsentKind] = column(INTERNAL, coded(ConsentKind), nullable=False)
    named: Mapped[str] = column(INTERNAL, String(200), nullable=False)
    """The ids of those asked about, in the directory or outside it, with blanks between; empty for nobody."""
    language: Mapped[str] = column(INTERNAL, String(2), nullable=False)
    information_version: Mapped[str] = column(INTERNAL, String(20), nullable=False)
    printed_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    printed_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    def about(self) -> tuple[Subject, ...]:
        """The form, the matter and the student."""
        case: tuple[Subject, ...] = (("case", self.case_id),) if self.case_id else ()
        return (("consent_form", self.id), ("person", self.student_id), *case)

    def asks(self, kind: ConsentKind, named_id: UUID | None) -> bool:
        """Whether this form asks one question."""
        return self.kind is kind and (named_id is None if not self.named else named_id in self.named_ids)

    @property
    def named_ids(self) -> tuple[UUID, ...]:
        """The same ids, one by one."""
        return tuple(UUID(each) for each in self.named.split())


class OfPaper(OfWill):
    """A part of the scan of one expression of will."""

    __abstract__ = True

    expression_id: Mapped[UUID] = column(INTERNAL, ForeignKey("expression_of_will.id"), nullable=False, index=True)

    def about(self) -> tuple[Subject, ...]:
        """The paper, the expression, the matter and the student."""
        case: tuple[Subject, ...] = (("case", self.case_id),) if self.case_id else ()
        return (("signed_paper", self.paper), ("consent", self.expression_id), ("person", self.student_id), *case)

    @property
    def paper(self) -> UUID:
        """The id of the whole."""
        return self.id


class SignedPaper(OfPaper):
    """The scan of a signed paper. ``document`` = {digest}: SHA-256 of the whole content, in hex."""

    __tablename__ = "signed_paper"

    kind: Mapped[PaperKind] = column(INTERNAL, coded(PaperKind), nullable=False)
    size: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    chunks: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    state: Mapped[PaperState] = column(INTERNAL, coded(PaperState), nullable=False)
    scanned_at: Mapped[datetime | None] = column(INTERNAL)
    kept_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    kept_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)


class SignedPaperChunk(OfPaper):
    """A piece of a scan, in base64; ``number`` counts from 0."""

    __tablename__ = "signed_paper_chunk"
    __table_args__ = (UniqueConstraint("paper_id", "number"),)

    paper_id: Mapped[UUID] = column(INTERNAL, ForeignKey("signed_paper.id"), nullable=False)
    number: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    content: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    @property
    def paper(self) -> UUID:
        """The id of the whole."""
        return self.paper_id
