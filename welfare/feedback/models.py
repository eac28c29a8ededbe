"""Tables of the feedback room. Nothing leads from one to the other."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.cases.models import OfCase
from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.db.base import INTERNAL, PUBLIC, SECRET, Identified, coded, column
from welfare.rules.feedback import FeedbackQuestion, OfferState, SkipReason
from welfare.rules.meeting_feedback import MeetingQuestion, Respondent
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


class MeetingFeedbackSent(OfCase):
    """One who took part in a meeting has sent its questions, with three answers in them or with none; nobody can tell.

    It holds no time: what was sent first and what last is told by nothing.
    """

    __tablename__ = "meeting_feedback_sent"

    attendee_id: Mapped[UUID] = column(INTERNAL, ForeignKey("meeting_attendee.id"), nullable=False, unique=True)


class Tally(Identified):
    """How often one answer was given to one question, among those of one provider in one term."""

    __abstract__ = True

    provider_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    term_starts_on: Mapped[date] = column(PUBLIC, nullable=False)
    grade: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    shown: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    """Answers that have been added to what the coordinator sees."""
    waiting: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    """Answers that wait until there are enough of them to be added together."""


class FeedbackTally(Tally):
    """Of answers about one service."""

    __tablename__ = "feedback_tally"
    __table_args__ = (UniqueConstraint("provider_id", "term_starts_on", "service", "question", "grade"),)

    service: Mapped[Service] = column(PUBLIC, coded(Service), nullable=False)
    question: Mapped[FeedbackQuestion] = column(PUBLIC, coded(FeedbackQuestion), nullable=False)


class MeetingTally(Tally):
    """Of answers about meetings, by students or by guardians."""

    __tablename__ = "meeting_feedback_tally"
    __table_args__ = (UniqueConstraint("provider_id", "term_starts_on", "respondent", "question", "grade"),)

    respondent: Mapped[Respondent] = column(PUBLIC, coded(Respondent), nullable=False)
    question: Mapped[MeetingQuestion] = column(PUBLIC, coded(MeetingQuestion), nullable=False)
