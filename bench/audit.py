"""What the audit chain costs: appending against plain INSERTs of the same rows, and verifying.

    python -m bench.audit [EVENTS]

SQLite with `synchronous=FULL`, one transaction for each event; the two are measured in turns. One JSON line a measure.
Wanted: 0.8 of the plain rate, and 150,000 events a second verified on one core.
"""

import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from uuid import UUID, uuid4

from sqlalchemy import Connection, Engine, insert

from bench.load import Ratio
from config.settings import Settings
from welfare.audit.chain import append
from welfare.audit.event import Event, Notes, Origin, Outcome
from welfare.audit.models import AuditEvent, AuditSubject
from welfare.audit.verify import verify
from welfare.db.guard import WRITES
from welfare.rules.actors import Actor, Post, Role, World
from welfare.web.founding import create_instance
from welfare.web.instance import open_database

ROUNDS, EACH = 40, 25
KEY = b"k" * 32
CHAINED, PLAIN = UUID(int=1), UUID(int=2)
NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
ACTOR = Actor(
    uuid4(), uuid4(), World.STAFF, (Post(Role.CURATOR, uuid4(), CHAINED),), full_sign_in=True, session_id=uuid4()
)
Write = Callable[[Connection], None]


def an_event() -> Event:
    """A page of a matter with four texts opened."""
    notes = Notes(registers={"welfare"}, subjects={("case", uuid4()), ("person", uuid4())})
    for _ in range(4):
        notes.opened["journal_entry.document"][uuid4().hex] = None
    return Event(
        at=NOW,
        actor=ACTOR,
        permission="case:read",
        outcome=Outcome.DONE,
        grounds=("is_staff", "is_group_member", "member_consent_is_valid"),
        origin=Origin(uuid4().hex, "127.0.0.1"),
        notes=notes,
    )


def chained(connection: Connection) -> None:
    """One event as the house writes it: canonical bytes, link, subjects, head."""
    append(connection, lambda _chain: KEY, {CHAINED: an_event()})


def plainly(numbers: Iterator[int]) -> Write:
    """The same rows as any application inserts them: no canonical bytes, no link, no head."""
    body = an_event().body(PLAIN, 1)

    def write(connection: Connection) -> None:
        seq, event = next(numbers), an_event()
        row = {"chain_id": PLAIN, "seq": seq, "at": event.at, "actor_id": event.actor.account_id}
        said = {"permission": event.permission, "outcome": event.outcome.value, "body": body, "mac": KEY}
        connection.execute(insert(AuditEvent), {**row, **said})
        subjects = [
            {"subject_id": found, "chain_id": PLAIN, "seq": seq, "kind": kind} for kind, found in event.notes.subjects
        ]
        connection.execute(insert(AuditSubject), subjects)

    return write


def rate(engine: Engine, write: Write) -> float:
    """Transactions a second in one round."""
    start = perf_counter()
    for _ in range(EACH):
        with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            write(connection)
    return EACH / (perf_counter() - start)


def appending(engine: Engine) -> dict[str, object]:
    """Chained against plain."""
    plain = plainly(count(1))
    found = Ratio.in_turn(lambda: rate(engine, chained), lambda: rate(engine, plain), ROUNDS)
    figures = {
        "ratio": round(found.median, 2),
        "quarters": [round(part, 2) for part in found.quarters],
        "ours_per_second": round(found.first_per_second),
        "other_per_second": round(found.second_per_second),
    }
    return {"bench": "audit", "what": "append", "against": "plain INSERT", **figures, "wanted": 0.8}


def verifying(engine: Engine, events: int) -> dict[str, object]:
    """A walk along a long chain, with everything the plain walk compares."""
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        for _ in range(events):
            chained(connection)
    rates = [walk(engine, events) for _ in range(3)]
    figures = {"events": events, "events_per_second": round(median(rates)), "wanted": 150_000}
    return {"bench": "audit", "what": "verify", **figures}


def walk(engine: Engine, events: int) -> float:
    """Events a second of processor time in one walk; the chain must be whole."""
    with engine.connect() as connection:
        start = process_time()
        report = verify(connection, lambda chain: KEY if chain == CHAINED else None)
        seconds = process_time() - start
    assert report.chains == {CHAINED: events}
    assert report.findings == []
    return events / seconds


def measure(events: int) -> Iterator[dict[str, object]]:
    """Both, each in an instance of its own."""
    for what in (appending, lambda engine: verifying(engine, events)):
        with TemporaryDirectory() as folder:
            settings = Settings.from_env({"WELFARE_INSTANCE": str(Path(folder) / "instance")})
            create_instance(settings)
            engine = open_database(settings)
            yield what(engine)
            engine.dispose()


if __name__ == "__main__":
    for line in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000):
        print(json.dumps(line))
