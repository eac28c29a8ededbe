"""Beginning a session after each step of a sign-in: a new token, the old one dead, and what the person is told."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from welfare.accounts.actors import actor_of
from welfare.accounts.kept_text import offer_typed
from welfare.accounts.models import Account, Change, Level, SignInSession
from welfare.accounts.queries import last_sign_in, open_sessions
from welfare.accounts.sessions import Ending, SessionPolicy, begin_session, end_session, find_session, run_out_by
from welfare.accounts.throttle import take_wrong
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.actors import World
from welfare.rules.registers import HOUSE, Register


@dataclass(frozen=True)
class Visit:
    """What a request brings to a sign-in: the limits, the browser's name, and the session it has had so far."""

    policy: SessionPolicy
    browser: str
    session_id: UUID | None = None


@dataclass(frozen=True)
class Entry:
    """A step that has been made. The rest is for the person, after the last one."""

    token: str
    level: Level
    last_at: datetime | None = None
    failed_tries: int = 0
    change: Change | None = None
    changed_at: datetime | None = None
    has_kept_text: bool = False


def level_after_password(account: Account) -> Level:
    """Staff, and whoever has a second factor, must give it; a one-time password must be changed; then one is in."""
    if account.world is World.STAFF or account.has_second_factor:
        return Level.PASSWORD
    return level_after_factors(account)


def level_after_factors(account: Account) -> Level:
    """What is left once every factor has been given."""
    return Level.MUST_CHANGE if account.must_change_password else Level.FULL


def enter(work: UnitOfWork, account: Account, level: Level, visit: Visit) -> Entry:
    """Begin a session of a level in place of the one before, and act as the account from here on."""
    if visit.session_id is not None:
        end_session(work, visit.session_id, Ending.ROTATED)
    _note_run_out(work, account.id, visit.policy)
    last_at = last_sign_in(work.session, account.id, before=work.now)
    token = begin_session(work, account, level, visit.policy, visit.browser)
    work.session.flush()
    found = find_session(work.session, token)
    if found is None:
        raise LookupError
    work.actor = actor_of(work.session, account, found.sign_in, work.facts.on)
    if level is not Level.FULL:
        return Entry(token, level)
    return _welcome(work, account, Entry(token, level, last_at), visit)


def _welcome(work: UnitOfWork, account: Account, entry: Entry, visit: Visit) -> Entry:
    work.note(HOUSE, Register.SESSION, ("account", account.id), sign_in="full")
    _end_oldest(work, account, visit.policy)
    change = Change(account.changed_how) if account.changed_how else None
    # What the person did a moment ago, on the way in, is no news to them.
    is_news = account.changed_at is not None and (entry.last_at or account.created_at) <= account.changed_at < work.now
    return Entry(
        entry.token,
        entry.level,
        last_at=entry.last_at,
        failed_tries=take_wrong(work, account.id),
        change=change if is_news else None,
        changed_at=account.changed_at,
        has_kept_text=offer_typed(work),
    )


def _end_oldest(work: UnitOfWork, account: Account, policy: SessionPolicy) -> None:
    """Keep the number of parallel sessions (ASVS 5.0 V7.1.2). Invented people are shared by many on purpose."""
    if account.is_demo:
        return
    found = open_sessions(work.session, account.id, policy, work.now)
    for sign_in in [sign_in for sign_in in found if sign_in.level is Level.FULL][policy.most :]:
        end_session(work, sign_in.id, Ending.TOO_MANY)


def _note_run_out(work: UnitOfWork, account_id: UUID, policy: SessionPolicy) -> None:
    """Close the sessions that nobody came back to."""
    statement = select(SignInSession).where(SignInSession.account_id == account_id, SignInSession.ended_at.is_(None))
    stale = [(row.id, why) for row in work.session.scalars(statement) if (why := run_out_by(row, policy, work.now))]
    for session_id, why in stale:
        end_session(work, session_id, why)
    if stale:
        work.note(HOUSE, Register.SESSION, ("account", account_id), sessions_run_out=len(stale))
