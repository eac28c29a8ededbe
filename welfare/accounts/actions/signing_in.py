"""Signing in: the password, in equal time and with equal words whether or not there is such an account."""

import time
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from welfare.accounts.credentials import Credentials, seal_credentials
from welfare.accounts.models import Account
from welfare.accounts.names import index_of
from welfare.accounts.pages.credentials import open_credentials
from welfare.accounts.passwords import Hashing, settle
from welfare.accounts.queries import account_by_name
from welfare.accounts.throttle import (
    NO_WAIT,
    Counter,
    by_address,
    by_browser,
    by_name,
    count_wrong,
    forget_tries,
    give_back,
    take_try,
    wait_left,
)
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.registers import HOUSE, Register


@dataclass(frozen=True)
class Try:
    """Somebody says who they are. ``browser`` is the id of a browser the account knows, else empty."""

    username: str
    password: str
    address: str
    browser: str = ""


@dataclass(frozen=True)
class Checked:
    """What the slow part found out: whose the name is, whether the password is right, a hash at today's cost."""

    account_id: UUID | None
    is_right: bool
    new_hash: str | None = None


class SignInRefusedError(Exception):
    """Not signed in, for a reason that is not told; with how long to wait when there were too many tries."""

    def __init__(self, wait: timedelta = NO_WAIT) -> None:
        super().__init__("refused")
        self.wait = wait


def check_password(work: UnitOfWork, hashing: Hashing, attempt: Try) -> Checked:
    """The slow part, which only reads. Raises SignInRefusedError while the wait for another try lasts."""
    wait = wait_left(work, *_counters(work, attempt))
    if wait:
        _note(work, _subject(work, attempt, None), "blocked")
        raise SignInRefusedError(wait)
    started = time.monotonic()
    account = account_by_name(work.session, index_of(work, attempt.username))
    credentials = open_credentials(work, account)
    is_right = hashing.is_right(work, credentials.password_hash, attempt.password)
    if not is_right or account is None or not account.is_enabled or credentials.has_expired(work.now):
        settle(started)
        return Checked(account.id if account else None, is_right=False)
    is_outdated = hashing.is_outdated(credentials.password_hash)
    return Checked(account.id, is_right=True, new_hash=hashing.make(work, attempt.password) if is_outdated else None)


def admit(work: UnitOfWork, attempt: Try, checked: Checked) -> Account:
    """The quick part, which writes: count the try, then open or refuse. Raises SignInRefusedError."""
    subject = _subject(work, attempt, checked.account_id)
    counters = _counters(work, attempt)
    wait = max(take_try(work, counter) for counter in counters)
    if wait:
        _note(work, subject, "blocked")
        raise SignInRefusedError(wait)
    account = work.session.get(Account, checked.account_id) if checked.is_right and checked.account_id else None
    if account is None or not account.is_enabled:
        count_wrong(work, subject)
        _note(work, subject, "wrong")
        raise SignInRefusedError
    forget_tries(work, counters[0])
    for counter in counters[1:]:
        give_back(work, counter)
    if checked.new_hash:
        _keep_hash(work, account, checked.new_hash)
    _note(work, subject, "right")
    return account


def _keep_hash(work: UnitOfWork, account: Account, new_hash: str) -> None:
    known = open_credentials(work, account)
    seal_credentials(work, account, Credentials(known.username, new_hash, known.totp_secret, known.expires_at))


def _counters(work: UnitOfWork, attempt: Try) -> tuple[Counter, ...]:
    if attempt.browser:
        return (by_browser(work, attempt.browser),)
    return by_name(work, index_of(work, attempt.username)), by_address(work, attempt.address)


def _subject(work: UnitOfWork, attempt: Try, account_id: UUID | None) -> UUID:
    """The account, or for a name that nobody has an id of the same look, so that both leave the same trace."""
    return account_id or UUID(bytes=index_of(work, attempt.username)[:16])


def _note(work: UnitOfWork, subject: UUID, outcome: str) -> None:
    work.note(HOUSE, Register.SESSION, ("account", subject), password=outcome)
