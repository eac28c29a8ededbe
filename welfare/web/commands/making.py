"""Making an instance from the command line, opening what it stands on, and seeing whether anybody lives in it."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session

from config.settings import Settings, SettingsError
from welfare.accounts.models import Account
from welfare.audit.ledger import Ledger
from welfare.crypto.keyring import KeyRing
from welfare.crypto.providers import KeyProviderError
from welfare.organisations.models import Organisation
from welfare.rules.registers import HOUSE, Register
from welfare.web.commands.environment import refuse
from welfare.web.founding import create_instance
from welfare.web.instance import InstanceError, open_database, open_keyring
from welfare.web.rooms import LISTENERS
from welfare.web.services import planners_of


def make_instance(settings: Settings) -> None:
    """Make or migrate an instance. Exits with 1 and the reason when that is refused."""
    try:
        create_instance(settings)
    except (InstanceError, KeyProviderError, SettingsError) as error:
        refuse(str(error))
    except ArgumentError as error:
        refuse(f"DATABASE_URL cannot be used: {error}", code=2)
    except OperationalError as error:
        refuse(f"the database does not answer: {error.orig}")
    except OSError as error:
        refuse(f"the folder {settings.instance} cannot be used: {error.strerror}")


@contextmanager
def open_ledger(settings: Settings, clock: Callable[[], datetime]) -> Iterator[Ledger]:
    """The ledger of an instance that has been made. Exits with 1 when its keys are not the right ones."""
    engine = open_database(settings)
    try:
        with closing(_keyring(settings)) as keyring:
            yield Ledger(engine, keyring, clock, LISTENERS, planners_of(settings))
    finally:
        engine.dispose()


def _keyring(settings: Settings) -> KeyRing:
    """The key ring, tried on a key that every instance has."""
    try:
        keyring = open_keyring(settings)
    except (KeyProviderError, SettingsError) as error:
        refuse(str(error))
    try:
        keyring.secret(HOUSE, Register.AUDIT, "chain")
    except KeyProviderError as error:
        keyring.close()
        refuse(str(error))
    return keyring


def is_empty(session: Session) -> bool:
    """Whether nobody has an account here and no school has been entered."""
    somebody = session.scalars(select(Account.id).limit(1)).first()
    something = session.scalars(select(Organisation.id).limit(1)).first()
    return somebody is None and something is None
