"""Finding one request, talk or task, and how the actor stands to it."""

from datetime import date
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.requests.models import ContactRequest, InformTask, OfRequest, RequestExclusion, Talk
from welfare.rules.actors import Actor, Facts
from welfare.rules.requests import ROLES_OF


def load_request(reading: Reading, request_id: UUID) -> Loaded | None:
    """Loader of ``<request_id:request>``."""
    request = reading.session.get(ContactRequest, request_id)
    if request is None:
        return None
    on = reading.now.astimezone(HOME_ZONE).date()
    return Loaded(request, facts_of_request(reading.session, request, reading.actor, on))


def load_talk(reading: Reading, talk_id: UUID) -> Loaded | None:
    """Loader of ``<talk_id:talk>`` after its request; None when it is another request's."""
    return _load_part(reading, reading.session.get(Talk, talk_id))


def load_task(reading: Reading, task_id: UUID) -> Loaded | None:
    """Loader of ``<task_id:task>`` after its request; None when it is another request's."""
    return _load_part(reading, reading.session.get(InformTask, task_id))


def facts_of_request(session: Session, request: ContactRequest, actor: Actor, on: date) -> Facts:
    """What the rules ask about a request: ids, service and state, never what it says."""
    return Facts(
        on=on,
        subject_ids=request.about(),
        register=request.register,
        controller_id=request.controller_id,
        school_id=request.school_id,
        student_id=request.student_id,
        service_roles=ROLES_OF[request.service],
        state=request.state,
        sender_account_id=request.sender_account_id,
        handler_account_id=request.handler_account_id,
        is_excluded=_is_excluded(session, request, actor),
    )


def _load_part(reading: Reading, part: OfRequest | None) -> Loaded | None:
    request: ContactRequest = reading.loaded["request"]
    if part is None or part.request_id != request.id:
        return None
    on = reading.now.astimezone(HOME_ZONE).date()
    return Loaded(part, facts_of_request(reading.session, request, reading.actor, on))


def _is_excluded(session: Session, request: ContactRequest, actor: Actor) -> bool:
    if actor.account_id is None:
        return False
    shut = exists().where(RequestExclusion.request_id == request.id, RequestExclusion.account_id == actor.account_id)
    return bool(session.scalar(select(shut)))
