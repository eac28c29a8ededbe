"""Making letters, and coming in with one."""

from base64 import b32encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from secrets import token_bytes
from uuid import UUID, uuid4

from sqlalchemy import select, update

from welfare.accounts.actions.accounts import UsernameTakenError, create_account
from welfare.accounts.actions.second_factor import tell_change
from welfare.accounts.credentials import seal_credentials
from welfare.accounts.models import Account, Change
from welfare.accounts.names import index_of, one_spelling
from welfare.accounts.pages.credentials import open_credentials
from welfare.accounts.passwords import Hashing
from welfare.accounts.queries import account_of
from welfare.accounts.sessions import Ending, end_sessions
from welfare.accounts.throttle import NO_WAIT, by_account, by_letter, forget_tries, take_try
from welfare.audit.unit_of_work import UnitOfWork
from welfare.family_letters.models import FamilyLetter
from welfare.family_letters.queries import letter_by
from welfare.people.models import Person
from welfare.rules.actors import World
from welfare.rules.family_letters import CODE_GROUP, LASTS
from welfare.rules.registers import HOUSE, Register

_CODE_BYTES = 10
_GAP = "\N{NO-BREAK SPACE}"
"""Between the groups of a code: no hyphen, which a line’s end could have made."""


class LetterRefusedError(Exception):
    """Code and person do not belong together, or the letter lives no more; with how long to wait."""

    def __init__(self, wait: timedelta = NO_WAIT) -> None:
        super().__init__("refused")
        self.wait = wait


@dataclass(frozen=True, slots=True)
class ComeIn:
    """How somebody signs in from now on."""

    username: str
    password: str


def make_letters(work: UnitOfWork, people: Sequence[Person]) -> dict[UUID, str]:
    """A new code for each person; letters made before end. The codes are given this once."""
    if work.actor.account_id is None:
        raise LookupError
    ids = [person.id for person in people]
    stands = (FamilyLetter.person_id.in_(ids), FamilyLetter.used_at.is_(None), FamilyLetter.ended_at.is_(None))
    work.session.execute(update(FamilyLetter).where(*stands).values(ended_at=work.now))
    codes: dict[UUID, str] = {}
    for person in people:
        code = b32encode(token_bytes(_CODE_BYTES)).decode().lower()
        letter = FamilyLetter(
            id=uuid4(),
            person_id=person.id,
            digest=digest_of(work, code),
            made_at=work.now,
            made_by=work.actor.account_id,
            expires_at=work.now + LASTS,
        )
        work.session.add(letter)
        work.note(person.controller_id, Register.DIRECTORY, ("person", person.id), letter="made")
        codes[person.id] = _GAP.join(code[at : at + CODE_GROUP] for at in range(0, len(code), CODE_GROUP))
    work.session.flush()
    return codes


def find_letter(work: UnitOfWork, code: str, address: str) -> FamilyLetter:
    """The living letter of a code; every try counts. Raises LetterRefusedError."""
    counter = by_letter(work, address)
    wait = take_try(work, counter)
    if wait:
        raise LetterRefusedError(wait)
    letter = letter_by(work.session, digest_of(work, code.lower()), work.now)
    if letter is None:
        work.note(HOUSE, Register.SESSION, letter="wrong_code")
        raise LetterRefusedError
    return letter


def check_person(work: UnitOfWork, letter: FamilyLetter, person: Person, *, is_proved: bool, address: str) -> None:
    """Refuse whoever holds another's letter, calmly: it stays good for its reader. Raises LetterRefusedError."""
    counter = by_account(work, letter.id, "letter")
    wait = take_try(work, counter)
    if wait:
        raise LetterRefusedError(wait)
    if not is_proved:
        work.note(person.controller_id, Register.DIRECTORY, ("person", person.id), letter="wrong_person")
        raise LetterRefusedError
    forget_tries(work, counter)
    forget_tries(work, by_letter(work, address))


def use_letter(work: UnitOfWork, letter: FamilyLetter, person: Person, command: ComeIn, hashing: Hashing) -> Account:
    """Use the letter up in one atomic move, and open the account, or open it anew to whoever forgot the way in.

    Raises LetterRefusedError, UsernameTakenError.
    """
    account = account_of(work.session, person.id)
    if account is not None and not account.is_enabled:
        raise LetterRefusedError
    _check_free(work, command.username, account)
    stands = (FamilyLetter.id == letter.id, FamilyLetter.used_at.is_(None), FamilyLetter.ended_at.is_(None))
    once = update(FamilyLetter).where(*stands)
    if work.session.scalar(once.values(used_at=work.now).returning(FamilyLetter.id)) is None:
        raise LetterRefusedError
    if account is None:
        account = create_account(work, person, World.CITIZEN, command.username, command.password, hashing=hashing)
    else:
        _renew(work, account, command.username, hashing.make(work, command.password))
    work.note(person.controller_id, Register.DIRECTORY, ("person", person.id), letter="used")
    return account


def digest_of(work: UnitOfWork, code: str) -> bytes:
    """A code as it is kept."""
    return work.fingerprint(HOUSE, "family letter", code)


def _renew(work: UnitOfWork, account: Account, username: str, password_hash: str) -> None:
    """A second factor stays; whoever was signed in is signed out."""
    credentials = replace(
        open_credentials(work, account),
        username=one_spelling(username),
        password_hash=password_hash,
        expires_at=None,
    )
    account.username_index = index_of(work, username)
    account.must_change_password = False
    seal_credentials(work, account, credentials)
    tell_change(work, account, Change.PASSWORD_RESET)
    work.session.flush()
    end_sessions(work, account.id, Ending.CREDENTIALS)


def _check_free(work: UnitOfWork, username: str, own: Account | None) -> None:
    holder = work.session.scalar(select(Account.id).where(Account.username_index == index_of(work, username)))
    if holder is not None and (own is None or holder != own.id):
        raise UsernameTakenError
