"""Server-side sign-in sessions: an opaque token in the cookie, its hash in the database, ended by a row.

Whatever ends a session ends it at once on every node, because each request reads the row (ASVS 5.0 V7.2, V7.4).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from secrets import token_urlsafe
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from welfare.accounts.models import Account, Level, SignInSession
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person

TOKEN_BYTES = 32


class Ending(StrEnum):
    """Why a session ended."""

    SIGNED_OUT = "signed_out"
    ROTATED = "rotated"  # another token took its place
    IDLE = "idle"
    EXPIRED = "expired"
    ENDED_ELSEWHERE = "ended_elsewhere"  # by its owner, from another browser
    CREDENTIALS = "credentials"  # password or second factor changed
    DISABLED = "disabled"
    TOO_MANY = "too_many"


RUN_OUT = frozenset({Ending.IDLE, Ending.EXPIRED})
"""Endings by the clock alone: nobody wanted them, so what was typed is kept."""


@dataclass(frozen=True)
class SessionPolicy:
    """How long a sign-in lives, how many one account may have, and how its cookie is called."""

    idle: timedelta
    absolute: timedelta
    is_https: bool
    most: int = 3

    @property
    def cookie(self) -> str:
        """``__Host-`` wherever the browser would accept it."""
        return "__Host-welfare" if self.is_https else "welfare_sid"


class Found(NamedTuple):
    """The session row of a token, its account, and the person behind it if there is one."""

    sign_in: SignInSession
    account: Account
    person: Person | None


def digest_of(token: str) -> bytes:
    """What the database keeps of a token."""
    return sha256(token.encode(errors="replace")).digest()


def find_session(session: Session, token: str) -> Found | None:
    """The session of a token, alive or not."""
    if not token:
        return None
    statement = (
        select(SignInSession, Account, Person)
        .join(Account, Account.id == SignInSession.account_id)
        .outerjoin(Person, Person.id == Account.person_id)
        .where(SignInSession.token_digest == digest_of(token))
    )
    row = session.execute(statement).one_or_none()
    return None if row is None else Found(*row)


def is_alive(sign_in: SignInSession, account: Account, policy: SessionPolicy, now: datetime) -> bool:
    """Not ended, not run out, and the account still enabled."""
    return account.is_enabled and sign_in.ended_at is None and run_out_by(sign_in, policy, now) is None


def run_out_by(sign_in: SignInSession, policy: SessionPolicy, now: datetime) -> Ending | None:
    """Which limit of time a session has passed, if any."""
    if now >= sign_in.ends_at:
        return Ending.EXPIRED
    return Ending.IDLE if now - sign_in.seen_at >= policy.idle else None


def has_run_out(sign_in: SignInSession, policy: SessionPolicy, now: datetime) -> bool:
    """Whether the clock alone has ended a session: nobody signed out and nobody revoked it."""
    if sign_in.ended_at is not None:
        return sign_in.ended_why in RUN_OUT
    return run_out_by(sign_in, policy, now) is not None


def begin_session(work: UnitOfWork, account: Account, level: Level, policy: SessionPolicy, browser: str) -> str:
    """Make a new session row and return its token, which is kept nowhere else."""
    token = token_urlsafe(TOKEN_BYTES)
    row = SignInSession(
        token_digest=digest_of(token),
        account_id=account.id,
        level=level,
        created_at=work.now,
        seen_at=work.now,
        ends_at=work.now + policy.absolute,
        browser=browser[:60],
    )
    work.session.add(row)
    return token


def rotate_token(work: UnitOfWork, sign_in_id: UUID) -> str:
    """Give a session a new token; the old one is dead. Its limits of time stay."""
    token = token_urlsafe(TOKEN_BYTES)
    statement = update(SignInSession).where(SignInSession.id == sign_in_id).values(token_digest=digest_of(token))
    work.session.execute(statement)
    return token


def end_session(work: UnitOfWork, sign_in_id: UUID, why: Ending) -> bool:
    """End one session at once; false when it had ended before."""
    return _end(work, why, SignInSession.id == sign_in_id) == 1


def end_sessions(work: UnitOfWork, account_id: UUID, why: Ending, *, but: UUID | None = None) -> int:
    """End every session of an account at once, except one; returns how many there were."""
    return _end(work, why, SignInSession.account_id == account_id, SignInSession.id != but)


def _end(work: UnitOfWork, why: Ending, *conditions: ColumnElement[bool]) -> int:
    statement = (
        update(SignInSession)
        .where(SignInSession.ended_at.is_(None), *conditions)
        .values(ended_at=work.now, ended_why=why.value)
        .returning(SignInSession.id)
    )
    return len(work.session.scalars(statement).all())
