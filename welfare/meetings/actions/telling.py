"""What invited people's calendars are told: that they have a meeting, that it has changed, that it has fallen away.

Each is told the own span of time alone. The count of changes (RFC 5545 § 3.8.7.4) is each person's own as well: one
of the whole meeting would tell that something has happened at an item of somebody else.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy.orm import Session

from welfare.audit.unit_of_work import UnitOfWork
from welfare.mail.queries import deliveries_about
from welfare.meetings.models import Attendee, Meeting
from welfare.meetings.queries.spans import Invited, Span, spans_of_invited
from welfare.rules.orders import Appointment, Link, MailKind, MailOrder, Page


def tell_invited(work: UnitOfWork, meeting: Meeting, rows: Iterable[Attendee]) -> None:
    """Tell people that they are invited."""
    spans = spans_of_invited(work.session, meeting)
    for who in sorted({Invited.of(row) for row in rows}, key=_by_id):
        _tell(work, meeting, who, MailKind.MEETING_INVITED, spans[who])


@contextmanager
def calendars_follow(work: UnitOfWork, meeting: Meeting) -> Iterator[None]:
    """Whoever was awaited before is told afterwards if the own time has changed, or if there is none any more."""
    before = spans_of_invited(work.session, meeting)
    yield
    work.session.flush()
    after = spans_of_invited(work.session, meeting)
    for who in sorted(before, key=_by_id):
        if who not in after:
            _tell(work, meeting, who, MailKind.MEETING_CANCELLED, before[who])
        elif after[who] != before[who]:
            _tell(work, meeting, who, MailKind.MEETING_CHANGED, after[who])


def times_told(session: Session, meeting_id: UUID, person_id: UUID) -> int:
    """How many mails about a meeting somebody was meant to get."""
    return sum(each.person_id == person_id for each in deliveries_about(session, meeting_id))


def _by_id(who: Invited) -> UUID:
    return who.id


def _tell(work: UnitOfWork, meeting: Meeting, who: Invited, kind: MailKind, span: Span) -> None:
    """A mail that takes an appointment away leads to the front page: the meeting is not there for everybody.

    So does one to an outside participant, who has no account.
    """
    is_cancelled = kind is MailKind.MEETING_CANCELLED
    link = Link() if is_cancelled or who.case_id is not None else Link(Page.MEETING, meeting.id)
    appointment = Appointment(
        uid=meeting.calendar_uid,
        sequence=times_told(work.session, meeting.id, who.id),
        starts_at=span[0],
        ends_at=span[1],
        changed_at=work.now,
        link=link,
        is_cancelled=is_cancelled,
    )
    order = MailOrder(
        kind=kind, person_id=who.id, case_id=who.case_id, about_id=meeting.id, link=link, appointment=appointment
    )
    work.plan_mail(order)
