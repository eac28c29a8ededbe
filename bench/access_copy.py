"""A copy of everything about one pupil: gathered, put together as sealed, and given as PDF and JSON.

    python -m bench.access_copy [ENTRIES]

SQLite, one client in this process; journal entries of some paragraphs over two years, all of them looked at. One JSON
line: for each step the seconds by the clock and of the processor. Wanted: 300 entries in less than ten seconds, the
decision and the paper together.
"""

import json
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from flask import Flask
from sqlalchemy import select

from config.settings import Settings
from tests.builders import Someone, Village
from tests.builders_copies import a_copy
from tests.builders_journal import a_matter
from tests.clock import Clock
from tests.signing_in import signed_in_client
from welfare.access_copies.models import CopyPart
from welfare.rules.access_copies import CopyState
from welfare.rules.actors import Role
from welfare.rules.journal import EntryKind
from welfare.web.app import close, create_app
from welfare.web.founding import create_instance

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
WANTED_SECONDS = 10
SENTENCES = "Aada kertoi viikostaan. Sovittiin, että aamut aloitetaan rauhassa. Opettaja seuraa, miten se sujuu. " * 6


def build(app: Flask, clock: Clock, entries: int) -> tuple[Someone, str]:
    """Who hands the copy out, and where the request is."""
    village = Village.of(app)
    officer = village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    matter = a_matter(village)
    for number in range(entries):
        day = date(2026, 11, 20) - timedelta(days=number % 60)
        matter.entry(matter.saara, EntryKind.NOTE, {"heading": f"Muistiinpano {number}", "information": SENTENCES}, day)
    clock.now = NOW
    return officer, f"/rights/copies/{a_copy(village, matter.student, officer, CopyState.RECEIVED)}"


def look_at_all(app: Flask, officer: Someone) -> None:
    """Every record has been looked at, and nothing left out."""
    with Village(app.extensions["ledger"]).work() as work:
        for part in work.session.scalars(select(CopyPart)):
            part.looked_at, part.looked_by = work.now, officer.account_id


def seconds(step: Callable[[], object]) -> tuple[float, float]:
    """One step, by the clock and of the processor."""
    start, worked = perf_counter(), process_time()
    assert step()
    return round(perf_counter() - start, 2), round(process_time() - worked, 2)


def measure(entries: int) -> dict[str, object]:
    """One instance built, and one copy from its gathering to the files."""
    with TemporaryDirectory() as folder:
        settings = Settings.from_env({"WELFARE_INSTANCE": str(Path(folder) / "instance")})
        create_instance(settings)
        clock = Clock(NOW)
        app = create_app(settings, clock)
        officer, address = build(app, clock, entries)
        client = signed_in_client(app, officer)
        page = client.get(address)
        figures = {"gather": seconds(lambda: page.form("Kerää asiakirjat").submit())}
        look_at_all(app, officer)
        ready = client.get(address)
        figures["decide"] = seconds(lambda: ready.form("Anna kopio").submit())
        figures["pdf"] = seconds(lambda: client.get(f"{address}/copy.pdf").response.data)
        figures["json"] = seconds(lambda: client.get(f"{address}/copy.json").response.data)
        close(app)
    return {"bench": "access_copy", "entries": entries, **figures, "wanted_seconds": WANTED_SECONDS}


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 300)))
