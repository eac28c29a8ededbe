"""Making an instance from the command line, and seeing whether anybody lives in it."""

from sqlalchemy import select
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session

from config.settings import Settings, SettingsError
from welfare.accounts.models import Account
from welfare.crypto.providers import KeyProviderError
from welfare.organisations.models import Organisation
from welfare.web.commands.environment import refuse
from welfare.web.instance import InstanceError, create_instance


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


def is_empty(session: Session) -> bool:
    """Whether nobody has an account here and no school has been entered."""
    somebody = session.scalars(select(Account.id).limit(1)).first()
    something = session.scalars(select(Organisation.id).limit(1)).first()
    return somebody is None and something is None
