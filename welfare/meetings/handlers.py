"""What the meetings room does and answers when another tells or asks: an invitation ends with what it rested on."""

from sqlalchemy import select

from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.cases.models import Case
from welfare.meetings.actions.inviting import let_go_of_the_uncovered
from welfare.meetings.models import Meeting, MeetingItem
from welfare.rules.events import LocksAsked, MembershipEnded, ProhibitionAssessed, StillToComeAsked, WillRecorded
from welfare.rules.meetings import MeetingState


def follow_the_matter(work: UnitOfWork, told: WillRecorded | MembershipEnded) -> None:
    """Whoever has no consent or no place in the group any more is not invited any more."""
    let_go_of_the_uncovered(work, work.session.get_one(Case, told.case_id))


def follow_the_student(work: UnitOfWork, told: ProhibitionAssessed) -> None:
    """A guardian whom a prohibition shuts out is not invited any more (OHL 18 § 2; rule 13)."""
    for case in work.session.scalars(select(Case).where(Case.student_id == told.student_id).order_by(Case.id)).all():
        let_go_of_the_uncovered(work, case)


def tell_locks(work: UnitOfWork, asked: LocksAsked) -> None:
    """The digests of the records among these that are locked."""
    columns = MeetingItem.entry_id, MeetingItem.lock_digest
    statement = select(*columns).where(MeetingItem.entry_id.in_(asked.entry_ids), MeetingItem.locked_at.is_not(None))
    asked.digests |= {id: digest for id, digest in work.session.execute(statement) if id and digest}


def tell_coming(work: UnitOfWork, asked: StillToComeAsked) -> None:
    """The meetings among these that may still be moved or called off."""
    may_change = Meeting.state.in_((MeetingState.PLANNED, MeetingState.RUNNING))
    asked.coming |= set(work.session.scalars(select(Meeting.id).where(Meeting.id.in_(asked.about_ids), may_change)))


LISTENERS: Listeners = {
    StillToComeAsked: (tell_coming,),
    LocksAsked: (tell_locks,),
    WillRecorded: (follow_the_matter,),
    MembershipEnded: (follow_the_matter,),
    ProhibitionAssessed: (follow_the_student,),
}
