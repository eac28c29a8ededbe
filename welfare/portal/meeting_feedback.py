"""Saying how a meeting went: counted, and never kept as anybody's (rule 38)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.feedback.after_meetings import MeetingGrades, count_meeting, keep_as_sent
from welfare.feedback.models import MeetingFeedbackSent
from welfare.meetings.models import Attendee, MeetingItem
from welfare.rules.meeting_feedback import RESPONDENTS
from welfare.rules.terms import SchoolTerm, term_of


class SentAlreadyError(ValueError):
    """The questions about a meeting of this term have been sent already."""


def terms_said(session: Session, account_id: UUID | None) -> frozenset[SchoolTerm]:
    """The terms about whose meetings somebody has sent the questions.

    One answer of a person is counted in a term, so that five answers are of five people.
    """
    ended = (
        select(MeetingItem.ended_at)
        .join(Attendee, Attendee.item_id == MeetingItem.id)
        .join(MeetingFeedbackSent, MeetingFeedbackSent.attendee_id == Attendee.id)
        .where(Attendee.account_id == account_id)
    )
    return frozenset(term_at(at) for at in session.scalars(ended) if at)


def term_at(moment: datetime) -> SchoolTerm:
    """The term of a moment, by the day in Finland."""
    return term_of(moment.astimezone(HOME_ZONE).date())


def term_to_say(work: UnitOfWork, seat: Attendee) -> SchoolTerm:
    """The term of the seat's meeting. Raises SentAlreadyError."""
    item = work.session.get_one(MeetingItem, seat.item_id)
    term = term_at(item.ended_at or work.now)
    if term in terms_said(work.session, seat.account_id):
        raise SentAlreadyError
    return term


def send_feedback(work: UnitOfWork, seat: Attendee, grades: MeetingGrades, floor: int) -> None:
    """Count what is said, and keep that it was sent. Nothing ties the one to the other.

    Raises SentAlreadyError, FloorError.
    """
    work.session.execute(select(Account.id).where(Account.id == seat.account_id).with_for_update())
    term = term_to_say(work, seat)
    of_case = {"case_id": seat.case_id, "student_id": seat.student_id, "controller_id": seat.controller_id}
    keep_as_sent(work, seat.id, of_case)
    count_meeting(work, (seat.controller_id, term, RESPONDENTS[seat.part]), grades, floor)
