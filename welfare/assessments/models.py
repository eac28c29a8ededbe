"""Tables of the assessments room."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.cases.models import OfCase
from welfare.catalogues.models import CatalogueItem, ItemVersion
from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.db.base import INTERNAL, PUBLIC, SECRET, coded, column
from welfare.rules.assessments import AnswerKind, AssessmentState, Informant, ObservationState, Question


class AssessmentProcess(CatalogueItem):
    """One provider's model for assessing."""

    __tablename__ = "assessment_process"


class ProcessVersion(ItemVersion):
    """The steps and questions of a process.

    ``content`` = {steps: [[fi, sv]], forms: {informant: [[fi, sv, kind]]}}.
    """

    __tablename__ = "assessment_process_version"
    __table_args__ = (UniqueConstraint("process_id", "number"),)

    process_id: Mapped[UUID] = column(PUBLIC, ForeignKey("assessment_process.id"), nullable=False)
    content: Mapped[dict[str, Any]] = column(PUBLIC, JSON, nullable=False)

    @property
    def steps(self) -> tuple[Question, ...]:
        """What is done, in order."""
        return tuple(Question(fi, sv) for fi, sv in self.content["steps"])

    def questions(self, informant: Informant) -> tuple[Question, ...]:
        """What somebody in this capacity is asked."""
        rows = self.content["forms"].get(informant.value, ())
        return tuple(Question(fi, sv, AnswerKind(kind)) for fi, sv, kind in rows)


class Assessment(OfCase):
    """One process in one matter. ``document`` = {aim}."""

    __tablename__ = "assessment"

    process_id: Mapped[UUID] = column(INTERNAL, ForeignKey("assessment_process.id"), nullable=False)
    version: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    state: Mapped[AssessmentState] = column(INTERNAL, coded(AssessmentState), nullable=False)
    started_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    started_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    due_on: Mapped[date] = column(INTERNAL, nullable=False)
    """By when the answers are asked."""
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    ended_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    entry_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("journal_entry.id"), unique=True)
    """The journal entry that its conclusion became."""
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)


class Observation(OfCase):
    """What one person is asked. ``document`` = {answers: [str]}, in the order of the questions, until the end."""

    __tablename__ = "observation"
    __table_args__ = (UniqueConstraint("assessment_id", "person_id"), Index(None, "account_id", "state"))

    assessment_id: Mapped[UUID] = column(INTERNAL, ForeignKey("assessment.id"), nullable=False)
    informant: Mapped[Informant] = column(INTERNAL, coded(Informant), nullable=False)
    person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    state: Mapped[ObservationState] = column(INTERNAL, coded(ObservationState), nullable=False)
    asked_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    asked_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    due_on: Mapped[date] = column(INTERNAL, nullable=False)
    answered_at: Mapped[datetime | None] = column(INTERNAL)
    document: Mapped[Encrypted | None] = column(SECRET, EncryptedText())
