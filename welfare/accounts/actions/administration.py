"""What an administrator does to others' accounts and posts. No password of anybody is ever known to them for good."""

from base64 import b32encode
from dataclasses import dataclass, replace
from datetime import date, timedelta
from secrets import token_bytes
from uuid import UUID

from sqlalchemy import or_, select

from welfare.accounts.actions.accounts import create_account
from welfare.accounts.actions.second_factor import tell_change
from welfare.accounts.credentials import one_time_end, seal_credentials
from welfare.accounts.models import Account, Change
from welfare.accounts.one_time_codes import forget_second_factor
from welfare.accounts.pages.credentials import open_credentials
from welfare.accounts.passwords import Hashing
from welfare.accounts.sessions import Ending, end_sessions
from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.actions import purge_drafts
from welfare.people.models import Assignment, Person
from welfare.rules.actors import Role, World
from welfare.rules.registers import Register

_PASSWORD_BYTES = 15
_GROUP = 6


class PostTakenError(ValueError):
    """The person holds this role at this place on some of these days already."""


@dataclass(frozen=True)
class GrantPost:
    """A role at a place, from one day to another."""

    role: Role
    organisation_id: UUID
    begins_on: date
    ends_on: date | None = None


def one_time_password() -> str:
    """A password to hand over: 120 bits, in groups that can be read aloud."""
    text = b32encode(token_bytes(_PASSWORD_BYTES)).decode().lower()
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def open_account(work: UnitOfWork, person: Person, username: str, password: str, hashing: Hashing) -> Account:
    """Make an account for a member of staff, with a password to be changed at once. Raises UsernameTakenError."""
    account = create_account(work, person, World.STAFF, username, password, hashing=hashing)
    account.must_change_password = True
    seal_credentials(work, account, replace(open_credentials(work, account), expires_at=one_time_end(work)))
    work.session.flush()
    _note(work, person, account, "created")
    return account


def reset_password(work: UnitOfWork, person: Person, account: Account, new_hash: str) -> None:
    """Put a one-time password in place of a forgotten one. The second factor stays (ASVS 5.0 V6.4.3)."""
    credentials = replace(open_credentials(work, account), password_hash=new_hash, expires_at=one_time_end(work))
    seal_credentials(work, account, credentials)
    account.must_change_password = True
    tell_change(work, account, Change.PASSWORD_RESET)
    work.session.flush()
    end_sessions(work, account.id, Ending.CREDENTIALS)
    _note(work, person, account, "password_reset")


def reset_second_factor(work: UnitOfWork, person: Person, account: Account) -> None:
    """Remove a lost authenticator app; its owner enrols another at the next sign-in."""
    seal_credentials(work, account, replace(open_credentials(work, account), totp_secret=None))
    tell_change(work, account, Change.SECOND_FACTOR_RESET)
    work.session.flush()
    forget_second_factor(work, account.id)
    end_sessions(work, account.id, Ending.CREDENTIALS)
    _note(work, person, account, "second_factor_reset")


def disable(work: UnitOfWork, person: Person, account: Account) -> None:
    """Shut an account; its sessions end at once, and what it had begun to write is thrown away."""
    account.is_enabled = False
    work.session.flush()
    end_sessions(work, account.id, Ending.DISABLED)
    purge_drafts(work, [account.id])
    _note(work, person, account, "disabled")


def enable(work: UnitOfWork, person: Person, account: Account) -> None:
    """Open a shut account again."""
    account.is_enabled = True
    _note(work, person, account, "enabled")


def end_their_sessions(work: UnitOfWork, person: Person, account: Account) -> int:
    """Sign somebody out everywhere; gives how many sessions there were."""
    ended = end_sessions(work, account.id, Ending.ENDED_ELSEWHERE)
    _note(work, person, account, "sessions_ended")
    return ended


def grant_post(work: UnitOfWork, person: Person, command: GrantPost) -> Assignment:
    """Give a role. Raises PostTakenError when the person holds it there on some of these days already."""
    ends_on = command.ends_on or date.max
    statement = select(Assignment.id).where(
        Assignment.person_id == person.id,
        Assignment.role == command.role,
        Assignment.organisation_id == command.organisation_id,
        Assignment.begins_on <= ends_on,
        or_(Assignment.ends_on.is_(None), Assignment.ends_on >= command.begins_on),
    )
    if work.session.scalar(statement.limit(1)) is not None:
        raise PostTakenError
    post = Assignment(
        person_id=person.id,
        role=command.role,
        organisation_id=command.organisation_id,
        employer_id=person.controller_id,
        begins_on=command.begins_on,
        ends_on=command.ends_on,
    )
    work.session.add(post)
    work.session.flush()
    _note_post(work, person, post, "post_granted")
    return post


def end_post(work: UnitOfWork, person: Person, post: Assignment) -> None:
    """Take a role away from now on: yesterday was its last day, and one that has not begun never does."""
    yesterday = work.facts.on - timedelta(days=1)
    if post.begins_on > yesterday:
        work.session.delete(post)
    else:
        post.ends_on = yesterday
    work.session.flush()
    if _has_no_post(work, person):
        purge_drafts(work, select(Account.id).where(Account.person_id == person.id))
    _note_post(work, person, post, "post_ended")


def _has_no_post(work: UnitOfWork, person: Person) -> bool:
    standing = select(Assignment.id).where(
        Assignment.person_id == person.id,
        or_(Assignment.ends_on.is_(None), Assignment.ends_on >= work.facts.on),
    )
    return work.session.scalar(standing.limit(1)) is None


def _note(work: UnitOfWork, person: Person, account: Account, what: str) -> None:
    subjects = (("person", person.id), ("account", account.id))
    work.note(person.controller_id, Register.DIRECTORY, *subjects, account=what)


def _note_post(work: UnitOfWork, person: Person, post: Assignment, what: str) -> None:
    subjects = (("person", person.id), ("organisation", post.organisation_id))
    work.note(person.controller_id, Register.DIRECTORY, *subjects, **{what: post.role.value})
