"""What belongs to one request: its duties and what has been done with it."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.requests.models import InformTask, RequestStep


def tasks_of(session: Session, request_id: UUID) -> list[InformTask]:
    """Every duty the request brought, open ones first."""
    order = (InformTask.done_at.is_not(None), InformTask.kind, InformTask.id)
    return list(session.scalars(select(InformTask).where(InformTask.request_id == request_id).order_by(*order)))


def open_tasks_of(session: Session, request_id: UUID) -> list[InformTask]:
    """The duties still to be done."""
    return [task for task in tasks_of(session, request_id) if task.done_at is None]


def steps_of(session: Session, request_id: UUID) -> list[RequestStep]:
    """What has been done with the request, in order."""
    statement = select(RequestStep).where(RequestStep.request_id == request_id)
    return list(session.scalars(statement.order_by(RequestStep.at, RequestStep.id)))
