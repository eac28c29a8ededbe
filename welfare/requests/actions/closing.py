"""Closing a request by a coded outcome (OHL 15-16 §; rule 6). It is never deleted."""

from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.actions.steps import Step, leave_step
from welfare.requests.models import ContactRequest, RequestStep
from welfare.rules.outcomes import Outcome, check_outcome
from welfare.rules.queues import StepKind
from welfare.rules.requests import RequestState, check_transition


def close_request(work: UnitOfWork, request: ContactRequest, outcome: Outcome, reason: str = "") -> RequestStep:
    """Decide how the request ends. Duties still open stay with its handler. Raises OutcomeError, TransitionError."""
    is_taken_back = request.taken_back_at is not None
    check_outcome(outcome, request.sender_kind, request.state, is_taken_back=is_taken_back)
    check_transition(request.state, RequestState.CLOSED)
    request.state, request.outcome, request.closed_at = RequestState.CLOSED, outcome, work.now
    return leave_step(work, request, Step(StepKind.CLOSED, reason=reason, code=outcome))
