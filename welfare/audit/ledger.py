"""The ledger: begins and ends units of work, and sees that none ends without its event."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, UOWTransaction

from welfare.audit.chain import append
from welfare.audit.event import Event, Outcome
from welfare.audit.unit_of_work import Grant, Listeners, Planners, UnitOfWork, refuse_bulk_changes
from welfare.crypto.keyring import KeyRing
from welfare.db.guard import WRITES, WriteOutsideUnitOfWorkError
from welfare.db.writers import WriterQueue
from welfare.rules.actors import Actor
from welfare.rules.registers import Register


class AuditUnavailableError(RuntimeError):
    """The event could not be written: nothing is shown and nothing is changed."""


WORK = "unit_of_work"


class WorkSession(Session):
    """A session whose flushes seal what the unit of work has put in, and which changes nothing past the chain."""


event.listen(WorkSession, "do_orm_execute", refuse_bulk_changes)


@event.listens_for(WorkSession, "before_flush")
def _seal_before_flush(session: Session, context: UOWTransaction, instances: object) -> None:
    del context, instances
    work: UnitOfWork | None = session.info.get(WORK)
    if work is None:
        message = "a session outside a unit of work tried to write rows"
        raise WriteOutsideUnitOfWorkError(message)
    work.seal_waiting(session)


class Transaction:
    """A session that reads until it is told to write; then it holds the writers' turn to its end."""

    def __init__(self, session: Session, queue: WriterQueue, stack: ExitStack) -> None:
        """Made by `Ledger.transaction`."""
        self.session = session
        self.is_writing = False
        self._queue, self._stack = queue, stack

    def start_writing(self) -> None:
        """End the read and begin a transaction that may write; what was read before must be read again."""
        if self.is_writing:
            return
        self.session.rollback()
        self._stack.enter_context(self._queue.turn())
        self.session.connection(execution_options={WRITES: True})
        self.is_writing = True


@dataclass
class Ledger:
    """One installation's database, keys, clock, listeners and planners, as units of work need them."""

    engine: Engine
    keyring: KeyRing
    clock: Callable[[], datetime]
    listeners: Listeners = field(default_factory=dict)
    planners: Planners = field(default_factory=Planners)

    def __post_init__(self) -> None:
        """Make the queue of writers."""
        self._queue = WriterQueue(self.engine)

    @contextmanager
    def transaction(self, *, writes: bool = False) -> Iterator[Transaction]:
        """A transaction for finding out who asks and what the facts are; rolled back unless a unit of work ended it."""
        with ExitStack() as stack:
            session = stack.enter_context(WorkSession(self.engine, expire_on_commit=False))
            transaction = Transaction(session, self._queue, stack)
            if writes:
                transaction.start_writing()
            yield transaction
            session.rollback()

    @contextmanager
    def work(
        self, transaction: Transaction, actor: Actor, grant: Grant, *, is_public: bool = False
    ) -> Iterator[UnitOfWork]:
        """A unit of work on a transaction. Leaving it writes the event and commits; an exception rolls all back.

        A reading one ends its read before the event is written. A public page that opened and changed nothing leaves
        no event. Raises AuditUnavailableError.
        """
        session = transaction.session
        work = UnitOfWork(session, self.keyring, actor, grant, self.clock())
        work.listeners, work.planners = self.listeners, self.planners
        work.start_writing = transaction.start_writing
        session.info[WORK] = work
        try:
            yield work
            if is_public and work.is_idle and not transaction.is_writing:
                return
            if not transaction.is_writing:
                _refuse_lost_changes(session)
                transaction.start_writing()
            for late in work.at_commit:
                late(session)
            session.flush()
            self._append(session, work.events(Outcome.DONE))
        finally:
            del session.info[WORK]

    def record(self, actor: Actor, grant: Grant, outcome: Outcome, codes: Mapping[str, str]) -> None:
        """Write the event of something that did not happen: a refusal or a failure. Raises AuditUnavailableError."""
        with self.transaction(writes=True) as transaction:
            work = UnitOfWork(transaction.session, self.keyring, actor, grant, self.clock())
            events = work.events(outcome)
            for found in events.values():
                found.notes.codes.update(codes)
            self._append(transaction.session, events)

    def chain_key(self, chain_id: UUID) -> bytes:
        """The HMAC key of a controller's chain."""
        return self.keyring.secret(chain_id, Register.AUDIT, "chain")

    def _append(self, session: Session, events: dict[UUID, Event]) -> None:
        try:
            append(session.connection(), self.chain_key, events)
            session.commit()
        except DBAPIError as error:
            session.rollback()
            raise AuditUnavailableError from error


def _refuse_lost_changes(session: Session) -> None:
    """A reading unit of work is rolled back before its event: what it changed would be lost without a word."""
    if session.new or session.deleted or any(session.is_modified(row) for row in session.dirty):
        message = "a reading unit of work has changed rows; call start_writing() first"
        raise WriteOutsideUnitOfWorkError(message)
