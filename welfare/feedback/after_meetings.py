"""Answers about a meeting: counted, and kept of the person only that the questions were sent."""

from collections.abc import Collection, Mapping
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.audit.unit_of_work import UnitOfWork
from welfare.feedback.counting import is_enough, show_what_waits, tallies_of_group
from welfare.feedback.models import MeetingFeedbackSent, MeetingTally
from welfare.rules.meeting_feedback import MeetingQuestion, Respondent
from welfare.rules.terms import SchoolTerm

MeetingGrades = Mapping[MeetingQuestion, int]
MeetingGroup = tuple[SchoolTerm, Respondent]
MeetingTallies = Mapping[MeetingGroup, Mapping[MeetingQuestion, list[int]]]
"""By term and who was asked, then by question: how often each grade was given."""


def keep_as_sent(work: UnitOfWork, attendee_id: UUID, of_case: Mapping[str, UUID]) -> None:
    """Keep that the questions were sent, whatever was said. Whoever asks has locked the account."""
    work.session.add(MeetingFeedbackSent(id=uuid4(), attendee_id=attendee_id, **of_case))
    work.session.flush()


def count_meeting(work: UnitOfWork, of: tuple[UUID, SchoolTerm, Respondent], grades: MeetingGrades, floor: int) -> None:
    """Count what was said of a provider's meetings in the term in which they were, by one who is asked as such.

    Each question comes to be shown by itself, so many answers at a time. Raises FloorError.
    """
    provider_id, term, respondent = of
    group = {"term_starts_on": term.starts_on, "respondent": respondent}
    rows = tallies_of_group(work, MeetingTally, provider_id, MeetingQuestion, group)
    for question in MeetingQuestion:
        own = [row for row in rows if row.question is question]
        for row in own:
            row.waiting += grades[question] == row.grade
        if is_enough(own, floor):
            show_what_waits(own)
    work.session.flush()


def meeting_tallies(session: Session, provider_ids: Collection[UUID]) -> Mapping[UUID, MeetingTallies]:
    """What may be shown of the providers' terms; in one statement for any number of them."""
    statement = select(MeetingTally).where(MeetingTally.provider_id.in_(provider_ids))
    order = MeetingTally.term_starts_on.desc(), MeetingTally.respondent, MeetingTally.question, MeetingTally.grade
    found: dict[UUID, dict[MeetingGroup, dict[MeetingQuestion, list[int]]]] = {}
    for row in session.scalars(statement.order_by(*order)):
        own = found.setdefault(row.provider_id, {}).setdefault((SchoolTerm(row.term_starts_on), row.respondent), {})
        own.setdefault(row.question, []).append(row.shown)
    return found
