"""What every deed on a request shares: its place in the queue, its time limit, and the step it leaves."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.db.base import Revised
from welfare.organisations.queries import WEEKDAYS, institution_calendar
from welfare.requests.models import ContactRequest, RequestStep
from welfare.rules.deadlines import DueDate, due_date
from welfare.rules.queues import StepKind, queue_day
from welfare.rules.requests import Urgency


class RequestMovedOnError(RuntimeError):
    """The request is not as its handler last saw it: somebody has done something with it meanwhile."""


class NobodyActsError(RuntimeError):
    """A deed that names its doer was asked for by nobody."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done with a request: its kind, the reason in words, what it became, and whom it concerned."""

    kind: StepKind
    reason: str = ""
    code: str = ""
    to: UUID | None = None


def received_on(request: ContactRequest) -> date:
    """The day of the request where the institution is: day 0 of its clock."""
    return request.received_at.astimezone(HOME_ZONE).date()


def urgency_of(request: ContactRequest) -> Urgency:
    """Its urgency as it stands."""
    return Urgency.URGENT if request.is_urgent else Urgency.NORMAL


def limit_of(work: UnitOfWork, request: ContactRequest) -> DueDate | None:
    """The statutory time limit counted from the day the request came (OHL 15 § 1)."""
    days = institution_calendar(work.session, request.school_id)
    return due_date(received_on(request), urgency_of(request), request.service, days, WEEKDAYS)


def place_in_queue(request: ContactRequest) -> None:
    """Stand where the time limit and the talk put it; to be called whenever either has changed."""
    is_held = request.talk_held_on is not None
    request.queue_on = queue_day(received_on(request), request.due_on, urgency_of(request), talk_is_held=is_held)


def check_unchanged(row: Revised, seen: object) -> None:
    """Refuse a deed decided on an older state of a row. Raises RequestMovedOnError."""
    if seen != row.revision:
        raise RequestMovedOnError


def doer(work: UnitOfWork) -> UUID:
    """The account at work. Raises NobodyActsError."""
    if work.actor.account_id is None:
        raise NobodyActsError
    return work.actor.account_id


def leave_step(work: UnitOfWork, request: ContactRequest, done: Step) -> RequestStep:
    """Write down what was done, and flush, so that the slower of two at once fails here."""
    step = RequestStep(
        id=uuid4(),
        request_id=request.id,
        student_id=request.student_id,
        controller_id=request.controller_id,
        register=request.register,
        kind=done.kind,
        at=work.now,
        by=doer(work),
        to_account_id=done.to,
        code=done.code,
    )
    if done.reason:
        work.encrypt(step, RequestStep.reason, done.reason)
    work.session.add_all([request, step])
    work.session.flush()
    work.note(
        request.controller_id, request.register, step=done.kind.value, **({"code": done.code} if done.code else {})
    )
    return step
