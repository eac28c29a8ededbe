"""The home of a student, or of a guardian in one child's matters: what comes next, my help, and a way to ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import url_for

from welfare.assessments.pages import Waiting, waiting_observations
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.pages.own_answers import is_answered
from welfare.feedback.pages import OpenOffer, open_offers
from welfare.meetings.queries.unanswered import unanswered_by
from welfare.people.models import Person
from welfare.people.queries import is_minor, placements_of
from welfare.portal.pages.chooser import FEW, MANY, OwnStudent, own_given_name, students_of
from welfare.portal.pages.coming_of_age import has_to_decide
from welfare.portal.pages.matters import OwnMatter, own_matter
from welfare.portal.pages.meeting_feedback import HeldMeeting, held_meetings
from welfare.portal.pages.next_meeting import NextMeeting, next_meeting
from welfare.portal.pages.reader import Reader
from welfare.portal.pages.reads import Reading, newest_visits
from welfare.portal.queries import going_on, matters_told
from welfare.requests.pages.receipts import Receipt, Unsent, receipts_of, unsent_of
from welfare.rules.events import CopiesReadyAsked


@dataclass(frozen=True, slots=True)
class Invitation:
    """A meeting after the next one, to which the reader is invited and has not answered."""

    url: str
    begins: datetime


@dataclass(frozen=True, slots=True)
class HomePage:
    """What stands on it, all of it about one student."""

    reader: Reader
    given_name: str
    """The reader's own."""
    students: Sequence[OwnStudent]
    meeting: NextMeeting | None
    invitations: Sequence[Invitation]
    may_ask: bool
    """A request goes to the services of a school: whoever has left has none here."""
    has_to_decide: bool
    """Whether the reader has come of age and not said yet what goes on (LHL 3 §)."""
    may_leave_out: bool
    """Whether the reader is a minor, who may ask to leave a guardian out (OHL 18 § 2)."""
    matters: Sequence[OwnMatter]
    visits: Sequence[Reading]
    asked: Sequence[Waiting]
    offers: Sequence[OpenOffer]
    held: Sequence[HeldMeeting]
    """Meetings the reader took part in and has not said anything about."""
    copy_until: date | None
    """Until when the copy that goes first can be fetched, where one waits."""
    is_log_answered: bool
    """Whether the answer to a log request waits to be read."""
    unsent: Sequence[Unsent]
    sent: Sequence[Receipt]

    @classmethod
    def of(cls, work: UnitOfWork, student: Person) -> "HomePage":
        """Read and open it."""
        reader = Reader.of(work, student)
        meeting, copies = next_meeting(work, reader), CopiesReadyAsked(student.id)
        work.tell(copies)
        cases = going_on(matters_told(work.session, work.actor, student.id, work.facts))
        return cls(
            reader=reader,
            given_name=own_given_name(work),
            students=students_of(work),
            meeting=meeting,
            invitations=_invitations(work, reader, meeting),
            may_ask=bool(placements_of(work.session, [student.id], work.facts.on)),
            has_to_decide=reader.is_student and has_to_decide(work, student),
            may_leave_out=reader.is_student and is_minor(student, work.facts.on),
            matters=[own_matter(work, case, reader) for case in cases],
            visits=newest_visits(work, reader),
            asked=[each for each in waiting_observations(work) if each.student_id == student.id],
            offers=open_offers(work) if reader.is_student else (),
            held=held_meetings(work, student.id),
            copy_until=min(copies.until, default=None),
            is_log_answered=is_answered(work, student),
            unsent=[each for each in unsent_of(work) if each.student_id == student.id],
            sent=[each for each in receipts_of(work, size=MANY)[0] if each.student_id == student.id][:FEW],
        )


def _invitations(work: UnitOfWork, reader: Reader, meeting: NextMeeting | None) -> list[Invitation]:
    found = [
        Invitation(
            url_for("meetings.begin_reply", meeting=each.meeting_id, item=each.item_id, attendee=each.attendee_id),
            each.begins,
        )
        for each in unanswered_by(work.session, work.actor, work.now)
        if each.student_id == reader.student_id
    ]
    return [each for each in found if meeting is None or each.url != meeting.reply_url]
