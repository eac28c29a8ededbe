"""What the assessments room does when a consent or a place ends: nobody is asked any more who may not be."""

from sqlalchemy import ColumnElement, select

from welfare.assessments.actions import call_off
from welfare.assessments.models import Observation
from welfare.assessments.queries import may_still_answer
from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.rules.assessments import ObservationState
from welfare.rules.events import MembershipEnded, ProhibitionAssessed, WillRecorded


def follow_the_matter(work: UnitOfWork, told: WillRecorded | MembershipEnded) -> None:
    """Whoever has no consent or no place in the group any more is not waited for (rule 15)."""
    _let_go(work, Observation.case_id == told.case_id)


def follow_the_student(work: UnitOfWork, told: ProhibitionAssessed) -> None:
    """Neither is a guardian whom a prohibition shuts out (OHL 18 § 2; rule 13)."""
    _let_go(work, Observation.student_id == told.student_id)


def _let_go(work: UnitOfWork, condition: ColumnElement[bool]) -> None:
    waiting = select(Observation).where(condition, Observation.state == ObservationState.ASKED)
    for row in work.session.scalars(waiting.order_by(Observation.id)).all():
        if not may_still_answer(work.session, row, work.now):
            call_off(work, row)


LISTENERS: Listeners = {
    WillRecorded: (follow_the_matter,),
    MembershipEnded: (follow_the_matter,),
    ProhibitionAssessed: (follow_the_student,),
}
