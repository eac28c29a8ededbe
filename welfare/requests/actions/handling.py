"""Who handles a request: claiming, claiming over, handing on, changing its urgency, keeping a colleague out."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.queries import WEEKDAYS
from welfare.requests.actions.conflicts import shut_out, shut_out_the_conflicted
from welfare.requests.actions.steps import RequestMovedOnError, Step, doer, leave_step, limit_of, place_in_queue
from welfare.requests.models import ContactRequest
from welfare.requests.queries.parts import open_tasks_of
from welfare.requests.queries.services import colleagues_for, other_services
from welfare.rules.deadlines import URGENT_LIMIT
from welfare.rules.queues import StepKind
from welfare.rules.requests import REGISTER_OF, RequestState, Service, Urgency, check_transition
from welfare.rules.working_days import nth_working_day


class ClaimedByColleagueError(RuntimeError):
    """A colleague has it; to take it over, a reason is needed."""


class NotAColleagueError(LookupError):
    """The one named does not give this service at this school, or is shut out of the request."""


class NotAnotherServiceError(LookupError):
    """The service named is the request's own, or none."""


def claim_request(work: UnitOfWork, request: ContactRequest, reason: str = "") -> None:
    """Take a request to handle it. Raises ClaimedByColleagueError, TransitionError."""
    me, holder = doer(work), request.handler_account_id
    if holder == me:
        return
    if holder is not None and not reason:
        raise ClaimedByColleagueError
    if request.state is RequestState.RECEIVED:
        check_transition(request.state, RequestState.CLAIMED)
        request.state = RequestState.CLAIMED
    request.handler_account_id, request.claimed_at = me, work.now
    kind = StepKind.CLAIMED if holder is None else StepKind.CLAIMED_OVER
    leave_step(work, request, Step(kind, reason=reason, to=holder))


def hand_to_colleague(work: UnitOfWork, request: ContactRequest, account_id: UUID, reason: str) -> None:
    """Let a colleague of the same service go on from here. Raises NotAColleagueError."""
    if account_id not in {colleague.account_id for colleague in colleagues_for(work.session, request, work.facts.on)}:
        raise NotAColleagueError
    _check_open(request)
    request.handler_account_id, request.claimed_at = account_id, work.now
    leave_step(work, request, Step(StepKind.HANDED_TO_COLLEAGUE, reason=reason, to=account_id))


def return_to_queue(work: UnitOfWork, request: ContactRequest, reason: str) -> None:
    """Put it back for anyone of the service to claim; the clock runs on. Raises TransitionError."""
    _release(request)
    leave_step(work, request, Step(StepKind.RETURNED, reason=reason))


def hand_to_service(
    work: UnitOfWork, request: ContactRequest, service: Service, document: Mapping[str, Any], reason: str
) -> None:
    """Give it to another service: sealed anew in that service's register, with its clock running on.

    ``document`` is the request's own, opened by the page. Notes on talks and duties done stay in the register that
    wrote them. A time limit once begun is kept; one that did not run (nurse, doctor) is counted from the first day.
    Raises NotAnotherServiceError, TransitionError.
    """
    if service not in other_services(request):
        raise NotAnotherServiceError
    was = request.service
    _release(request)
    request.service, request.register = service, REGISTER_OF[service]
    if request.due_on is None:
        limit = limit_of(work, request)
        request.due_on = limit.on if limit else None
    place_in_queue(request)
    work.encrypt_document(request, ContactRequest.document, dict(document))
    for task in open_tasks_of(work.session, request.id):
        task.register = request.register
    shut_out_the_conflicted(work, request)
    leave_step(work, request, Step(StepKind.HANDED_TO_SERVICE, reason=reason, code=f"{was}>{service}"))


def change_urgency(work: UnitOfWork, request: ContactRequest, urgency: Urgency, reason: str) -> None:
    """Let the professional decide (IND §2.3). Raises RequestMovedOnError when it is closed or talked about already.

    A request that turns out to be urgent has the same or the next working day from now on, never more than it had;
    one that is not has the seven days from the day it came.
    """
    _check_open(request)
    if request.talk_held_on is not None:
        raise RequestMovedOnError
    before = request.due_on
    request.is_urgent = urgency is Urgency.URGENT
    limit = limit_of(work, request)
    request.due_on = limit.on if limit else before
    if limit is not None and request.is_urgent:
        from_now = nth_working_day(WEEKDAYS, work.facts.on, URGENT_LIMIT)
        request.due_on = min(from_now, before or from_now)
    place_in_queue(request)
    leave_step(work, request, Step(StepKind.URGENCY_CHANGED, reason=reason, code=urgency))


def keep_out(work: UnitOfWork, request: ContactRequest, account_id: UUID, reason: str) -> None:
    """Shut a worker of the service out for a conflict of interest; oneself too, and then it goes back to the queue.

    Raises NotAColleagueError, TransitionError.
    """
    me = doer(work)
    known = {colleague.account_id for colleague in colleagues_for(work.session, request, work.facts.on)} | {me}
    if account_id not in known:
        raise NotAColleagueError
    if account_id == me:
        _release(request)
    shut_out(work, request, account_id, reason)
    leave_step(work, request, Step(StepKind.KEPT_OUT, to=account_id))


def _release(request: ContactRequest) -> None:
    check_transition(request.state, RequestState.RECEIVED)
    request.state, request.handler_account_id, request.claimed_at = RequestState.RECEIVED, None, None


def _check_open(request: ContactRequest) -> None:
    if request.closed_at is not None:
        raise RequestMovedOnError
