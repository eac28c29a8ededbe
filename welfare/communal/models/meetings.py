"""Meetings of communal groups: agenda and memo, who was there, what was decided, and what a closed memo was added."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Identified, Revised, coded, column
from welfare.rules.communal_meetings import AgendaKind, CommunalState, DecisionState
from welfare.rules.languages import in_language

LONGEST_MEMO, LONGEST_TITLE, LONGEST_DECISION = 8000, 200, 500


class CommunalMeeting(Revised):
    """One meeting of a group."""

    __tablename__ = "communal_meeting"

    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False, index=True)
    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    group_id: Mapped[UUID] = column(PUBLIC, ForeignKey("welfare_group.id"), nullable=False, index=True)
    starts_at: Mapped[datetime] = column(PUBLIC, nullable=False)
    ends_at: Mapped[datetime] = column(PUBLIC, nullable=False)
    place: Mapped[str] = column(PUBLIC, String(LONGEST_TITLE), nullable=False, default="")
    state: Mapped[CommunalState] = column(PUBLIC, coded(CommunalState), nullable=False)
    calendar_uid: Mapped[UUID] = column(INTERNAL, nullable=False)
    calendar_sequence: Mapped[int] = column(INTERNAL, Integer, nullable=False, default=0)
    planned_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    planned_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    invited_at: Mapped[datetime | None] = column(INTERNAL)
    finalised_at: Mapped[datetime | None] = column(PUBLIC)
    finalised_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("person.id"))
    """The chair who closed the memo."""


class AgendaItem(Revised):
    """One item of an agenda, and what the memo says of it in one language or in both."""

    __tablename__ = "communal_agenda_item"

    meeting_id: Mapped[UUID] = column(PUBLIC, ForeignKey("communal_meeting.id"), nullable=False, index=True)
    place: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    kind: Mapped[AgendaKind] = column(PUBLIC, coded(AgendaKind), nullable=False)
    title_fi: Mapped[str] = column(PUBLIC, String(LONGEST_TITLE), nullable=False, default="")
    """What it is about in particular, beside the words of its kind; of an own item all there is."""
    title_sv: Mapped[str] = column(PUBLIC, String(LONGEST_TITLE), nullable=False, default="")
    text_fi: Mapped[str] = column(INTERNAL, String(LONGEST_MEMO), nullable=False, default="")
    text_sv: Mapped[str] = column(INTERNAL, String(LONGEST_MEMO), nullable=False, default="")
    is_public: Mapped[bool] = column(PUBLIC, Boolean, nullable=False)
    """Whether it stands in the public memo."""
    saved_at: Mapped[datetime | None] = column(INTERNAL)
    saved_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))

    def text(self, language: str) -> str:
        """What the memo says in a language."""
        return self.text_sv if language == "sv" else self.text_fi


class CommunalAttendance(Identified):
    """How many of a seat were there: one or nobody of the staff, so many of the pupils' representatives."""

    __tablename__ = "communal_attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "seat_id"),)

    meeting_id: Mapped[UUID] = column(PUBLIC, ForeignKey("communal_meeting.id"), nullable=False)
    seat_id: Mapped[UUID] = column(PUBLIC, ForeignKey("welfare_group_seat.id"), nullable=False)
    present: Mapped[int] = column(PUBLIC, Integer, nullable=False)


class CommunalDecision(Revised):
    """Something decided: what, who sees to it, by when, and what came of it."""

    __tablename__ = "communal_decision"
    __table_args__ = (Index(None, "owner_id", "state"),)

    meeting_id: Mapped[UUID] = column(PUBLIC, ForeignKey("communal_meeting.id"), nullable=False, index=True)
    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False, index=True)
    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    what_fi: Mapped[str] = column(PUBLIC, String(LONGEST_DECISION), nullable=False, default="")
    what_sv: Mapped[str] = column(PUBLIC, String(LONGEST_DECISION), nullable=False, default="")
    owner_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    """Somebody of the staff."""
    due_on: Mapped[date] = column(PUBLIC, nullable=False)
    state: Mapped[DecisionState] = column(PUBLIC, coded(DecisionState), nullable=False)
    decided_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    ended_on: Mapped[date | None] = column(PUBLIC)
    ended_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    reason: Mapped[str] = column(INTERNAL, String(LONGEST_DECISION), nullable=False, default="")
    """Why it stayed undone, or what came of it."""
    is_public: Mapped[bool] = column(PUBLIC, Boolean, nullable=False)
    """Whether it stands in the public memo: only if the chair has chosen so when the memo was closed."""

    def what(self, language: str) -> str:
        """The decision in a language, or in the one it was written in."""
        return in_language(self.what_fi, self.what_sv, language)


class MemoAddition(Identified):
    """What was added to a closed memo. It stands beside the text it mends; the text stays.

    It is no part of the public memo.
    """

    __tablename__ = "communal_memo_addition"

    meeting_id: Mapped[UUID] = column(PUBLIC, ForeignKey("communal_meeting.id"), nullable=False, index=True)
    text_fi: Mapped[str] = column(INTERNAL, String(LONGEST_MEMO), nullable=False, default="")
    text_sv: Mapped[str] = column(INTERNAL, String(LONGEST_MEMO), nullable=False, default="")
    added_at: Mapped[datetime] = column(PUBLIC, nullable=False)
    added_by: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)

    def text(self, language: str) -> str:
        """The addition in a language, or in the one it was written in."""
        return in_language(self.text_fi, self.text_sv, language)
