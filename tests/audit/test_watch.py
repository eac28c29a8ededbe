"""While a chain and its anchor disagree, nothing is written; when they agree again, writing goes on by itself."""

import logging
import shutil
import sqlite3
from contextlib import closing
from uuid import UUID

import pytest
from sqlalchemy import text

from config.settings import Settings
from tests.audit.books import Books
from tests.clock import Clock
from welfare.audit.watch import Watch

COUNTY = UUID("33333333-3333-4333-8333-333333333333")


@pytest.fixture
def anchored(books: Books) -> Books:
    books.write(COUNTY, times=3)
    books.anchoring.anchor_all()
    books.write(COUNTY)
    return books


def test_a_whole_chain_may_be_written_to(anchored: Books) -> None:
    assert not anchored.watch.is_read_only()
    assert anchored.watch.look() == ()


def test_a_new_instance_may_be_written_to(books: Books) -> None:
    assert not books.watch.is_read_only()


def test_a_cut_end_stops_writing_within_a_minute_and_raises_an_alarm(
    anchored: Books, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    assert not anchored.watch.is_read_only()
    anchored.tamper("DELETE FROM audit_event WHERE seq > 2")
    assert not anchored.watch.is_read_only(), "within the minute"
    clock.forward(seconds=60)
    with caplog.at_level(logging.CRITICAL, "welfare"):
        assert anchored.watch.is_read_only()
    assert f"ALARM audit: chain {COUNTY.hex} ends before its anchor of 3 events" in caplog.text


def test_a_replaced_event_stops_writing(anchored: Books) -> None:
    anchored.tamper("UPDATE audit_event SET mac = :mac WHERE seq = 3", mac=bytes(32))
    (trouble,) = anchored.watch.look()
    assert trouble.words == f"chain {COUNTY.hex} is not the one anchored at 3 events"


def test_writing_goes_on_when_the_database_is_whole_again(
    anchored: Books, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    with anchored.tampering() as connection:
        connection.execute(text("CREATE TABLE attic AS SELECT * FROM audit_event"))
        connection.execute(text("DELETE FROM audit_event WHERE seq > 1"))
    assert anchored.watch.is_read_only()
    anchored.tamper("INSERT INTO audit_event SELECT * FROM attic WHERE seq > 1")
    assert anchored.watch.is_read_only(), "until the next look"
    clock.forward(minutes=1)
    with caplog.at_level(logging.WARNING, "welfare"):
        assert not anchored.watch.is_read_only()
    assert "writing is possible" in caplog.text


def test_or_when_an_operator_has_accepted_it(anchored: Books) -> None:
    anchored.tamper("DELETE FROM audit_event WHERE seq > 2")
    assert anchored.watch.is_read_only()
    anchored.anchoring.accept()
    assert anchored.watch.look() == ()
    assert not anchored.watch.is_read_only()


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_an_older_database_put_back_stops_writing(anchored: Books, settings: Settings) -> None:
    older = settings.instance / "older.db"
    with closing(sqlite3.connect(settings.instance / "welfare.db")) as connection:
        connection.execute("VACUUM INTO ?", (str(older),))
    anchored.write(COUNTY, times=2)
    anchored.anchoring.anchor_all()
    anchored.ledger.engine.dispose()
    for rest in settings.instance.glob("welfare.db-*"):
        rest.unlink()
    shutil.copy(older, settings.instance / "welfare.db")
    assert anchored.watch.is_read_only()


def test_anchors_that_are_gone_stop_writing(anchored: Books) -> None:
    shutil.rmtree(anchored.settings.anchors)
    (trouble,) = anchored.watch.look()
    assert "cannot be read" in trouble.words


def test_a_forged_anchor_stops_writing(anchored: Books) -> None:
    (anchored.settings.anchors / f"{COUNTY.hex}.anchors").write_text("forged\n")
    (trouble,) = anchored.watch.look()
    assert trouble.chain_id == COUNTY


def test_a_long_chain_that_has_lost_its_anchors_stops_writing(anchored: Books, clock: Clock) -> None:
    watch = Watch(anchored.ledger.engine, anchored.anchoring.folder, clock, most_unanchored=1)
    anchored.write(COUNTY, times=10)
    assert watch.look() == ()
    (anchored.settings.anchors / f"{COUNTY.hex}.anchors").unlink()
    (trouble,) = watch.look()
    assert trouble.words == f"the anchors of chain {COUNTY.hex} are gone"


def test_a_database_that_does_not_answer_changes_nothing(anchored: Books, caplog: pytest.LogCaptureFixture) -> None:
    anchored.tamper("ALTER TABLE audit_event RENAME TO elsewhere")
    assert not anchored.watch.is_read_only()
    assert "could not be compared" in caplog.text
