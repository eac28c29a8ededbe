"""Who may be named as an owner: those who work in a unit."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation
from welfare.people.bonds import holds_on, is_present_on
from welfare.people.models import Assignment, Person, PersonKind
from welfare.rules.actors import Role
from welfare.rules.communal_grants import COMMUNITY_STAFF


def colleagues_in(session: Session, unit: Organisation, on: date) -> Sequence[tuple[Person, Role]]:
    """Everybody at work in a unit on a day, each once; in an office also the principals of its schools."""
    within = or_(Organisation.provider_id == unit.id, Organisation.county_id == unit.id)
    below = select(Organisation.id).where(within)
    statement = (
        select(Person, Assignment.role)
        .join(Assignment, Assignment.person_id == Person.id)
        .where(
            or_(
                Assignment.organisation_id == unit.id,
                (Assignment.role == Role.PRINCIPAL) & Assignment.organisation_id.in_(below),
            ),
            Assignment.role.in_(COMMUNITY_STAFF),
            holds_on(Assignment, on),
            Person.kind == PersonKind.STAFF,
            is_present_on(on),
        )
        .order_by(Assignment.begins_on, Assignment.id)
    )
    found: dict[UUID, tuple[Person, Role]] = {}
    for person, role in session.execute(statement):
        found.setdefault(person.id, (person, role))
    return list(found.values())


def staff_by_id(session: Session, person_ids: Collection[UUID]) -> Sequence[Person]:
    """Members of the staff of these ids, whether or not they still work there."""
    statement = select(Person).where(Person.id.in_(person_ids), Person.kind == PersonKind.STAFF)
    return session.scalars(statement).all() if person_ids else []
