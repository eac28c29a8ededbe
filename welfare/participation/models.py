"""Tables of the participation room. Of an idea only the class is known."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, Identified, Revised, coded, column
from welfare.rules.languages import in_language
from welfare.rules.participation import Decision, Heard, HearingWay, IdeaState

LONGEST_LINE, LONGEST_TEXT = 200, 2000


class Hearing(Revised):
    """Somebody was heard, as a group: on what, how, what they said and what came of it."""

    __tablename__ = "hearing"
    __table_args__ = (Index(None, "unit_id", "held_on"),)

    unit_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    held_on: Mapped[date] = column(INTERNAL, nullable=False)
    heard: Mapped[Heard] = column(INTERNAL, coded(Heard), nullable=False)
    whom: Mapped[str] = column(INTERNAL, String(LONGEST_LINE), nullable=False)
    """Which of them, as ``the student council``: never a name."""
    way: Mapped[HearingWay] = column(INTERNAL, coded(HearingWay), nullable=False)
    count: Mapped[int | None] = column(INTERNAL, Integer)
    about: Mapped[str] = column(INTERNAL, String(LONGEST_LINE), nullable=False)
    said: Mapped[str] = column(INTERNAL, String(LONGEST_TEXT), nullable=False)
    effect: Mapped[str] = column(INTERNAL, String(LONGEST_TEXT), nullable=False)
    """Empty until it is known."""
    saved_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)


class Idea(Revised):
    """What a class would like to be another way. Who had the idea is kept nowhere, nor the day."""

    __tablename__ = "idea"
    __table_args__ = (Index(None, "unit_id", "given_on"),)

    unit_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    class_id: Mapped[UUID] = column(INTERNAL, ForeignKey("school_class.id"), nullable=False, index=True)
    given_on: Mapped[date] = column(INTERNAL, nullable=False)
    """The first day of its month: beside the log a day would tell whose it is."""
    text: Mapped[str] = column(INTERNAL, String(LONGEST_TEXT), nullable=False)
    state: Mapped[IdeaState] = column(INTERNAL, coded(IdeaState), nullable=False)
    decision: Mapped[Decision | None] = column(INTERNAL, coded(Decision))
    answer_fi: Mapped[str] = column(INTERNAL, String(LONGEST_TEXT), nullable=False)
    answer_sv: Mapped[str] = column(INTERNAL, String(LONGEST_TEXT), nullable=False)

    def answer(self, locale: str) -> str:
        """What the class is told, in the reader's language where it was written in it."""
        return in_language(self.answer_fi, self.answer_sv, locale)


class IdeaStep(Identified):
    """One step of an idea; written once."""

    __tablename__ = "idea_step"

    idea_id: Mapped[UUID] = column(INTERNAL, ForeignKey("idea.id"), nullable=False, index=True)
    state: Mapped[IdeaState] = column(INTERNAL, coded(IdeaState), nullable=False)
    taken_on: Mapped[date] = column(INTERNAL, nullable=False)
    words: Mapped[str] = column(INTERNAL, String(LONGEST_TEXT), nullable=False)
    saved_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    saved_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
