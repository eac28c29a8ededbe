"""Making letters, and coming in with one."""

from base64 import b32encode
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from textwrap import wrap
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
from welfare.family_letters.queries import letter_by, letters_with, lives_on
from welfare.people.models import Person
from welfare.rules.actors import World
from welfare.rules.family_letters import CODE_GROUP, GIVEN_AGAIN, LASTS
from welfare.rules.orders import MailKind, MailOrder
from welfare.rules.registers import HOUSE, Register

_CODE_BYTES = 10
_GAP = "\N{NO-BREAK SPACE}"
"""Between the groups of a code: no hyphen, which a line’s end could have made."""


class LetterRefusedError(Exception):
    """Code and person do not belong together, or the letter lives no more; with how long to wait."""

    def __init__(self, wait: timedelta = NO_WAIT) -> None:
        super().__init__("refused")
        self.wait = wait


class SpentFormError(Exception):
    """The letters of this form were made a while ago, or one of them is used: they are not given again."""


@dataclass(frozen=True, slots=True)
class ComeIn:
    """How somebody signs in from now on."""

    username: str
    password: str


def make_letters(work: UnitOfWork, people: Sequence[Person], form_key: str) -> dict[UUID, str]:
    """A code for each person; letters made before end. Raises SpentFormError.

    The codes follow from the form by a key of the house: the paper of a second press, which takes the first one's place
    on the screen, says the same, and no code lies anywhere. Whoever else writes to the same people waits here.
    """
    if work.actor.account_id is None:
        raise LookupError
    ids = sorted(person.id for person in people)
    work.session.execute(select(Person.id).where(Person.id.in_(ids)).order_by(Person.id).with_for_update())
    codes = _codes_for(work, people, form_key)
    digests = {id: digest_of(work, code) for id, code in codes.items()}
    made = letters_with(work.session, digests.values())
    if any(not lives_on(letter, work.now) or work.now >= letter.made_at + GIVEN_AGAIN for letter in made):
        raise SpentFormError
    again = {letter.person_id for letter in made}
    fresh = [person for person in people if person.id not in again]
    _end_letters(work, [person.id for person in fresh])
    for person in people:
        words = "given_again" if person.id in again else "made"
        work.note(person.controller_id, Register.DIRECTORY, ("person", person.id), letter=words)
    work.session.add_all(
        FamilyLetter(
            id=uuid4(),
            person_id=person.id,
            digest=digests[person.id],
            made_at=work.now,
            made_by=work.actor.account_id,
            expires_at=work.now + LASTS,
        )
        for person in fresh
    )
    work.session.flush()
    return {id: _GAP.join(wrap(code, CODE_GROUP)) for id, code in codes.items()}


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

    The person is told by mail: the office that made the letter knows the code, and may know the birth date.
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
    work.plan_mail(MailOrder(kind=MailKind.WAY_IN_OPENED, person_id=person.id, about_id=letter.id))
    return account


def digest_of(work: UnitOfWork, code: str) -> bytes:
    """A code as it is kept."""
    return work.fingerprint(HOUSE, "family letter", code)


def _codes_for(work: UnitOfWork, people: Sequence[Person], form_key: str) -> dict[UUID, str]:
    texts = [f"{work.actor.account_id} {form_key} {person.id}" for person in people]
    hashes = work.fingerprints(HOUSE, "family letter code", texts)
    made = [b32encode(each[:_CODE_BYTES]).decode().lower() for each in hashes]
    return {person.id: code for person, code in zip(people, made, strict=True)}


def _end_letters(work: UnitOfWork, person_ids: Collection[UUID]) -> None:
    stands = (FamilyLetter.person_id.in_(person_ids), FamilyLetter.used_at.is_(None), FamilyLetter.ended_at.is_(None))
    work.session.execute(update(FamilyLetter).where(*stands).values(ended_at=work.now))


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
