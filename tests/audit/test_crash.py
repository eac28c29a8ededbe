"""kill -9 in a loop of saves: what was acknowledged is there afterwards, with its event, and the chain is whole."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from config.settings import Settings
from tests.architecture.tree import ROOT
from tests.audit.books import open_books
from tests.clock import Clock
from welfare.drafts.models import Draft

ROUNDS, SAVES = 3, 15


def save_for_ever(instance: str, url: str) -> None:
    """Save one sealed row after another; name each once it is committed."""
    settings = Settings.from_env({"WELFARE_INSTANCE": instance, "DATABASE_URL": url})
    with open_books(settings, Clock()) as books:
        while True:
            sys.stdout.write(f"{books.keep('a word').hex}\n")
            sys.stdout.flush()


def acknowledged_before_the_kill(settings: Settings) -> list[UUID]:
    """What one writer had acknowledged when it was killed."""
    command = [sys.executable, "-m", "tests.audit.test_crash", str(settings.instance), settings.database_url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:  # noqa: S603 - ourselves
        assert writer.stdout is not None
        found = [UUID(hex=writer.stdout.readline().strip()) for _ in range(SAVES)]
        os.kill(writer.pid, signal.SIGKILL)
        rest = writer.stdout.read().split("\n")
    return found + [UUID(hex=line) for line in rest if len(line) == 32]


def test_no_acknowledged_save_is_lost(settings: Settings, clock: Clock) -> None:
    acknowledged = [saved for _ in range(ROUNDS) for saved in acknowledged_before_the_kill(settings)]
    assert len(acknowledged) >= ROUNDS * SAVES
    with open_books(settings, clock) as books:
        with books.ledger.engine.connect() as connection:
            there = set(connection.scalars(select(Draft.id)))
        report = books.verify(data=True)
        books.keep("after the crash")
        assert books.verify(data=True).findings == []
    assert set(acknowledged) - there == set()
    assert report.findings == []
    assert report.rows == len(there)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_killed_writer_leaves_no_lock_behind(settings: Settings, clock: Clock) -> None:
    acknowledged_before_the_kill(settings)
    assert Path(settings.instance / "welfare.db.writers").exists()
    with open_books(settings, clock) as books:
        books.write()


if __name__ == "__main__":
    save_for_ever(*sys.argv[1:])
