"""Reads of the accounts room."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from welfare.accounts.models import Account, InstanceMark, Level, RecoveryCode, SignInSession
from welfare.accounts.sessions import SessionPolicy
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.people.bonds import is_present_on, lasts
from welfare.people.models import Assignment, Person, PersonKind


def account_by_name(session: Session, name_index: bytes) -> Account | None:
    """The account somebody signs in to by a name."""
    return session.scalar(select(Account).where(Account.username_index == name_index))


def open_sessions(session: Session, account_id: UUID, policy: SessionPolicy, now: datetime) -> Sequence[SignInSession]:
    """The living sessions of an account, the one used last first."""
    statement = (
        select(SignInSession)
        .where(
            SignInSession.account_id == account_id,
            SignInSession.ended_at.is_(None),
            SignInSession.ends_at > now,
            SignInSession.seen_at > now - policy.idle,
        )
        .order_by(SignInSession.seen_at.desc(), SignInSession.created_at.desc(), SignInSession.id)
    )
    return session.scalars(statement).all()


def last_sign_in(session: Session, account_id: UUID, *, before: datetime) -> datetime | None:
    """When an account was last fully signed in to, before a moment."""
    statement = select(func.max(SignInSession.created_at)).where(
        SignInSession.account_id == account_id, SignInSession.level == Level.FULL, SignInSession.created_at < before
    )
    return session.scalar(statement)


def recovery_codes_left(session: Session, account_id: UUID) -> int:
    """How many recovery codes have not been used."""
    statement = select(func.count()).where(RecoveryCode.account_id == account_id, RecoveryCode.used_at.is_(None))
    return session.scalar(statement) or 0


def is_demo_database(session: Session) -> bool:
    """Whether a database holds invented people only."""
    return session.scalar(select(InstanceMark.value).where(InstanceMark.name == "demo")) is not None


def staff_of(session: Session, controller_ids: Iterable[UUID], today: date) -> Sequence[tuple[Person, Account | None]]:
    """The present staff of some controllers, with the account each has, if any. Equals Permission.ACCOUNT_LIST."""
    statement = (
        select(Person, Account)
        .outerjoin(Account, Account.person_id == Person.id)
        .where(
            Person.kind == PersonKind.STAFF,
            Person.controller_id.in_(set(controller_ids)),
            is_present_on(today),
        )
    )
    return [(person, account) for person, account in session.execute(statement)]


def posts_on(session: Session, person_ids: Iterable[UUID], today: date) -> Sequence[tuple[Assignment, Organisation]]:
    """The posts of some people that have not ended, the oldest first."""
    statement = (
        select(Assignment, Organisation)
        .join(Organisation, Organisation.id == Assignment.organisation_id)
        .where(Assignment.person_id.in_(set(person_ids)), lasts(Assignment, today))
        .order_by(Assignment.begins_on, Assignment.id)
    )
    return [(post, place) for post, place in session.execute(statement)]


def places_of(session: Session, employer: Organisation) -> Sequence[Organisation]:
    """The employer itself and the schools its people work at, by name."""
    owner = Organisation.county_id if employer.kind is OrganisationKind.COUNTY else Organisation.provider_id
    statement = select(Organisation).where(
        or_(
            Organisation.id == employer.id,
            (owner == employer.id) & (Organisation.kind == OrganisationKind.SCHOOL),
        ),
        Organisation.ended_on.is_(None),
    )
    return session.scalars(statement.order_by(Organisation.name_fi, Organisation.id)).all()


def account_of(session: Session, person_id: UUID) -> Account | None:
    """The account of a person."""
    return session.scalar(select(Account).where(Account.person_id == person_id))
