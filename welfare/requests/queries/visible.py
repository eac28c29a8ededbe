"""Which requests an actor may read: a condition that equals the rule, and the branches a queue is read by."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import ColumnElement, and_, false, or_, select

from welfare.requests.models import ContactRequest, RequestExclusion
from welfare.rules.actors import Actor, World
from welfare.rules.requests import ROLES_OF, Service

Branch = tuple[UUID, Service]
"""One school and one service: a stretch of the queue's index."""


def requests_visible_to(actor: Actor) -> ColumnElement[bool]:
    """Condition on `ContactRequest`. Equals Permission.REQUEST_READ."""
    if not is_staff_in_full(actor):
        return false()
    given = [
        and_(ContactRequest.service == service, ContactRequest.school_id.in_(actor.schools(*ROLES_OF[service])))
        for service in Service
    ]
    return and_(or_(*given, is_handled_by(actor)), not_kept_from(actor))


def branches_of(actor: Actor) -> Iterator[Branch]:
    """Every school and service whose queue is the actor's."""
    if is_staff_in_full(actor):
        for service in Service:
            for school_id in sorted(actor.schools(*ROLES_OF[service])):
                yield school_id, service


def places_of(actor: Actor) -> Iterator[ColumnElement[bool]]:
    """Conditions on `ContactRequest`: each service at every school where its queue is the actor's."""
    for service in Service:
        schools = actor.schools(*ROLES_OF[service])
        if schools:
            yield and_(ContactRequest.service == service, ContactRequest.school_id.in_(schools))


def is_handled_by(actor: Actor) -> ColumnElement[bool]:
    """Claimed by the actor, who works in its service."""
    own = [service for service in Service if ROLES_OF[service] & actor.roles]
    return and_(ContactRequest.handler_account_id == actor.account_id, ContactRequest.service.in_(own))


def not_kept_from(actor: Actor) -> ColumnElement[bool]:
    """No conflict of interest shuts the actor out (HL 27-28 §)."""
    shut = select(RequestExclusion.request_id).where(RequestExclusion.account_id == actor.account_id)
    return ContactRequest.id.not_in(shut)


def is_staff_in_full(actor: Actor) -> bool:
    """Whether lists of the staff world may hold anything at all for the actor."""
    return actor.world is World.STAFF and actor.full_sign_in
