"""Server-side sign-in sessions: an opaque token in the cookie, its hash in the database, revoked by a row."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from flask import Response, g, request
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from welfare.accounts.actors import actor_of
from welfare.accounts.models import Account, Level, SignInSession
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.actors import NOBODY, Actor

TOKEN_BYTES = 32
SEEN_EVERY = timedelta(seconds=30)


@dataclass(frozen=True)
class SessionPolicy:
    """How long a sign-in lives and how its cookie is called."""

    idle: timedelta
    absolute: timedelta
    is_https: bool

    @property
    def cookie(self) -> str:
        """``__Host-`` wherever the browser would accept it."""
        return "__Host-welfare" if self.is_https else "welfare_sid"


@dataclass
class SessionVisitors:
    """Tells the gate who is here by the token of the request; see `welfare.access.gate.Visitors`."""

    policy: SessionPolicy
    show_way_in: Callable[[Actor], Response]

    def identify(self, session: Session, now: datetime) -> Actor:
        """The actor of a live session; NOBODY for an unknown, ended, idle or expired one."""
        g.sign_in = None
        found = find_session(session, self._token())
        if found is None:
            return NOBODY
        sign_in, account = found
        g.last_sign_in, g.account = sign_in, account
        if not is_alive(sign_in, account, self.policy, now):
            return NOBODY
        g.sign_in = sign_in
        return actor_of(session, account, sign_in, now.date())

    def way_in(self, actor: Actor) -> Response:
        """See `Visitors.way_in`."""
        return self.show_way_in(actor)

    def has_changes(self) -> bool:
        """Whether it is time to note that the session is in use."""
        sign_in: SignInSession | None = g.get("sign_in")
        return sign_in is not None and g.now - sign_in.seen_at >= SEEN_EVERY

    def keep(self, session: Session, now: datetime) -> None:
        """Note that the session is in use."""
        sign_in: SignInSession = g.sign_in
        session.execute(update(SignInSession).where(SignInSession.id == sign_in.id).values(seen_at=now))

    def _token(self) -> str:
        return request.cookies.get(self.policy.cookie, "")


def digest_of(token: str) -> bytes:
    """What the database keeps of a token."""
    return sha256(token.encode(errors="replace")).digest()


def find_session(session: Session, token: str) -> tuple[SignInSession, Account] | None:
    """The session row of a token and its account, alive or not."""
    if not token:
        return None
    statement = (
        select(SignInSession, Account)
        .join(Account, Account.id == SignInSession.account_id)
        .where(SignInSession.token_digest == digest_of(token))
    )
    row = session.execute(statement).one_or_none()
    return None if row is None else (row[0], row[1])


def is_alive(sign_in: SignInSession, account: Account, policy: SessionPolicy, now: datetime) -> bool:
    """Not ended, not idle for too long, not past its end, and the account still enabled."""
    return (
        sign_in.ended_at is None
        and now < sign_in.ends_at
        and now - sign_in.seen_at < policy.idle
        and account.is_enabled
    )


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


def end_session(work: UnitOfWork, sign_in: SignInSession, why: str) -> None:
    """End one session at once, on every node. ``why`` is a code: signed_out, rotated, revoked, password_changed."""
    sign_in.ended_at = work.now
    sign_in.ended_why = why
    work.session.add(sign_in)


def set_cookie(response: Response, token: str, policy: SessionPolicy) -> None:
    """Hand the token to the browser."""
    response.set_cookie(policy.cookie, token, httponly=True, secure=policy.is_https, samesite="Lax", path="/")


def clear_cookie(response: Response, policy: SessionPolicy) -> None:
    """Take the token back."""
    response.delete_cookie(policy.cookie, httponly=True, secure=policy.is_https, samesite="Lax", path="/")
