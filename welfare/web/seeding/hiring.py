"""Accounts for the people of a seed, each with a password and, for staff, a second factor of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from secrets import token_urlsafe
from uuid import UUID

import pyotp

from welfare.accounts.actions import create_account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person
from welfare.people.roster.records import STAFF_ROLES, OrgType, UserRow
from welfare.rules.actors import Role, World
from welfare.web.seeding.arrivals import Arrived, employ
from welfare.web.seeding.company import Elder, Pupil, User
from welfare.web.seeding.plans import ByHand
from welfare.web.seeding.stage import Stage

PASSWORD_BYTES = 15


def hire(stage: Stage, arrived: Arrived) -> Iterator[User]:
    """Accounts for everybody to whom a roster gives a post."""
    for row in arrived.content.users.records.values():
        if row.role in STAFF_ROLES and row.staff_role is not None:
            user = _worker(arrived, row, row.staff_role)
            with stage.behind_the_scenes() as work:
                yield _with_account(work, work.session.get_one(Person, user.person_id), user)


def appoint(stage: Stage, post: ByHand, code: str, organisation_id: UUID) -> User:
    """Somebody with an account, in a post at a provider or a county that no roster can give."""
    with stage.behind_the_scenes() as work:
        person = employ(work, post.name, post.role, organisation_id, organisation_id)
        username = ".".join(part for part in (*post.name.casefold().split(), code) if part)
        secret = pyotp.random_base32()
        user = User(_NOBODY, person.id, post.name, post.role, organisation_id, username, _password(), secret)
        return _with_account(work, person, user)


def admit(stage: Stage, role: Role, people: Iterable[tuple[Pupil | Elder, UUID]]) -> Iterator[User]:
    """Accounts for students or guardians, each with the organisation they belong to; they need no second factor."""
    for one, organisation_id in people:
        user = User(_NOBODY, one.id, one.name, role, organisation_id, one.username, _password())
        with stage.behind_the_scenes() as work:
            yield _with_account(work, work.session.get_one(Person, one.id), user)


_NOBODY = UUID(int=0)
"""Until the account is there."""


def _worker(arrived: Arrived, row: UserRow, role: Role) -> User:
    """One in the first of the schools where the post is, or at the employer's."""
    orgs = arrived.content.orgs.records
    schools = tuple(arrived.organisation(id) for id in row.org_ids if orgs[id].type is OrgType.SCHOOL)
    place = schools[0] if schools else arrived.organisation(row.org_ids[0])
    name = f"{row.given_name} {row.family_name}"
    secret = pyotp.random_base32()
    person_id = arrived.person(row.source_id)
    return User(_NOBODY, person_id, name, role, place, row.username, _password(), secret, schools)


def _with_account(work: UnitOfWork, person: Person, user: User) -> User:
    account = create_account(
        work,
        person,
        World.CITIZEN if user.role in {Role.STUDENT, Role.GUARDIAN} else World.STAFF,
        user.username,
        user.password,
        totp_secret=user.totp_secret,
        is_demo=True,
    )
    return replace(user, id=account.id)


def _password() -> str:
    return token_urlsafe(PASSWORD_BYTES)
