"""Tables of the assessments room."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.cases.models import OfCase
from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.db.base import INTERNAL, PUBLIC, SECRET, Identified, Revised, coded, column
from welfare.rules.arrangements import CatalogueState
from welfare.rules.assessments import AnswerKind, AssessmentState, Informant, ObservationState, Question

LONGEST_NAME = 120


class AssessmentProcess(Revised):
    """One provider's model for assessing. What it is called, its steps and its questions, its versions say."""

    __tablename__ = "assessment_process"

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False, index=True)
    """The education provider."""
    state: Mapped[CatalogueState] = column(PUBLIC, coded(CatalogueState), nullable=False)
    newest: Mapped[int] = column(PUBLIC, Integer, nullable=False)


class ProcessVersion(Identified):
    """A process as it was from one version to the next; written once.

    ``content`` = {steps: [[fi, sv]], forms: {informant: [[fi, sv, kind]]}}.
    """

    __tablename__ = "assessment_process_version"
    __table_args__ = (UniqueConstraint("process_id", "number"),)

    process_id: Mapped[UUID] = column(PUBLIC, ForeignKey("assessment_process.id"), nullable=False)
    number: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    name_fi: Mapped[str] = column(PUBLIC, String(LONGEST_NAME), nullable=False)
    name_sv: Mapped[str] = column(PUBLIC, String(LONGEST_NAME), nullable=False)
    content: Mapped[dict[str, Any]] = column(PUBLIC, JSON, nullable=False)
    saved_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    saved_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)

    def name(self, locale: str) -> str:
        """The name in the reader's language; Finnish stands for English."""
        return self.name_sv if locale == "sv" else self.name_fi

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
