"""When a consent or a place ends nobody is asked any more who may not be, and what such a one had begun ends too."""

from sqlalchemy import ColumnElement, select

from welfare.access.needs import Reading
from welfare.assessments.actions import call_off
from welfare.assessments.models import Observation
from welfare.assessments.queries import DRAFT, load_observation, may_still_answer
from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.rules.assessments import ObservationState
from welfare.rules.events import DraftsAsked, MembershipEnded, ProhibitionAssessed, WillRecorded
from welfare.rules.permissions import Permission, decide


def follow_the_matter(work: UnitOfWork, told: WillRecorded | MembershipEnded) -> None:
    """Whoever has no consent or no place in the group any more is not waited for (rule 15)."""
    _let_go(work, Observation.case_id == told.case_id)


def follow_the_student(work: UnitOfWork, told: ProhibitionAssessed) -> None:
    """Neither is a guardian whom a prohibition shuts out (OHL 18 § 2; rule 13)."""
    _let_go(work, Observation.student_id == told.student_id)


def tell_ended_drafts(work: UnitOfWork, asked: DraftsAsked) -> None:
    """Unfinished answers of those who are not asked any more, or may not answer today."""
    for draft, actor in asked.of(DRAFT):
        found = load_observation(Reading(work.session, actor, work.now, {}), draft.subject_id)
        if found is None or not decide(actor, Permission.OBSERVATION_GIVE, found.facts).is_granted:
            asked.ended.add(draft.id)


def _let_go(work: UnitOfWork, condition: ColumnElement[bool]) -> None:
    waiting = select(Observation).where(condition, Observation.state == ObservationState.ASKED)
    for row in work.session.scalars(waiting.order_by(Observation.id)).all():
        if not may_still_answer(work.session, row, work.now):
            call_off(work, row)


LISTENERS: Listeners = {
    WillRecorded: (follow_the_matter,),
    MembershipEnded: (follow_the_matter,),
    ProhibitionAssessed: (follow_the_student,),
    DraftsAsked: (tell_ended_drafts,),
}
