"""Imports, deliveries and reviews that an administrator sees."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.organisations.models import Organisation
from welfare.people.models import Person, RosterDelivery, RosterImport, RosterReview
from welfare.rules.actors import Actor, Facts, Role


def imports_visible_to(actor: Actor) -> ColumnElement[bool]:
    """Condition on `RosterImport`: of a provider that the actor, or the actor's county, administers; or one's own."""
    own = actor.controllers(Role.ADMINISTRATOR)
    below = select(Organisation.id).where(or_(Organisation.id.in_(own), Organisation.county_id.in_(own)))
    return or_(RosterImport.provider_id.in_(below), RosterImport.account_id == actor.account_id)


def deliveries_visible_to(actor: Actor) -> ColumnElement[bool]:
    """Condition on `RosterDelivery`: handed over by an administrator of the same organisation."""
    return RosterDelivery.controller_id.in_(actor.controllers(Role.ADMINISTRATOR))


def load_delivery(reading: Reading, delivery_id: UUID) -> Loaded | None:
    """Loader of ``<delivery_id:delivery>``."""
    statement = select(RosterDelivery).where(RosterDelivery.id == delivery_id, deliveries_visible_to(reading.actor))
    found = reading.session.scalars(statement).one_or_none()
    return None if found is None else Loaded(found, _facts(reading, "roster_delivery", found.id, found.controller_id))


def load_review(reading: Reading, review_id: UUID) -> Loaded | None:
    """Loader of ``<review_id:review>``."""
    statement = (
        select(RosterReview, RosterImport.provider_id)
        .join(RosterImport, RosterImport.id == RosterReview.import_id)
        .where(RosterReview.id == review_id, imports_visible_to(reading.actor))
    )
    row = reading.session.execute(statement).one_or_none()
    return None if row is None else Loaded(row[0], _facts(reading, "roster_review", row[0].id, row[1]))


def imports_of(session: Session, actor: Actor, first: int, size: int) -> tuple[int, Sequence[RosterImport]]:
    """How many imports the actor sees, and some of them, the latest first."""
    visible = imports_visible_to(actor)
    total = session.scalar(select(func.count()).select_from(RosterImport).where(visible)) or 0
    statement = select(RosterImport).where(visible).order_by(RosterImport.at.desc(), RosterImport.id)
    return total, session.scalars(statement.offset(first).limit(size)).all()


def latest_delivery(session: Session, actor: Actor) -> RosterDelivery | None:
    """The delivery that was handed over last."""
    statement = select(RosterDelivery).where(deliveries_visible_to(actor)).order_by(RosterDelivery.arrived_at.desc())
    return session.scalars(statement.limit(1)).first()


def open_reviews(session: Session, actor: Actor) -> int:
    """How many things nobody has looked at yet."""
    statement = select(func.count()).select_from(RosterReview).join(RosterImport)
    return session.scalar(statement.where(imports_visible_to(actor), RosterReview.looked_at.is_(None))) or 0


def reviews_of(
    session: Session, actor: Actor, *, first: int, size: int, is_open: bool
) -> tuple[int, list[tuple[RosterReview, datetime, Person | None]]]:
    """How many reviews the actor sees, and some of them with their import's moment and the person, newest first."""
    seen = RosterReview.looked_at.is_(None) if is_open else RosterReview.looked_at.is_not(None)
    conditions = (imports_visible_to(actor), seen)
    total = session.scalar(select(func.count()).select_from(RosterReview).join(RosterImport).where(*conditions)) or 0
    statement = (
        select(RosterReview, RosterImport.at, Person)
        .join(RosterImport, RosterImport.id == RosterReview.import_id)
        .outerjoin(Person, Person.id == RosterReview.person_id)
        .where(*conditions)
        .order_by(RosterImport.at.desc(), RosterReview.code, RosterReview.id)
    )
    return total, [(row[0], row[1], row[2]) for row in session.execute(statement.offset(first).limit(size))]


def _facts(reading: Reading, kind: str, thing_id: UUID, controller_id: UUID | None) -> Facts:
    on = reading.now.astimezone(HOME_ZONE).date()
    return Facts(on=on, subject_ids=((kind, thing_id),), controller_id=controller_id)
