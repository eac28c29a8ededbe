"""Finding controllers, runs, their things and holds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.audit.models import AuditEvent
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.oversight.family import near_to
from welfare.retention.looking import Key
from welfare.retention.models import ItemState, RetentionClock, RetentionHold, RetentionItem, RetentionRun, RunState
from welfare.retention.things import people_of
from welfare.rules.actors import Actor, Facts
from welfare.rules.rights_grants import KEEPERS

MOST_RUNS = 50
LIVE = (RunState.PROPOSED, RunState.APPROVED)


def load_keeper(reading: Reading, organisation_id: UUID) -> Loaded | None:
    """Loader of ``<keeper_id:keeper>``: a controller whose records it is about."""
    row = reading.session.get(Organisation, organisation_id)
    if row is None or row.kind is OrganisationKind.SCHOOL:
        return None
    return Loaded(row, _facts(reading, row.id))


def load_run(reading: Reading, run_id: UUID) -> Loaded | None:
    """Loader of ``<retention_run_id:run>``."""
    row = reading.session.get(RetentionRun, run_id)
    if row is None:
        return None
    keys = [(item.thing, item.thing_id) for item in items_of(reading.session, run_id)]
    is_near = _are_near(reading, keys) if row.state is RunState.PROPOSED else False
    return Loaded(row, replace(_facts(reading, row.controller_id, row.proposed_by), is_excluded=is_near))


def load_hold(reading: Reading, hold_id: UUID) -> Loaded | None:
    """Loader of ``<retention_hold_id:hold>``."""
    row = reading.session.get(RetentionHold, hold_id)
    if row is None:
        return None
    is_near = _are_near(reading, [(row.thing, row.thing_id)])
    return Loaded(row, replace(_facts(reading, row.controller_id), is_excluded=is_near))


def keepers_of(session: Session, actor: Actor) -> Sequence[Organisation]:
    """The controllers whose records somebody looks after."""
    own = Organisation.id.in_(actor.controllers(*KEEPERS))
    return session.scalars(select(Organisation).where(own).order_by(Organisation.name_fi, Organisation.id)).all()


def runs_of(session: Session, controller_id: UUID) -> Sequence[RetentionRun]:
    """The newest first."""
    own = select(RetentionRun).where(RetentionRun.controller_id == controller_id)
    return session.scalars(own.order_by(RetentionRun.proposed_at.desc(), RetentionRun.id).limit(MOST_RUNS)).all()


def live_run(session: Session, controller_id: UUID) -> RetentionRun | None:
    """The run that waits for an answer or is being carried out."""
    live = (RetentionRun.controller_id == controller_id, RetentionRun.state.in_(LIVE))
    return session.scalars(select(RetentionRun).where(*live).limit(1)).first()


def items_of(session: Session, run_id: UUID) -> Sequence[RetentionItem]:
    """What stands on a run's list, in the order in which it is carried out."""
    order = (RetentionItem.last_day, RetentionItem.thing, RetentionItem.thing_id)
    return session.scalars(select(RetentionItem).where(RetentionItem.run_id == run_id).order_by(*order)).all()


def states_of(session: Session, run_ids: Sequence[UUID]) -> Mapping[UUID, Mapping[ItemState, int]]:
    """How many things of each run are in which state."""
    found: dict[UUID, dict[ItemState, int]] = {run_id: {} for run_id in run_ids}
    counted = select(RetentionItem.run_id, RetentionItem.state, func.count().label("number"))
    wanted = counted.where(RetentionItem.run_id.in_(run_ids)).group_by(RetentionItem.run_id, RetentionItem.state)
    for row in session.execute(wanted):
        found[row.run_id][row.state] = row.number
    return found


def destroyed_since(session: Session, controller_id: UUID, since: datetime) -> int:
    """How many of a controller's things have been destroyed since a moment."""
    done = (RetentionRun.controller_id == controller_id, RetentionItem.state == ItemState.DESTROYED)
    statement = select(func.count()).select_from(RetentionItem).join(RetentionRun).where(*done)
    return session.scalar(statement.where(RetentionItem.ended_at >= since)) or 0


def holds_of(session: Session, controller_id: UUID) -> Sequence[RetentionHold]:
    """Those that stand, by the day somebody is to look at them."""
    standing = (RetentionHold.controller_id == controller_id, RetentionHold.lifted_at.is_(None))
    return session.scalars(select(RetentionHold).where(*standing).order_by(RetentionHold.review_on)).all()


def oldest_event(session: Session, controller_id: UUID) -> datetime | None:
    """When a controller's log begins."""
    first = select(AuditEvent.at).where(AuditEvent.chain_id == controller_id).order_by(AuditEvent.seq).limit(1)
    return session.scalars(first).first()


def counted_time(session: Session) -> datetime | None:
    """What the second clock shows."""
    return session.scalars(select(RetentionClock.counted).limit(1)).first()


def _are_near(reading: Reading, keys: Sequence[Key]) -> bool:
    """Whether any of these things is about oneself or the own family (HL 27-28 §)."""
    near = near_to(reading.session, reading.actor)
    return bool(near) and not near.isdisjoint(people_of(reading.session, keys))


def _facts(reading: Reading, controller_id: UUID, owner: UUID | None = None) -> Facts:
    today = reading.now.astimezone(HOME_ZONE).date()
    return Facts(on=today, controller_id=controller_id, owner_account_id=owner)
