"""Events are added, linked, and never changed or taken away: not by the application, not by its database account."""

import json
from multiprocessing import get_context
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DBAPIError

from config.settings import Settings
from tests.audit.books import Books, open_books
from tests.builders import system_work
from tests.clock import Clock
from welfare.audit.chain import GENESIS, append, link
from welfare.audit.event import Outcome
from welfare.audit.findings import ExitCode
from welfare.audit.models import AuditEvent, AuditHead, AuditSubject
from welfare.audit.verify import Links
from welfare.db.guard import WRITES, WriteOutsideUnitOfWorkError
from welfare.rules.registers import HOUSE, Register

COUNTY, PROVIDER = uuid4(), uuid4()


def events_of(books: Books, chain_id: UUID) -> list[Any]:
    columns = (AuditEvent.seq, AuditEvent.at, AuditEvent.permission, AuditEvent.body, AuditEvent.mac)
    with books.ledger.engine.connect() as connection:
        return list(
            connection.execute(select(*columns).where(AuditEvent.chain_id == chain_id).order_by(AuditEvent.seq))
        )


def test_each_event_is_linked_to_the_one_before(books: Books) -> None:
    books.write(COUNTY, times=3)
    key = books.chain_key(COUNTY)
    assert key is not None
    previous = GENESIS
    for number, event in enumerate(events_of(books, COUNTY), start=1):
        assert event.seq == number
        assert event.mac == link(key, previous, event.body) == Links(key).after(previous, event.body)
        previous = event.mac


def test_the_body_is_canonical_and_holds_what_the_columns_hold(books: Books, clock: Clock) -> None:
    clock.forward(microseconds=123_456)
    books.write(COUNTY)
    (event,) = events_of(books, COUNTY)
    body = json.loads(event.body)
    assert event.body == json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert event.at == clock.now.replace(microsecond=123_000)
    assert body["at"] == int(event.at.timestamp() * 1000)
    assert (body["chain"], body["seq"], body["permission"]) == (COUNTY.hex, 1, event.permission)


def test_one_unit_of_work_leaves_an_event_in_each_chain_it_touched(books: Books) -> None:
    with system_work(books.ledger) as work:
        work.note(COUNTY, Register.SOCIAL, ("request", uuid4()))
        work.note(PROVIDER, Register.WELFARE, ("case", uuid4()))
    assert [len(events_of(books, chain)) for chain in (COUNTY, PROVIDER, HOUSE)] == [1, 1, 0]


def test_each_chain_has_a_key_of_its_own(books: Books) -> None:
    books.write(COUNTY)
    books.write(PROVIDER)
    assert books.chain_key(COUNTY) != books.chain_key(PROVIDER)


def fail_midway(books: Books) -> None:
    with system_work(books.ledger) as work:
        work.note(HOUSE, Register.WELFARE, ("person", uuid4()))
        raise ZeroDivisionError


def test_a_unit_of_work_that_fails_leaves_neither_row_nor_event(books: Books) -> None:
    books.write()
    with pytest.raises(ZeroDivisionError):
        fail_midway(books)
    assert len(events_of(books, HOUSE)) == 1
    assert books.verify(data=True).exit_code is ExitCode.GOOD


@pytest.mark.parametrize("table", ["audit_event", "audit_subject"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET chain_id = chain_id", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_application_cannot_change_or_delete_an_event(books: Books, table: str, statement: str) -> None:
    """Not even inside a unit of work."""
    books.write(times=2)
    with pytest.raises(DBAPIError), system_work(books.ledger) as work:
        work.session.execute(text(statement.format(table)))
    assert books.verify(data=True).exit_code is ExitCode.GOOD
    assert len(events_of(books, HOUSE)) == 2


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event",
        "REPLACE INTO audit_subject SELECT * FROM audit_subject",
        "DROP TRIGGER audit_event_no_update",
        "DROP TABLE audit_event",
        "DROP INDEX ix_audit_event_chain_id_at",
        "ALTER TABLE audit_event RENAME TO forgotten",
    ],
)
def test_sqlite_refuses_the_ways_round_as_well(books: Books, statement: str) -> None:
    books.write(times=2)
    with pytest.raises(DBAPIError), system_work(books.ledger) as work:
        work.session.execute(text(statement))
    assert books.verify(data=True).exit_code is ExitCode.GOOD


@pytest.mark.parametrize("store", ["postgresql"], indirect=True)
def test_postgresql_refuses_to_write_over_an_event_on_conflict(books: Books) -> None:
    books.write(times=2)
    statement = (
        "INSERT INTO audit_event SELECT * FROM audit_event ON CONFLICT (chain_id, seq) DO UPDATE SET outcome = 'x'"
    )
    with pytest.raises(DBAPIError), system_work(books.ledger) as work:
        work.session.execute(text(statement))
    assert books.verify(data=True).exit_code is ExitCode.GOOD


def test_the_database_itself_refuses_even_past_the_guard(books: Books) -> None:
    """The triggers are there for every connection, not only for ours."""
    books.write()
    for table in ("audit_event", "audit_subject"):
        engine = books.ledger.engine
        with engine.connect().execution_options(**{WRITES: True}) as connection, pytest.raises(DBAPIError):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - one of two words


def test_other_tables_are_changed_and_deleted_as_ever(books: Books) -> None:
    """The twin that succeeds."""
    books.keep()
    with system_work(books.ledger) as work:
        work.session.execute(text("UPDATE draft SET purpose = 'request'"))
    with books.ledger.transaction() as transaction:
        assert transaction.session.execute(text("SELECT purpose FROM draft")).scalar_one() == "request"


def test_events_cannot_be_written_without_a_unit_of_work(books: Books, engine: Engine) -> None:
    with system_work(books.ledger) as work:
        events = work.events(Outcome.DONE)
    with engine.connect() as connection, pytest.raises(WriteOutsideUnitOfWorkError):
        append(connection, books.ledger.chain_key, events)
    assert len(events_of(books, HOUSE)) == 1


def test_heads_and_subjects_stand_beside_the_events(books: Books) -> None:
    someone = uuid4()
    with system_work(books.ledger) as work:
        work.note(COUNTY, Register.SOCIAL, ("person", someone), ("person", someone), ("request", uuid4()))
    with books.ledger.transaction() as transaction:
        assert transaction.session.get_one(AuditHead, COUNTY).seq == 1
        kinds = transaction.session.scalars(select(AuditSubject.kind).order_by(AuditSubject.kind)).all()
    assert kinds == ["person", "request"]


def _write_in_a_process(settings: Settings, chains: tuple[UUID, UUID], times: int) -> None:
    with open_books(settings, Clock()) as books:
        for _ in range(times):
            with system_work(books.ledger) as work:
                for chain_id in chains:
                    work.note(chain_id, Register.WELFARE, ("person", uuid4()))


def test_processes_that_write_at_once_leave_whole_chains(books: Books, settings: Settings) -> None:
    """Two chains named in opposite order: the fixed order of locking keeps them from waiting for each other."""
    context = get_context("spawn")
    writers = [
        context.Process(target=_write_in_a_process, args=(settings, chains, 25))
        for chains in ((COUNTY, PROVIDER), (PROVIDER, COUNTY))
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    report = books.verify(data=True)
    assert report.findings == []
    assert report.chains == {COUNTY: 50, PROVIDER: 50}
