"""Conflicts of interest: a named worker is shut out of a request over every role (HL 27-28 §)."""

from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.models import IS_OPEN, ContactRequest, RequestExclusion
from welfare.requests.queries.services import givers_of
from welfare.rules.events import ConflictAsked
from welfare.rules.requests import RequestState


def shut_out(work: UnitOfWork, request: ContactRequest, account_id: UUID, reason: str = "") -> None:
    """Shut a worker out; without a reason when one stands in a matter of the student's already."""
    exclusion = RequestExclusion(
        id=uuid4(),
        request_id=request.id,
        student_id=request.student_id,
        controller_id=request.controller_id,
        register=request.register,
        account_id=account_id,
        excluded_at=work.now,
        excluded_by=work.actor.account_id if reason else None,
    )
    if reason:
        work.encrypt(exclusion, RequestExclusion.reason, reason)
    work.session.add(exclusion)


def shut_out_the_conflicted(work: UnitOfWork, request: ContactRequest) -> None:
    """Shut out of a new request everyone of the service who is shut out of a matter of the same student."""
    for giver in givers_of(work.session, request.school_id, request.service, work.facts.on):
        asked = ConflictAsked(request.student_id, giver.person.id)
        work.tell(asked)
        if asked.is_excluded and giver.account_id:
            _shut_out_once(work, request, giver.account_id)


def shut_out_of_open_requests(work: UnitOfWork, student_id: UUID, person_id: UUID) -> None:
    """A worker was shut out of a matter: of the student's open requests too, and a claimed one returns to its queue."""
    account_id = work.session.scalar(select(Account.id).where(Account.person_id == person_id))
    if account_id is None:
        return
    of_student = select(ContactRequest).where(IS_OPEN, ContactRequest.student_id == student_id)
    for request in work.session.scalars(of_student).all():
        _shut_out_once(work, request, account_id)
        if request.handler_account_id == account_id:
            request.handler_account_id, request.claimed_at = None, None
            if request.state is not RequestState.TALK_HELD:
                request.state = RequestState.RECEIVED


def _shut_out_once(work: UnitOfWork, request: ContactRequest, account_id: UUID) -> None:
    of_worker = (RequestExclusion.request_id == request.id, RequestExclusion.account_id == account_id)
    if work.session.scalar(select(RequestExclusion.id).where(*of_worker)) is None:
        shut_out(work, request, account_id)
