"""What the audit commands work on: the instance's database and keys, without the application above them."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from config.settings import Settings, SettingsError
from welfare.audit.anchoring import Anchoring
from welfare.audit.event import Origin
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import Grant, UnitOfWork
from welfare.crypto.keyring import KeyRing
from welfare.crypto.providers import KeyProviderError
from welfare.rules.actors import SYSTEM, Facts
from welfare.rules.permissions import Permission, decide
from welfare.rules.registers import Register
from welfare.web.app import utc_now
from welfare.web.commands.environment import refuse
from welfare.web.instance import InstanceError, check_schema, open_database, open_keyring
from welfare.web.witness import anchoring_of


@dataclass(frozen=True)
class AuditHouse:
    """An opened instance."""

    settings: Settings
    engine: Engine
    keyring: KeyRing
    anchoring: Anchoring

    def chain_key(self, chain_id: UUID) -> bytes | None:
        """The HMAC key of a chain; None where none was ever made."""
        return self.keyring.find_secret(chain_id, Register.AUDIT, "chain")

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that sees one moment of the database, however long it reads."""
        engine = self.engine
        if engine.dialect.name == "postgresql":
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        with engine.connect() as connection:
            yield connection

    @contextmanager
    def work(self, permission: Permission) -> Iterator[UnitOfWork]:
        """A writing unit of work of the system, in the operator's name."""
        facts = Facts(on=utc_now().date())
        grant = Grant(
            permission.value, facts, decide(SYSTEM, permission, facts).grounds, Origin(way=f"cli:{getuser()}")
        )
        ledger = Ledger(self.engine, self.keyring, utc_now)
        with ledger.transaction(writes=True) as transaction, ledger.work(transaction, SYSTEM, grant) as work:
            yield work


@contextmanager
def open_house(settings: Settings) -> Iterator[AuditHouse]:
    """The instance of some settings. Exits with 1 and the reason when it cannot be opened; makes nothing."""
    with ExitStack() as stack:
        try:
            house = _open(settings, stack)
        except (InstanceError, KeyProviderError, SettingsError, ArgumentError) as error:
            refuse(str(error))
        except SQLAlchemyError as error:
            refuse(f"the database does not answer: {type(error).__name__}")
        yield house


def _open(settings: Settings, stack: ExitStack) -> AuditHouse:
    url = make_url(settings.database_url)
    if url.drivername.startswith("sqlite") and url.database and not Path(url.database).exists():
        message = f"there is no database at {url.database}; run `welfare init` for a new instance"
        raise InstanceError(message)
    engine = open_database(settings)
    stack.callback(engine.dispose)
    check_schema(engine)
    keyring = open_keyring(settings)
    stack.callback(keyring.close)
    return AuditHouse(settings, engine, keyring, anchoring_of(settings, engine, keyring, utc_now))
