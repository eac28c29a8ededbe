"""Breaks an audit trail as an intruder or a failing machine would, past the application."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import NullPool, create_engine, text

from tests.audit.books import TRIGGERS


@contextmanager
def no_event_can_be_written(app: Flask) -> Iterator[None]:
    """The trail's table refuses every new row."""
    engine = create_engine(app.extensions["settings"].database_url, poolclass=NullPool)
    is_sqlite = engine.dialect.name == "sqlite"
    with engine.begin() as connection:
        if is_sqlite:
            body = "BEGIN SELECT RAISE(ABORT, 'out of order'); END"
            connection.execute(text(f"CREATE TRIGGER out_of_order BEFORE INSERT ON audit_event {body}"))
        else:
            body = "$$ BEGIN RAISE EXCEPTION 'out of order'; END $$"
            connection.execute(text(f"CREATE FUNCTION out_of_order() RETURNS trigger LANGUAGE plpgsql AS {body}"))
            when = "BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION out_of_order()"
            connection.execute(text(f"CREATE TRIGGER out_of_order {when}"))
    try:
        yield
    finally:
        with engine.begin() as connection:
            connection.execute(text("DROP TRIGGER out_of_order" + ("" if is_sqlite else " ON audit_event")))


def cut_tails(app: Flask) -> None:
    """Cut off all but the first event of every chain."""
    engine = create_engine(app.extensions["settings"].database_url, poolclass=NullPool)
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            for trigger in TRIGGERS:
                connection.execute(text(f"DROP TRIGGER IF EXISTS {trigger}"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        for table in ("audit_event", "audit_subject"):
            connection.execute(text(f"DELETE FROM {table} WHERE seq > 1"))  # noqa: S608 - one of two words
        connection.execute(text("UPDATE audit_head SET seq = 1"))
