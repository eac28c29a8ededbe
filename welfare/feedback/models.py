"""Tables of the feedback room. Nothing leads from one to the other."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.cases.models import OfCase
from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.db.base import INTERNAL, PUBLIC, SECRET, Identified, coded, column
from welfare.rules.feedback import FeedbackQuestion, OfferState, SkipReason
from welfare.rules.requests import Service


class FeedbackOffer(OfCase):
    """The three questions, offered to the student of a matter; ``reason`` tells in words why they were skipped."""

    __tablename__ = "feedback_offer"
    __table_args__ = (UniqueConstraint("case_id", name="uq_feedback_offer_case_id"),)

    state: Mapped[OfferState] = column(INTERNAL, coded(OfferState), nullable=False)
    service: Mapped[Service] = column(INTERNAL, coded(Service), nullable=False)
    """Whose work is judged: the service of the group's responsible person at the closing."""
    skipped_why: Mapped[SkipReason | None] = column(INTERNAL, coded(SkipReason))
    reason: Mapped[Encrypted | None] = column(SECRET, EncryptedText())


class FeedbackTally(Identified):
    """How often one answer was given to one question, about one service of one provider in one term."""

    __tablename__ = "feedback_tally"
    __table_args__ = (UniqueConstraint("provider_id", "term_starts_on", "service", "question", "grade"),)

    provider_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    term_starts_on: Mapped[date] = column(PUBLIC, nullable=False)
    service: Mapped[Service] = column(PUBLIC, coded(Service), nullable=False)
    question: Mapped[FeedbackQuestion] = column(PUBLIC, coded(FeedbackQuestion), nullable=False)
    grade: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    shown: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    """Answers that have been added to what the coordinator sees."""
    waiting: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    """Answers that wait until there are enough of them to be added together."""
