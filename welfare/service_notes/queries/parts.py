"""Appointments and offers: those of one client, and what a worker has today."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from welfare.rules.actors import Actor
from welfare.rules.service_records import AppointmentState
from welfare.service_notes.models import IS_OPEN, Appointment, ClientFile, HandOver, ServiceNote
from welfare.service_notes.queries.seen import files_visible_to

_IS_PLANNED = Appointment.state == AppointmentState.PLANNED


def coming_of(session: Session, file_id: UUID, since: datetime) -> Sequence[Appointment]:
    """The planned appointments of a client from a moment on, the next first. What is past is not listed (rule 14)."""
    statement = select(Appointment).where(Appointment.file_id == file_id, _IS_PLANNED, Appointment.starts_at >= since)
    return session.scalars(statement.order_by(Appointment.starts_at, Appointment.id)).all()


def next_of(session: Session, file_ids: Collection[UUID], since: datetime) -> dict[UUID, datetime]:
    """When each of these clients comes next, of those who do."""
    first = func.min(Appointment.starts_at, type_=Appointment.starts_at.type)
    statement = (
        select(Appointment.file_id, first)
        .where(Appointment.file_id.in_(file_ids), _IS_PLANNED, Appointment.starts_at >= since)
        .group_by(Appointment.file_id)
    )
    return {row[0]: row[1] for row in session.execute(statement)} if file_ids else {}


def latest_of(session: Session, file_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """When something was last written about each of these clients."""
    last = func.max(ServiceNote.written_at, type_=ServiceNote.written_at.type)
    statement = select(ServiceNote.file_id, last).where(ServiceNote.file_id.in_(file_ids)).group_by(ServiceNote.file_id)
    return {row[0]: row[1] for row in session.execute(statement)} if file_ids else {}


def times_on(
    session: Session, actor: Actor, on: date, begins: datetime, ends: datetime
) -> Sequence[tuple[Appointment, ClientFile]]:
    """The planned appointments between two moments with the clients whom the actor sees, in the order of the clock."""
    statement = (
        select(Appointment, ClientFile)
        .join(ClientFile, ClientFile.id == Appointment.file_id)
        .where(files_visible_to(actor, on), _IS_PLANNED, Appointment.starts_at >= begins, Appointment.starts_at < ends)
        .order_by(Appointment.starts_at, Appointment.id)
    )
    return [(row[0], row[1]) for row in session.execute(statement)]


def open_offer_of(session: Session, file_id: UUID) -> HandOver | None:
    """The offer of a client that waits for its answer."""
    return session.scalars(select(HandOver).where(HandOver.file_id == file_id, IS_OPEN)).one_or_none()


def last_answer_of(session: Session, file_id: UUID) -> HandOver | None:
    """The newest offer of a client that has been answered."""
    statement = select(HandOver).where(HandOver.file_id == file_id, ~IS_OPEN).order_by(HandOver.answered_at.desc())
    return session.scalars(statement.limit(1)).first()
