"""Making an account for a person."""

from uuid import uuid4

from sqlalchemy import select

from welfare.accounts.models import Account, WrongTries
from welfare.accounts.names import index_of, one_spelling
from welfare.accounts.passwords import EMBEDDED, Hashing
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person
from welfare.rules.actors import World


class UsernameTakenError(ValueError):
    """Somebody signs in by this name already."""


def create_account(  # noqa: PLR0913 - what an account is made of
    work: UnitOfWork,
    person: Person,
    world: World,
    username: str,
    password: str,
    *,
    totp_secret: str | None = None,
    is_demo: bool = False,
    hashing: Hashing = EMBEDDED,
) -> Account:
    """Make the account of a person; with a secret (base32) its second factor is ready. Raises UsernameTakenError."""
    index = index_of(work, username)
    if work.session.scalar(select(Account.id).where(Account.username_index == index)) is not None:
        raise UsernameTakenError
    account = Account(
        id=uuid4(),
        person_id=person.id,
        world=world,
        username_index=index,
        has_second_factor=totp_secret is not None,
        is_demo=is_demo,
        created_at=work.now,
    )
    document = {
        "username": one_spelling(username),
        "password_hash": hashing.make(work, password),
        "totp_secret": totp_secret,
        "expires_at": None,
    }
    work.encrypt_document(account, Account.credentials, document)
    work.session.add(account)
    work.session.flush()
    work.session.add(WrongTries(account_id=account.id, count=0))
    return account
