"""The plaintext twin: the same rooms, queries, pages and templates, but columns that hold plaintext and no audit.

It exists to be measured against. Its unit of work stores what it is given and reads what is stored, opens no key, notes
nothing and writes no event. Nothing outside ``bench`` can make one.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from flask import Flask

from config.settings import Settings
from welfare.audit.ledger import WORK, Ledger, Transaction
from welfare.audit.unit_of_work import Column, Document, Grant, SealedRow, UnitOfWork
from welfare.crypto.encrypted import Encrypted
from welfare.crypto.sealed import Sealed, sealed_columns
from welfare.rules.actors import Actor
from welfare.web.app import create_app
from welfare.web.warming import warmed


class PlainUnitOfWork(UnitOfWork):
    """A unit of work without keys and without notes."""

    def decrypt(self, row: Sealed, attribute: Column) -> str:
        """What stands in the column."""
        value: Encrypted | None = getattr(row, attribute.key)
        if value is None:
            return ""
        return (value.blob if value.waiting is None else value.waiting or b"").decode()  # type: ignore[union-attr]

    def sift(self, rows: Sequence[SealedRow], attribute: Column, fits: Callable[[Document], bool]) -> list[SealedRow]:
        """The rows whose document fits."""
        return [row for row in rows if fits(self.decrypt_document(row, attribute))]

    def skim(self, rows: Sequence[SealedRow], attribute: Column) -> list[tuple[SealedRow, Document]]:
        """Every row's document."""
        return [(row, self.decrypt_document(row, attribute)) for row in rows]

    def prefetch(self, rows: Iterable[Sealed]) -> None:
        """There is no key to fetch."""

    def seal_waiting(self, session: object) -> None:
        """Put the text into the column as it is."""
        del session
        for row in (*self.session.new, *self.session.dirty):
            if isinstance(row, Sealed):
                for name in sealed_columns(type(row)):
                    value: Encrypted | None = getattr(row, name)
                    if value is not None and value.waiting is not None:
                        setattr(row, name, Encrypted(value.waiting))


class PlainLedger(Ledger):
    """A ledger whose units of work leave no event."""

    @contextmanager
    def work(
        self, transaction: Transaction, actor: Actor, grant: Grant, *, is_public: bool = False
    ) -> Iterator[UnitOfWork]:
        """A plain unit of work; a writing one is committed."""
        del is_public
        session = transaction.session
        work = PlainUnitOfWork(session, self.keyring, actor, grant, self.clock())
        work.listeners, work.planners, work.start_writing = self.listeners, self.planners, transaction.start_writing
        session.info[WORK] = work
        try:
            yield work
            if transaction.is_writing:
                session.flush()
                session.commit()
        finally:
            del session.info[WORK]


def make_plain(app: Flask) -> Flask:
    """Turn an application into its plaintext twin."""
    app.extensions["ledger"] = app.extensions["gate"].ledger = plain_ledger(app.extensions["ledger"])
    return app


def plain_ledger(ledger: Ledger) -> PlainLedger:
    """The twin of a ledger on the same database."""
    return PlainLedger(ledger.engine, ledger.keyring, ledger.clock, ledger.listeners, ledger.planners)


def create_plain_app() -> Flask:
    """The twin of the instance that the environment names, for gunicorn: ``bench.plain:create_plain_app()``."""
    return warmed(make_plain(create_app(Settings.from_env(os.environ))))
