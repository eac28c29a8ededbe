"""Which client files an actor may see: a condition that equals the rule, the only source of lists, counts and hits."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, false, or_, select
from sqlalchemy.orm import Session

from welfare.rules.actors import Actor, World
from welfare.rules.service_records import ServiceDesk, desks_of
from welfare.service_notes.models import IS_OPEN, ClientFile, HandOver, WorkerCover


def files_visible_to(actor: Actor, on: date, desk: ServiceDesk | None = None) -> ColumnElement[bool]:
    """Condition on `ClientFile`: one's own and covered clients, of one register or of all that are the actor's.

    Equals Permission.CLIENT_READ.
    """
    if actor.world is not World.STAFF or not actor.full_sign_in or actor.account_id is None:
        return false()
    desks = [each for each in desks_of(actor) if desk in {None, each}]
    return and_(_is_of(desks), or_(ClientFile.worker_account_id == actor.account_id, is_covered_by(actor, on)))


def is_covered_by(actor: Actor, on: date) -> ColumnElement[bool]:
    """Condition on `ClientFile`: the actor stands in for its own worker on this day."""
    return exists(
        select(WorkerCover.id)
        .where(
            WorkerCover.cover_account_id == actor.account_id,
            WorkerCover.worker_account_id == ClientFile.worker_account_id,
            WorkerCover.register == ClientFile.register,
            WorkerCover.controller_id == ClientFile.controller_id,
            WorkerCover.first_on <= on,
            WorkerCover.last_on >= on,
        )
        .correlate(ClientFile)
    )


def clients_seen_by(
    session: Session, actor: Actor, on: date, desk: ServiceDesk, *conditions: ColumnElement[bool]
) -> Sequence[ClientFile]:
    """The clients of one register that the actor sees, the newest beginning first."""
    statement = select(ClientFile).where(files_visible_to(actor, on, desk), *conditions)
    return session.scalars(statement.order_by(ClientFile.started_on.desc(), ClientFile.id)).all()


def offers_to(session: Session, actor: Actor) -> Sequence[HandOver]:
    """The clients that colleagues offer to the actor, the oldest offer first. Equals Permission.CLIENT_TAKE_OVER."""
    desks = desks_of(actor)
    if actor.world is not World.STAFF or not actor.full_sign_in or not desks:
        return []
    of_desk = or_(
        *(and_(HandOver.register == each.register, HandOver.controller_id == each.controller_id) for each in desks)
    )
    statement = select(HandOver).where(IS_OPEN, HandOver.to_account_id == actor.account_id, of_desk)
    return session.scalars(statement.order_by(HandOver.offered_at, HandOver.id)).all()


def _is_of(desks: Sequence[ServiceDesk]) -> ColumnElement[bool]:
    parts = [
        and_(ClientFile.register == each.register, ClientFile.controller_id == each.controller_id) for each in desks
    ]
    return or_(*parts) if parts else false()
