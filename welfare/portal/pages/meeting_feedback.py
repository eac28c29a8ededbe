"""The questions about a meeting one took part in: on the home, and on a page of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.feedback.forms import MeetingFeedbackForm
from welfare.meetings.models import Attendee, MeetingItem
from welfare.people.models import Person
from welfare.portal.meeting_feedback import term_at, terms_said
from welfare.portal.pages.reader import Reader
from welfare.portal.queries import held_seats


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """One meeting that is asked about: its day, and nothing of what it was about."""

    on: date
    url: str


def held_meetings(work: UnitOfWork, student_id: UUID) -> Sequence[HeldMeeting]:
    """The newest of each term about which the reader has not sent the questions yet."""
    said, found = set(terms_said(work.session, work.actor.account_id)), []
    for seat, item in held_seats(work.session, work.actor, work.now, student_id):
        term = term_at(item.ended_at or work.now)
        if term not in said:
            url = url_for("portal.meeting_feedback", student=student_id, seat=seat.id)
            found.append(HeldMeeting(_held_on(item, work), url))
        said.add(term)
    return found


@dataclass(frozen=True, slots=True)
class MeetingFeedbackPage:
    """The questions, and whose meeting they are about."""

    reader: Reader
    on: date
    form: MeetingFeedbackForm

    @classmethod
    def of(cls, work: UnitOfWork, student: Person, seat: Attendee) -> "MeetingFeedbackPage":
        """Read it; nothing of the matter is opened."""
        item = work.session.get_one(MeetingItem, seat.item_id)
        return cls(Reader.of(work, student), _held_on(item, work), MeetingFeedbackForm())


def _held_on(item: MeetingItem, work: UnitOfWork) -> date:
    return (item.began_at or item.ended_at or work.now).astimezone(HOME_ZONE).date()
