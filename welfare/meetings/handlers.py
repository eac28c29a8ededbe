"""What the meetings room does and answers when another tells or asks: an invitation ends with what it rested on."""

from sqlalchemy import select

from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.cases.models import Case
from welfare.meetings.actions.agenda import items_of, remove_item
from welfare.meetings.actions.inviting import let_go_of_the_uncovered
from welfare.meetings.actions.planning import call_off
from welfare.meetings.actions.running import put_aside
from welfare.meetings.models import Meeting, MeetingItem
from welfare.meetings.queries.seen import times_of_items
from welfare.meetings.queries.unfinished import coming_items, unfinished_minutes
from welfare.rules.events import (
    CaseClosed,
    LocksAsked,
    MembershipEnded,
    ProhibitionAssessed,
    StillToComeAsked,
    UnfinishedAsked,
    WillRecorded,
)
from welfare.rules.meetings import ItemState, MeetingState


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


def tell_unfinished(work: UnitOfWork, asked: UnfinishedAsked) -> None:
    """What the matter's meetings have left unfinished, and when those to come begin."""
    asked.minutes += unfinished_minutes(work.session, asked.case_id)
    coming = coming_items(work.session, asked.case_id)
    times = times_of_items(work.session, MeetingItem.id.in_([item.id for _meeting, item in coming]))
    asked.coming += [times[item.id][0] for _meeting, item in coming]


def end_with_the_matter(work: UnitOfWork, told: CaseClosed) -> None:
    """A closed matter is not met about: it is put aside where it is handled, and leaves the agendas to come."""
    handled = (MeetingItem.case_id == told.case_id, MeetingItem.state == ItemState.NOW)
    for item in work.session.scalars(select(MeetingItem).where(*handled).order_by(MeetingItem.id)).all():
        put_aside(work, item)
    for meeting, item in coming_items(work.session, told.case_id):
        if len(items_of(work, meeting)) == 1:
            call_off(work, meeting)
        else:
            remove_item(work, item)


LISTENERS: Listeners = {
    StillToComeAsked: (tell_coming,),
    UnfinishedAsked: (tell_unfinished,),
    CaseClosed: (end_with_the_matter,),
    LocksAsked: (tell_locks,),
    WillRecorded: (follow_the_matter,),
    MembershipEnded: (follow_the_matter,),
    ProhibitionAssessed: (follow_the_student,),
}
