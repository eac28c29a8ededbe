"""Scenes of a request for support, each by one actor at one moment, through the requests room."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from welfare.people.queries import load_student, placements_of, school_for
from welfare.requests.actions.closing import close_request
from welfare.requests.actions.duties import finish_task
from welfare.requests.actions.handling import claim_request
from welfare.requests.actions.sending import Sender, SendRequest, send_request
from welfare.requests.actions.talks import TalkAt, answer_talk, offer_talk
from welfare.requests.models import ContactRequest
from welfare.requests.queries.loading import load_request, load_talk
from welfare.requests.queries.parts import open_tasks_of
from welfare.rules.outcomes import Outcome
from welfare.rules.permissions import Permission
from welfare.rules.sending import TaskKind
from welfare.rules.talks import TalkAnswer, TalkWay
from welfare.web.seeding.stage import Asked, Stage


@dataclass(frozen=True, slots=True)
class Sent:
    """A request that lies in its queue, with the receipt its sender keeps."""

    id: UUID
    receipt: str


def send(stage: Stage, account_id: UUID, student_id: UUID, sender: Sender, command: SendRequest) -> Sent:
    """Somebody asks for support for a student."""
    about = Asked("student", load_student, student_id)
    with stage.scene(account_id, Permission.REQUEST_SEND_FOR, about) as (work, student):
        placed = placements_of(work.session, [student_id], work.facts.on)
        school = school_for(placed, work.actor)
        request = send_request(work, student, school, sender, command)
        return Sent(request.id, request.receipt)


def claim(stage: Stage, account_id: UUID, request_id: UUID) -> None:
    """Somebody of the service takes it."""
    with stage.scene(account_id, Permission.REQUEST_CLAIM, _request(request_id)) as (work, request):
        claim_request(work, request)


def offer(stage: Stage, account_id: UUID, request_id: UUID, at: datetime, note: str = "") -> UUID:
    """The handler offers a talk; returns its id."""
    with stage.scene(account_id, Permission.REQUEST_HANDLE, _request(request_id)) as (work, request):
        return offer_talk(work, request, TalkAt(at=at, way=TalkWay.IN_PERSON, note=note)).id


def answer(stage: Stage, account_id: UUID, request_id: UUID, talk_id: UUID, said: TalkAnswer) -> None:
    """The handler writes down what became of an offer."""
    asked = (_request(request_id), Asked("talk", load_talk, talk_id))
    with stage.scene(account_id, Permission.REQUEST_HANDLE, *asked) as (work, talk):
        answer_talk(work, work.session.get_one(ContactRequest, request_id), talk, said)


def tell(stage: Stage, account_id: UUID, request_id: UUID, kind: TaskKind, on: date) -> None:
    """The handler has told the student or the guardian."""
    with stage.scene(account_id, Permission.REQUEST_HANDLE, _request(request_id)) as (work, _):
        for task in open_tasks_of(work.session, request_id):
            if task.kind is kind:
                finish_task(work, task, on)


def close(stage: Stage, account_id: UUID, request_id: UUID, outcome: Outcome, reason: str = "") -> None:
    """The handler decides how it ends."""
    with stage.scene(account_id, Permission.REQUEST_HANDLE, _request(request_id)) as (work, request):
        close_request(work, request, outcome, reason)


def _request(request_id: UUID) -> Asked:
    return Asked("request", load_request, request_id)
