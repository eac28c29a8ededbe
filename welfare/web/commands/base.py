"""What every command stands on: settings of the environment, an opened application, work in an operator's name."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from getpass import getuser

from flask import Flask

from config.settings import Settings, SettingsError
from welfare.audit.event import Origin
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import Grant, UnitOfWork
from welfare.crypto.providers import KeyProviderError
from welfare.rules.actors import SYSTEM, Facts
from welfare.rules.permissions import Permission, decide
from welfare.web.app import create_app, utc_now
from welfare.web.commands.environment import print_json, refuse, settings_from_environment
from welfare.web.instance import InstanceError

__all__ = ["open_app", "operators_work", "print_json", "refuse", "settings_from_environment", "system_work"]


def open_app(settings: Settings) -> Flask:
    """The application of an existing instance. Exits with 1 and the reason when it cannot be served."""
    try:
        return create_app(settings)
    except (InstanceError, KeyProviderError, SettingsError) as error:
        refuse(str(error))


def system_work(app: Flask, permission: Permission) -> AbstractContextManager[UnitOfWork]:
    """A writing unit of work of the system; the operator's user name stands in the event as the way it came."""
    return operators_work(app.extensions["ledger"], permission)


@contextmanager
def operators_work(ledger: Ledger, permission: Permission) -> Iterator[UnitOfWork]:
    """The same on a ledger alone, where no application is needed."""
    facts = Facts(on=utc_now().date())
    grounds = decide(SYSTEM, permission, facts).grounds
    grant = Grant(permission.value, facts, grounds, Origin(way=f"cli:{getuser()}"))
    with ledger.transaction(writes=True) as transaction, ledger.work(transaction, SYSTEM, grant) as work:
        yield work
