"""From an account to the actor that the rules look at: posts, own groups and wards, as they stand today."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from welfare.accounts.models import Account, Level, SignInSession
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.people.bonds import holds_on
from welfare.people.hiding import has_hidden_guardian
from welfare.people.models import Assignment, Guardianship, Person, PersonKind, Teaching
from welfare.rules.actors import Actor, Post, Role, World
from welfare.rules.unit_types import has_pupils


def actor_of(session: Session, account: Account, sign_in: SignInSession, today: date) -> Actor:
    """The actor of an account on a day; one whose person has ended holds no post."""
    person = session.get(Person, account.person_id) if account.person_id else None
    is_present = person is not None and (person.ended_on is None or person.ended_on > today)
    is_staff = account.world is World.STAFF
    wards = _wards(session, person.id, today) if person and is_present and not is_staff else {}
    return Actor(
        account_id=account.id,
        person_id=account.person_id,
        world=account.world,
        posts=posts_of(session, person, today) if person and is_present else (),
        class_ids=_own_classes(session, person.id, today) if person and is_present and is_staff else frozenset(),
        ward_ids=frozenset(wards),
        at_home_with=frozenset(id for id, ward in wards.items() if ward.knows_place),
        beside_hidden=frozenset(id for id, ward in wards.items() if ward.is_beside_hidden),
        full_sign_in=sign_in.level is Level.FULL,
        session_id=sign_in.id,
    )


def actor_behind(session: Session, account: Account, today: date) -> Actor:
    """The owner of an account as the rules would see the owner signed in: for what reaches people elsewhere."""
    return actor_of(session, account, SignInSession(account_id=account.id, level=Level.FULL), today)


def posts_of(session: Session, person: Person, today: date) -> tuple[Post, ...]:
    """The posts of a person on a day. In early childhood education there are no pupils to reach (OHL 1 §)."""
    if person.kind is not PersonKind.STAFF:
        role = Role.STUDENT if person.kind is PersonKind.STUDENT else Role.GUARDIAN
        return (Post(role, person.controller_id, person.controller_id),)
    statement = (
        select(Assignment, Organisation.kind, Organisation.unit_type)
        .join(Organisation, Organisation.id == Assignment.organisation_id)
        .where(
            Assignment.person_id == person.id,
            holds_on(Assignment, today),
        )
        .order_by(Assignment.begins_on, Assignment.id)
    )
    return tuple(
        Post(
            role=found.role,
            organisation_id=found.organisation_id,
            controller_id=found.employer_id,
            school_ids=frozenset(
                {found.organisation_id} if kind is OrganisationKind.SCHOOL and has_pupils(gives) else ()
            ),
        )
        for found, kind, gives in session.execute(statement)
    )


def _own_classes(session: Session, person_id: UUID, today: date) -> frozenset[UUID]:
    statement = select(Teaching.class_id).where(
        Teaching.person_id == person_id,
        holds_on(Teaching, today),
    )
    return frozenset(session.scalars(statement))


class _Ward(NamedTuple):
    knows_place: bool
    is_beside_hidden: bool


def _wards(session: Session, person_id: UUID, today: date) -> dict[UUID, _Ward]:
    """Each ward, whether the guardian is of its protected household, and whether another guardian is hidden."""
    is_beside_hidden = has_hidden_guardian(Guardianship.student_id, but=person_id, on=today)
    statement = (
        select(Guardianship.student_id, Guardianship.knows_place, is_beside_hidden)
        .join(Person, Person.id == Guardianship.student_id)
        .where(
            Guardianship.guardian_id == person_id,
            Guardianship.has_custody,
            holds_on(Guardianship, today),
            or_(Person.of_age_on.is_(None), Person.of_age_on > today),
        )
    )
    found: dict[UUID, _Ward] = {}
    for student_id, knows_place, is_beside in session.execute(statement):
        knew = student_id in found and found[student_id].knows_place
        found[student_id] = _Ward(knew or knows_place, is_beside)
    return found
