"""What the requests room does when other rooms tell that something has happened."""

from sqlalchemy import or_, select

from welfare.access.needs import Reading
from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.organisations.models import Organisation
from welfare.people.queries import load_student
from welfare.requests.actions.conflicts import shut_out_of_open_requests
from welfare.requests.actions.duties import finish_assessments_of
from welfare.requests.actions.steps import limit_of, place_in_queue
from welfare.requests.models import IS_OPEN, ContactRequest
from welfare.requests.queries.own import ASK, TELL
from welfare.rules.events import CalendarChanged, DraftsAsked, ProhibitionAssessed, WorkerExcluded
from welfare.rules.permissions import Permission, decide


def close_the_assessment(work: UnitOfWork, event: ProhibitionAssessed) -> None:
    """A minor's wish has been assessed: the duty to assess is done, and perhaps one to tell the guardian begins."""
    finish_assessments_of(work, event.student_id, prohibition_stands=event.prohibition_stands)


def shut_the_worker_out(work: UnitOfWork, event: WorkerExcluded) -> None:
    """A conflict of interest in a matter of the student's holds for the student's requests too."""
    shut_out_of_open_requests(work, event.student_id, event.person_id)


def count_the_days_again(work: UnitOfWork, event: CalendarChanged) -> None:
    """The days of an institution changed: normal requests still waiting for a talk get the limit they now have.

    An urgent request's clock runs in weekdays and is left as it is.
    """
    schools = select(Organisation.id).where(
        or_(Organisation.id == event.organisation_id, Organisation.provider_id == event.organisation_id)
    )
    waiting = select(ContactRequest).where(
        IS_OPEN,
        ContactRequest.school_id.in_(schools),
        ContactRequest.talk_held_on.is_(None),
        ContactRequest.due_on.is_not(None),
        ContactRequest.is_urgent.is_(False),
    )
    for request in work.session.scalars(waiting):
        limit = limit_of(work, request)
        if limit is not None and limit.on != request.due_on:
            request.due_on = limit.on
            place_in_queue(request)


def tell_ended_drafts(work: UnitOfWork, asked: DraftsAsked) -> None:
    """Requests begun about students for whom their writers may not ask today."""
    for draft, actor in asked.of(ASK, TELL):
        found = load_student(Reading(work.session, actor, work.now, {}), draft.subject_id)
        if found is None or not decide(actor, Permission.REQUEST_SEND_FOR, found.facts).is_granted:
            asked.ended.add(draft.id)


LISTENERS: Listeners = {
    DraftsAsked: (tell_ended_drafts,),
    ProhibitionAssessed: (close_the_assessment,),
    WorkerExcluded: (shut_the_worker_out,),
    CalendarChanged: (count_the_days_again,),
}
