"""Clients in service whose own worker has left it: who they are, and who may take them over.

A record that has ended is nobody's to take over by itself: nobody gives that service, so nobody's task needs the
record (TihL 16 §; ATL 9 §). It goes on where the service begins again (`actions.beginning`); docs/registers.md says who
decides about one until then.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.people.bonds import holds_on, is_present_on
from welfare.people.models import Assignment, Person
from welfare.people.queries import placements_of
from welfare.rules.actors import Actor
from welfare.rules.service_records import ROLES_OF, ServiceDesk, desks_of
from welfare.service_notes.models import ClientFile
from welfare.service_notes.queries.loading import facts_of


def load_vacant(reading: Reading, file_id: UUID) -> Loaded | None:
    """Loader of ``<vacant_id:client>``: a client as colleagues find it when its worker may have left."""
    file = reading.session.get(ClientFile, file_id)
    if file is None:
        return None
    on = reading.now.astimezone(HOME_ZONE).date()
    facts = facts_of(reading.session, file, reading.actor, on)
    school_id = _school_for(reading.actor, file, _schools_of(reading.session, [file], on)[file.id])
    return Loaded(file, replace(facts, school_id=school_id, is_worker_gone=is_worker_gone(reading.session, file, on)))


def is_worker_gone(session: Session, file: ClientFile, on: date) -> bool:
    """Whether the client's own worker has left the service."""
    gone = select(ClientFile.id).where(ClientFile.id == file.id, has_lost_worker(on))
    return session.scalar(gone) is not None


def may_take_over(session: Session, actor: Actor, on: date, file: ClientFile) -> bool:
    """Whether one file is a client that the actor may take over. Equals Permission.CLIENT_TAKE_VACANT."""
    desk = ServiceDesk(file.register, file.controller_id)
    return file.id in {each.id for each in vacant_for(session, actor, on, desk, ClientFile.id == file.id)}


def vacant_for(
    session: Session, actor: Actor, on: date, desk: ServiceDesk, *conditions: ColumnElement[bool]
) -> Sequence[ClientFile]:
    """The clients of one register that the actor may take over, the newest beginning first."""
    if desk not in desks_of(actor) or not actor.full_sign_in:
        return []
    of_desk = (ClientFile.register == desk.register, ClientFile.controller_id == desk.controller_id)
    in_service = (ClientFile.ended_on.is_(None), has_lost_worker(on))
    statement = select(ClientFile).where(*of_desk, *in_service, *conditions)
    files = session.scalars(statement.order_by(ClientFile.started_on.desc(), ClientFile.id)).all()
    schools, own = _schools_of(session, files, on), _own_schools(actor, desk)
    return [file for file in files if schools[file.id] & own]


def has_lost_worker(on: date) -> ColumnElement[bool]:
    """Condition on `ClientFile`: its own worker holds no post in the service of its controller on this day."""
    of_service = or_(
        *(and_(ClientFile.register == register, Assignment.role.in_(roles)) for register, roles in ROLES_OF.items())
    )
    working = (
        select(Assignment.id)
        .join(Person, Person.id == Assignment.person_id)
        .where(
            Assignment.person_id == ClientFile.worker_person_id,
            Assignment.employer_id == ClientFile.controller_id,
            of_service,
            holds_on(Assignment, on),
            is_present_on(on),
        )
        .correlate(ClientFile)
    )
    return ~exists(working)


def _schools_of(session: Session, files: Collection[ClientFile], on: date) -> dict[UUID, frozenset[UUID]]:
    """Where each client studies today; where the service began, of one who has left school."""
    placed: dict[UUID, set[UUID]] = {}
    for place in placements_of(session, {file.student_id for file in files}, on):
        placed.setdefault(place.student.id, set()).add(place.school.id)
    return {file.id: frozenset(placed.get(file.student_id) or {file.school_id}) for file in files}


def _own_schools(actor: Actor, desk: ServiceDesk) -> frozenset[UUID]:
    posts = (p for p in actor.posts if p.role in ROLES_OF[desk.register] and p.controller_id == desk.controller_id)
    return frozenset(school_id for post in posts for school_id in post.school_ids)


def _school_for(actor: Actor, file: ClientFile, schools: Collection[UUID]) -> UUID:
    """The client's school that the actor serves, of several; else any of them."""
    own = _own_schools(actor, ServiceDesk(file.register, file.controller_id))
    return min(own.intersection(schools) or schools)
