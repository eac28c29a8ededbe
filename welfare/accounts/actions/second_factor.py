"""The second factor: giving it, enrolling one, taking a new one, and new recovery codes."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from welfare.accounts.credentials import seal_credentials
from welfare.accounts.models import Account, Change
from welfare.accounts.one_time_codes import (
    DIGITS,
    forget_second_factor,
    make_recovery_codes,
    matching_step,
    use_recovery_code,
    use_step,
)
from welfare.accounts.pages.credentials import open_credentials
from welfare.accounts.sessions import Ending, end_sessions
from welfare.accounts.throttle import NO_WAIT, by_account, count_wrong, forget_tries, take_try, tries_left
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.registers import HOUSE, Register


class CodeRefusedError(Exception):
    """The code is wrong, too old or used; with the free tries that are left, or how long to wait."""

    def __init__(self, left: int = 0, wait: timedelta = NO_WAIT) -> None:
        super().__init__("refused")
        self.left, self.wait = left, wait


def give_code(work: UnitOfWork, account: Account, code: str) -> str:
    """Take a one-time code or a recovery code; gives which it was. Raises CodeRefusedError."""
    counter = by_account(work, account.id, "second factor")
    wait = take_try(work, counter)
    if wait:
        _note(work, account, second_factor="blocked")
        raise CodeRefusedError(wait=wait)
    kind = _use(work, account, code)
    if kind is None:
        count_wrong(work, account.id)
        _note(work, account, second_factor="wrong")
        raise CodeRefusedError(left=tries_left(work, counter))
    forget_tries(work, counter)
    _note(work, account, second_factor=kind)
    return kind


def enrol(work: UnitOfWork, account: Account, secret: str, code: str) -> tuple[str, ...]:
    """Keep a secret whose code has been shown to work; gives ten recovery codes. Raises CodeRefusedError."""
    step = matching_step(secret, code, work.now)
    if step is None:
        _note(work, account, second_factor="wrong")
        raise CodeRefusedError
    forget_second_factor(work, account.id)
    use_step(work, account.id, step)
    seal_credentials(work, account, replace(open_credentials(work, account), totp_secret=secret))
    tell_change(work, account, Change.SECOND_FACTOR)
    work.session.flush()
    return make_recovery_codes(work, account.id)


def replace_factor(work: UnitOfWork, account: Account, secret: str, code: str, *, keep: UUID | None) -> tuple[str, ...]:
    """Enrol anew while signed in; every session but the one to keep ends. Raises CodeRefusedError."""
    codes = enrol(work, account, secret, code)
    end_sessions(work, account.id, Ending.CREDENTIALS, but=keep)
    return codes


def renew_recovery_codes(work: UnitOfWork, account: Account) -> tuple[str, ...]:
    """Ten new recovery codes; the old ones are dead."""
    tell_change(work, account, Change.RECOVERY_CODES)
    return make_recovery_codes(work, account.id)


def tell_change(work: UnitOfWork, account: Account, change: Change) -> None:
    """Remember what happened to somebody's credentials, for them to be told (ASVS 5.0 V6.3.7)."""
    account.changed_at, account.changed_how = work.now, change.value
    _note(work, account, credentials=change.value)


def _use(work: UnitOfWork, account: Account, code: str) -> str | None:
    if len(code) != DIGITS:
        return "recovery_code" if use_recovery_code(work, account.id, code) else None
    secret = open_credentials(work, account).totp_secret
    step = matching_step(secret, code, work.now) if secret else None
    return "code" if step is not None and use_step(work, account.id, step) else None


def _note(work: UnitOfWork, account: Account, **codes: str) -> None:
    work.note(HOUSE, Register.SESSION, ("account", account.id), **codes)
