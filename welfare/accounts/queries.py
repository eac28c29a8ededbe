"""Reads of the accounts room."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from welfare.accounts.models import Account, InstanceMark, Level, RecoveryCode, SignInSession
from welfare.accounts.sessions import SessionPolicy


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
