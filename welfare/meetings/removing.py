"""Who must leave the room at once, because what admitted them has ended while the item is handled (rule 15)."""

from uuid import UUID

from sqlalchemy import ColumnElement, select

from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.cases.models import Case
from welfare.meetings.actions.attending import attendees_of
from welfare.meetings.actions.running import leave, put_aside
from welfare.meetings.models import MeetingItem
from welfare.meetings.queries.admitted import admitted_to
from welfare.rules.events import MembershipEnded, ProhibitionAssessed, WillRecorded, WorkerExcluded
from welfare.rules.meetings import ItemState, uncovered


def follow_a_matter(work: UnitOfWork, told: WillRecorded | MembershipEnded) -> None:
    """Something was said in a matter, or a place in its group ended."""
    _clear(work, MeetingItem.case_id == told.case_id)


def follow_a_student(work: UnitOfWork, told: ProhibitionAssessed | WorkerExcluded) -> None:
    """A guardian or a worker was shut out of what is a student's."""
    _clear(work, MeetingItem.student_id == told.student_id)


def _clear(work: UnitOfWork, condition: ColumnElement[bool]) -> None:
    running = select(MeetingItem).where(condition, MeetingItem.state == ItemState.NOW)
    for item in work.session.scalars(running.order_by(MeetingItem.id)):
        admitted = admitted_to(work.session, work.session.get_one(Case, item.case_id), work.facts.on)
        _send_out(work, item, admitted)


def _send_out(work: UnitOfWork, item: MeetingItem, admitted: frozenset[UUID]) -> None:
    """Without the consent to handle the matter nobody stays, and the item stops."""
    if not admitted:
        put_aside(work, item)
    present = {row.known_as: row for row in attendees_of(work, item) if row.is_present}
    for known_as in uncovered(present, admitted):
        leave(work, present[known_as])
    work.session.flush()


LISTENERS: Listeners = {
    WillRecorded: (follow_a_matter,),
    MembershipEnded: (follow_a_matter,),
    ProhibitionAssessed: (follow_a_student,),
    WorkerExcluded: (follow_a_student,),
}
