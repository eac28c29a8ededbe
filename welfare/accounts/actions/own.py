"""What one changes about one's own sign-in; each change asks for the password again and ends the other sessions."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from welfare.accounts.actions.second_factor import tell_change
from welfare.accounts.credentials import seal_credentials
from welfare.accounts.models import Account, Change
from welfare.accounts.pages.credentials import open_credentials
from welfare.accounts.passwords import Hashing
from welfare.accounts.sessions import Ending, end_session, end_sessions
from welfare.accounts.throttle import NO_WAIT, by_account, forget_tries, take_try, wait_left
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.registers import HOUSE, Register


class NotYouError(Exception):
    """The password asked for again was wrong; with how long to wait when it was wrong too often."""

    def __init__(self, wait: timedelta = NO_WAIT) -> None:
        super().__init__("refused")
        self.wait = wait


def is_own_password(work: UnitOfWork, hashing: Hashing, account: Account, password: str) -> bool:
    """The slow part of asking again, which only reads. Raises NotYouError while a wait lasts."""
    wait = wait_left(work, by_account(work, account.id, "password again"))
    if wait:
        raise NotYouError(wait)
    return hashing.is_right(work, open_credentials(work, account).password_hash, password)


def confirm_it_is_you(work: UnitOfWork, account_id: UUID, *, is_right: bool) -> None:
    """The quick part, which counts the try. Raises NotYouError."""
    counter = by_account(work, account_id, "password again")
    wait = take_try(work, counter)
    if wait or not is_right:
        work.note(HOUSE, Register.SESSION, ("account", account_id), password_again="blocked" if wait else "wrong")
        raise NotYouError(wait)
    forget_tries(work, counter)


def change_password(work: UnitOfWork, account: Account, new_hash: str, *, keep: UUID | None) -> None:
    """Put a new password in place of the old; every session but the one to keep ends."""
    seal_credentials(work, account, replace(open_credentials(work, account), password_hash=new_hash, expires_at=None))
    account.must_change_password = False
    tell_change(work, account, Change.PASSWORD)
    work.session.flush()
    end_sessions(work, account.id, Ending.CREDENTIALS, but=keep)


def end_own_session(work: UnitOfWork, session_id: UUID) -> None:
    """End one of one's own sessions, on another browser."""
    if end_session(work, session_id, Ending.ENDED_ELSEWHERE):
        _note_ended(work, 1)


def end_other_sessions(work: UnitOfWork, account_id: UUID, keep: UUID | None) -> int:
    """End every session of one's own but this; gives how many there were."""
    ended = end_sessions(work, account_id, Ending.ENDED_ELSEWHERE, but=keep)
    _note_ended(work, ended)
    return ended


def choose_language(account: Account, locale: str) -> None:
    """Remember the language for every browser."""
    account.locale = locale


def _note_ended(work: UnitOfWork, count: int) -> None:
    if work.actor.account_id is not None:
        work.note(HOUSE, Register.SESSION, ("account", work.actor.account_id), sessions_ended=count)
