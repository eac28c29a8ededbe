"""The log review: a whole chain looked through for the first time, and what has come since the last look.

    python -m bench.log_reviews [EVENTS]

SQLite; openings of 300 pupils by 24 workers over a school year, of the shape that the house writes, looked through by a
process that is as ready as one that serves. One JSON line: seconds by the clock and of the processor. Wanted for a
million: under 60 s at first, under 1 s for 500 more.
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from uuid import UUID, uuid4

from sqlalchemy import insert

from config.settings import Settings
from tests.builders import Someone, Village
from tests.builders_log_reviews import at_home
from tests.builders_requests import actor_for
from tests.clock import Clock
from welfare.audit.event import Event, Notes, Origin, Outcome
from welfare.audit.models import AuditEvent, AuditHead
from welfare.audit.unit_of_work import UnitOfWork
from welfare.log_reviews.keeping import look_through
from welfare.rules.actors import Actor, Role
from welfare.rules.log_review import Scale
from welfare.web.app import close, create_app
from welfare.web.founding import create_instance
from welfare.web.warming import warmed

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
BEGINS, DAYS = datetime(2026, 1, 12, 6, tzinfo=UTC), 200
PUPILS, WORKERS, LATELY, CHUNK = 300, 24, 500, 5000
GROUNDS = ("is_staff", "is_group_member", "member_consent_is_valid", "handling_consent_is_valid", "not_excluded")
KEY = b"k" * 32
Seconds = tuple[float, float]


def an_event(at: datetime, actor: Actor, pupil: Someone) -> Event:
    """A page of a matter with four texts opened."""
    notes = Notes(registers={"welfare"}, subjects={("case", uuid4()), ("person", pupil.person_id)})
    for _ in range(4):
        notes.opened["journal_entry.document"][uuid4().hex] = None
    origin = Origin(uuid4().hex, "127.0.0.1")
    return Event(
        at=at,
        actor=actor,
        permission="journal:read",
        outcome=Outcome.DONE,
        grounds=GROUNDS,
        origin=origin,
        notes=notes,
    )


def rows(
    chain_id: UUID, first: int, number: int, people: tuple[list[Actor], list[Someone]]
) -> Iterator[dict[str, object]]:
    """So many events in their order, from eight to four on the days of a year; later ones after them."""
    luck, (workers, pupils) = Random(first), people  # noqa: S311 - invented work, no secret
    for place in range(number):
        at = BEGINS + timedelta(days=place * DAYS // number, minutes=(place * 480 * DAYS // number) % 480)
        at += timedelta(days=DAYS + 1) if first > number else timedelta()
        event = an_event(at, luck.choice(workers), luck.choice(pupils))
        yield {
            "chain_id": chain_id,
            "seq": first + place,
            "at": event.at,
            "actor_id": event.actor.account_id,
            "permission": event.permission,
            "outcome": event.outcome.value,
            "body": event.body(chain_id, first + place),
            "mac": KEY,
        }


def build(village: Village) -> tuple[list[Actor], list[Someone]]:
    """A school and those who work there."""
    class_id = village.a_class()
    pupils = [village.student(f"Oppilas Sukunimi{number}", class_id) for number in range(PUPILS)]
    workers = [village.staff(Role.TEACHER, f"Työntekijä Muunimi{number}") for number in range(WORKERS)]
    for number, who in enumerate(workers):
        at_home(village, who, f"Koivukuja {number + 1}")
    return [actor_for(village, who) for who in workers], pupils


def fill(village: Village, first: int, number: int, people: tuple[list[Actor], list[Someone]]) -> None:
    """Write events in bulk: what is measured is reading them."""
    chunk: list[dict[str, object]] = []
    with village.work() as work:
        for row in rows(village.provider_id, first, number, people):
            chunk.append(row)
            if len(chunk) == CHUNK:
                work.session.execute(insert(AuditEvent), chunk)
                chunk.clear()
        if chunk:
            work.session.execute(insert(AuditEvent), chunk)
        head = work.session.get(AuditHead, village.provider_id)
        if head is None:
            work.session.add(AuditHead(chain_id=village.provider_id, seq=first + number - 1, mac=KEY))
        else:
            head.seq = first + number - 1


def looked_through(village: Village) -> Seconds:
    """Every round until nothing is left, by the clock and of the processor."""
    start, worked, has_more = perf_counter(), process_time(), True
    while has_more:
        with village.work() as work:
            has_more = look(work)
    return round(perf_counter() - start, 2), round(process_time() - worked, 2)


def look(work: UnitOfWork) -> bool:
    """One round."""
    return look_through(work, Scale())


def measure(events: int) -> dict[str, object]:
    """One instance filled, looked through, and looked through again after two minutes of a busy day."""
    with TemporaryDirectory() as folder:
        settings = Settings.from_env({"WELFARE_INSTANCE": str(Path(folder) / "instance")})
        create_instance(settings)
        app = warmed(create_app(settings, Clock(NOW)))
        village = Village.of(app)
        people = build(village)
        begins = head_of(village) + 1
        fill(village, begins, events, people)
        first = looked_through(village)
        fill(village, head_of(village) + 1, LATELY, people)
        since = looked_through(village)
        close(app)
    return {"bench": "log_reviews", "events": events, "first": first, "since": since, "wanted": [60, 1]}


def head_of(village: Village) -> int:
    """The newest number of the provider's chain."""
    with village.ledger.transaction() as transaction:
        head = transaction.session.get(AuditHead, village.provider_id)
        return head.seq if head else 0


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)))
