"""What tests of the audit house stand on: a ledger, things to write into it, and a way round its guards."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection, Engine, NullPool, create_engine, text

from config.settings import Settings
from tests.builders import system_work
from welfare.audit.anchoring import Anchoring
from welfare.audit.anchors import AnchorFolder
from welfare.audit.checkpoint import Notary
from welfare.audit.findings import Report
from welfare.audit.ledger import Ledger
from welfare.audit.verify import verify
from welfare.audit.verify_data import verify_data
from welfare.audit.watch import Watch
from welfare.drafts.models import Draft
from welfare.rules.registers import HOUSE, Register
from welfare.web.instance import open_database, open_keyring

TRIGGERS = [
    f"{table}_no_{verb}" for table in ("audit_event", "audit_subject") for verb in ("update", "delete", "replace")
]


@dataclass(frozen=True)
class Books:
    """An instance's ledger, and what verifies and anchors it."""

    settings: Settings
    ledger: Ledger
    anchoring: Anchoring
    watch: Watch

    def write(self, chain_id: UUID = HOUSE, times: int = 1) -> None:
        """So many events in one chain, each about somebody."""
        for number in range(times):
            with system_work(self.ledger) as work:
                work.note(chain_id, Register.WELFARE, ("person", uuid4()), number=number)

    def keep(self, text_: str = "a word", draft_id: UUID | None = None) -> UUID:
        """Save a sealed row, a new one or anew; returns its id."""
        row_id = draft_id or uuid4()
        with system_work(self.ledger) as work:
            draft = work.session.get(Draft, row_id)
            if draft is None:
                draft = Draft(id=row_id, account_id=HOUSE, purpose="entry", subject_id=row_id)
            draft.saved_at = work.now
            work.encrypt_document(draft, Draft.document, {"text": text_})
            work.session.add(draft)
        return row_id

    def verify(self, *, data: bool = False, anchored: bool = False) -> Report:
        """What the verifier says now."""
        chains = self.anchoring.folder.chains() if anchored else []
        anchors = {chain: found for chain in chains if (found := self.anchoring.folder.newest(chain))}
        with self.ledger.engine.connect() as connection:
            report = verify(connection, self.chain_key, anchors)
            if data:
                verify_data(connection, report, anchors)
        return report

    def verify_on(self, connection: Connection) -> Report:
        """The same on a connection that is not committed."""
        return verify(connection, self.chain_key)

    def chain_key(self, chain_id: UUID) -> bytes | None:
        """As the verifier asks for it."""
        return self.ledger.keyring.find_secret(chain_id, Register.AUDIT, "chain")

    @contextmanager
    def tampering(self) -> Iterator[Connection]:
        """The database in the hands of somebody who owns it: no guard, no trigger."""
        engine = create_engine(self.settings.database_url, poolclass=NullPool)
        with engine.begin() as connection:
            if engine.dialect.name == "sqlite":
                for trigger in TRIGGERS:
                    connection.execute(text(f"DROP TRIGGER IF EXISTS {trigger}"))
            else:
                connection.execute(text("SET session_replication_role = replica"))
            yield connection

    def tamper(self, statement: str, **values: object) -> int:
        """One statement of such a person; how many rows it touched."""
        with self.tampering() as connection:
            return connection.execute(text(statement), values).rowcount

    def stored(self, found: UUID) -> str | UUID:
        """An id as this database keeps it."""
        return found.hex if self.ledger.engine.dialect.name == "sqlite" else found


@contextmanager
def open_books(settings: Settings, clock: Callable[[], datetime]) -> Iterator[Books]:
    """The books of an instance."""
    engine, keyring = open_database(settings), open_keyring(settings)
    try:
        ledger = Ledger(engine, keyring, clock)
        notary = Notary.from_seed(keyring.secret(HOUSE, Register.AUDIT, "anchor"))
        folder = AnchorFolder(settings.anchors, notary.public)
        folder.found()
        yield Books(settings, ledger, Anchoring(engine, folder, notary, clock), Watch(engine, folder, clock))
    finally:
        keyring.close()
        dispose(engine)


def dispose(engine: Engine) -> None:
    """Let go of every connection."""
    engine.dispose()
