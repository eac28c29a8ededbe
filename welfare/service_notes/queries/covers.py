"""Covers: those a worker has arranged, and those in which the worker stands in for others."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.rules.actors import Actor, Facts
from welfare.rules.service_records import ServiceDesk
from welfare.service_notes.models import WorkerCover


def load_cover(reading: Reading, cover_id: UUID) -> Loaded | None:
    """Loader of ``<cover_id:cover>``: the worker's own to end."""
    cover = reading.session.get(WorkerCover, cover_id)
    if cover is None:
        return None
    on = reading.now.astimezone(HOME_ZONE).date()
    facts = Facts(
        on=on,
        subject_ids=cover.about(),
        register=cover.register,
        controller_id=cover.controller_id,
        owner_account_id=cover.worker_account_id,
    )
    return Loaded(cover, facts)


def covers_of(session: Session, account_id: UUID | None, desk: ServiceDesk, since: date) -> Sequence[WorkerCover]:
    """The covers a worker has arranged in one register that are not over yet, the earliest first."""
    statement = select(WorkerCover).where(
        WorkerCover.worker_account_id == account_id,
        WorkerCover.register == desk.register,
        WorkerCover.controller_id == desk.controller_id,
        WorkerCover.last_on >= since,
        WorkerCover.last_on >= WorkerCover.first_on,
    )
    return session.scalars(statement.order_by(WorkerCover.first_on, WorkerCover.id)).all()


def covers_by(session: Session, actor: Actor, since: date) -> Sequence[WorkerCover]:
    """The covers in which somebody stands in for others, today and to come."""
    statement = select(WorkerCover).where(
        WorkerCover.cover_account_id == actor.account_id,
        WorkerCover.last_on >= since,
        WorkerCover.last_on >= WorkerCover.first_on,
    )
    return session.scalars(statement.order_by(WorkerCover.first_on, WorkerCover.id)).all()
