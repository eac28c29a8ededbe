"""Sending a request: the receiving service's record, its clock and the duties the act attaches to it (OHL 15-16 §)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.organisations.queries import WEEKDAYS, institution_calendar
from welfare.people.models import Person
from welfare.people.queries import guardians_of, is_minor
from welfare.requests.actions.conflicts import shut_out_the_conflicted
from welfare.requests.actions.steps import doer, limit_of, place_in_queue, received_on, urgency_of
from welfare.requests.models import ContactRequest, InformTask
from welfare.requests.queries.own import guardians_shut_out
from welfare.rules.deadlines import talk_limit
from welfare.rules.ids import RequestId
from welfare.rules.receipts import receipt_number
from welfare.rules.requests import REGISTER_OF, RequestState, SenderKind, Service, Urgency
from welfare.rules.safe_contact import UNASKED, SafeContact
from welfare.rules.sending import (
    GuardianTold,
    OpenedTask,
    RequestFacts,
    RequestLack,
    TaskKind,
    tasks_opened_by,
    what_is_missing,
)
from welfare.rules.subjects import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who asks: in which capacity, and the name and office that go with the request."""

    kind: SenderKind
    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendRequest:
    """What is asked, of which service, and who has been told."""

    service: Service
    urgency: Urgency | None = None
    urgency_reason: str = ""
    subject: Subject | None = None
    description: str = ""
    together: bool | None = None
    together_reason: str = ""
    student_told_on: date | None = None
    guardian_told: GuardianTold | None = None
    guardian_told_on: date | None = None
    guardian_reason: str = ""
    wish: str = ""
    earlier_support: str = ""
    contact_way: str = ""
    safe_contact: SafeContact = UNASKED


class RequestIncompleteError(ValueError):
    """Something the act asks for is not answered."""

    def __init__(self, lacks: tuple[RequestLack, ...]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = lacks


class NoReceivingServiceError(LookupError):
    """The school belongs to no county, so there is no service to send to."""


def send_request(
    work: UnitOfWork, student: Person, school: Organisation, sender: Sender, command: SendRequest
) -> ContactRequest:
    """Put a request into the queue of the service. Raises RequestIncompleteError, NoReceivingServiceError."""
    facts = facts_of_sending(work, student, sender, command)
    if lacks := what_is_missing(facts):
        raise RequestIncompleteError(lacks)
    if school.county_id is None:
        raise NoReceivingServiceError
    request = _new_request(work, student, school, sender, command)
    work.encrypt_document(request, ContactRequest.document, _document(sender, command))
    work.session.add(request)
    work.session.flush()
    for task in tasks_opened_by(facts):
        work.session.add(opened_task(work, request, task))
    shut_out_the_conflicted(work, request)
    work.session.flush()
    work.note(request.controller_id, request.register, service=request.service.value, sender=sender.kind.value)
    return request


def facts_of_sending(work: UnitOfWork, student: Person, sender: Sender, command: SendRequest) -> RequestFacts:
    """What the rules on sending ask: whether things are said, never what they say."""
    return RequestFacts(
        sender=sender.kind,
        student_is_minor=is_minor(student, work.facts.on),
        has_reason=bool(command.description),
        urgency=command.urgency,
        has_urgency_reason=bool(command.urgency_reason),
        together=command.together,
        has_why_apart=bool(command.together_reason),
        student_told_on=command.student_told_on,
        guardian_told=command.guardian_told,
        guardian_told_on=command.guardian_told_on,
        prohibition_stands=_is_every_guardian_shut_out(work, student.id),
    )


def opened_task(work: UnitOfWork, request: ContactRequest, task: OpenedTask) -> InformTask:
    """A duty as a row; done already where the sender has seen to it."""
    is_done = task.done_on is not None
    return InformTask(
        id=uuid4(),
        request_id=request.id,
        student_id=request.student_id,
        controller_id=request.controller_id,
        register=request.register,
        kind=task.kind,
        due_on=_limit_of_telling(work, request) if task.kind is TaskKind.TELL_STUDENT else None,
        done_on=task.done_on,
        done_at=work.now if is_done else None,
        done_by=doer(work) if is_done else None,
    )


def _limit_of_telling(work: UnitOfWork, request: ContactRequest) -> date:
    """The student is told within the talk's time limit, whatever the service (OHL 16 § 2)."""
    days = institution_calendar(work.session, request.school_id)
    return talk_limit(received_on(request), urgency_of(request), days, WEEKDAYS).on


def _new_request(
    work: UnitOfWork, student: Person, school: Organisation, sender: Sender, command: SendRequest
) -> ContactRequest:
    request_id = uuid4()
    request = ContactRequest(
        id=request_id,
        receipt=receipt_number(RequestId(request_id)),
        student_id=student.id,
        school_id=school.id,
        controller_id=school.county_id,
        register=REGISTER_OF[command.service],
        service=command.service,
        sender_kind=sender.kind,
        sender_account_id=doer(work),
        state=RequestState.RECEIVED,
        is_urgent=command.urgency is Urgency.URGENT,
        received_at=work.now,
    )
    limit = limit_of(work, request)
    request.due_on = limit.on if limit else None
    place_in_queue(request)
    return request


def _document(sender: Sender, command: SendRequest) -> dict[str, object]:
    return {
        "subject": command.subject or "",
        "description": command.description,
        "wish": command.wish,
        "urgency_reason": command.urgency_reason,
        "together": command.together,
        "together_reason": command.together_reason,
        "student_told_on": _iso(command.student_told_on),
        "guardian_told": command.guardian_told or "",
        "guardian_told_on": _iso(command.guardian_told_on),
        "guardian_reason": command.guardian_reason,
        "earlier_support": command.earlier_support,
        "contact_way": command.contact_way,
        "sender_name": sender.name,
        "sender_role": sender.role,
        **command.safe_contact.as_document(),
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _is_every_guardian_shut_out(work: UnitOfWork, student_id: UUID) -> bool:
    """Whether nobody is left to tell; while one guardian is not shut out, the duty to tell stands for that one."""
    guardians = {person.id for person, _ in guardians_of(work.session, student_id, work.facts.on)}
    return bool(guardians) and guardians <= guardians_shut_out(work, student_id)
