"""Saying how a meeting went: counted, and never kept as anybody's (rule 38)."""

from welfare.audit.unit_of_work import UnitOfWork
from welfare.feedback.after_meetings import MeetingGrades, count_meeting, keep_as_sent, sent_among
from welfare.meetings.models import Attendee
from welfare.rules.meeting_feedback import RESPONDENTS


class SentAlreadyError(ValueError):
    """The questions about this meeting have been sent already."""


def is_sent(work: UnitOfWork, seat: Attendee) -> bool:
    """Whether the owner of a seat has sent them."""
    return bool(sent_among(work.session, [seat.id]))


def send_feedback(work: UnitOfWork, seat: Attendee, grades: MeetingGrades, floor: int) -> None:
    """Count what is said, and keep that it was sent. Nothing ties the one to the other.

    Raises SentAlreadyError, FloorError.
    """
    work.session.refresh(seat, with_for_update=True)
    if is_sent(work, seat):
        raise SentAlreadyError
    of_case = {"case_id": seat.case_id, "student_id": seat.student_id, "controller_id": seat.controller_id}
    keep_as_sent(work, seat.id, of_case)
    count_meeting(work, seat.controller_id, RESPONDENTS[seat.part], grades, floor)
