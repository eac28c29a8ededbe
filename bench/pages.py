"""The case page and the request queue, sealed and audited, against their plaintext twins without audit.

``python -m bench.pages [--rows 100000]``: SQLite, gunicorn with two workers, both servers up at once and asked in turn.
Prints one JSON line a measurement: the ratio of requests a second, ours by the twin's, median of the pairs.
"""

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

from flask import Flask

from bench.load import Page, ratio
from bench.plain import make_plain
from bench.serving import served
from config.settings import Settings
from tests.builders import Someone, Village
from tests.builders_cases import a_case
from tests.signing_in import signed_in_client
from welfare.audit.unit_of_work import UnitOfWork
from welfare.journal.models import JournalEntry
from welfare.requests.models import ContactRequest
from welfare.rules.actors import Role
from welfare.rules.ids import RequestId
from welfare.rules.journal import EntryKind
from welfare.rules.receipts import receipt_number
from welfare.rules.registers import Register
from welfare.rules.requests import RequestState, SenderKind, Service
from welfare.web.app import close, create_app
from welfare.web.founding import create_instance

ENTRIES = 30
STUDENTS = 300
CHUNK = 2000
WORDS = "Sovittiin aamuvastaanotosta ja siitä, kuka on ovella. " * 8


@dataclass(frozen=True)
class Side:
    """One of the two: its instance folder, who asks, and the pages to ask for."""

    folder: Path
    cookie: str
    case_path: str


def build(folder: Path, rows: int, *, is_plain: bool) -> Side:
    """An instance with one matter of forty sealed fields, and a queue of so many requests."""
    settings = Settings.from_env({"WELFARE_INSTANCE": str(folder)})
    create_instance(settings)
    app = make_plain(create_app(settings)) if is_plain else create_app(settings)
    village = Village.of(app)
    class_id = village.a_class()
    curator = village.staff(Role.CURATOR, "Saara Lehtovirta")
    students = [village.student(f"Oppilas Numero{n}", class_id) for n in range(min(STUDENTS, rows))]
    nurse = village.staff(Role.NURSE, "Mirja Kanervala")
    case_id = a_case(village, students[0], curator, nurse)
    _fill_journal(village, case_id, students[0], curator)
    _fill_queue(village, students, rows)
    cookie = _cookie(app, curator)
    close(app)
    return Side(folder, cookie, f"/cases/{case_id}/journal")


def _fill_journal(village: Village, case_id: UUID, student: Someone, author: Someone) -> None:
    with village.work() as work:
        for number in range(ENTRIES):
            entry = JournalEntry(
                id=uuid4(),
                case_id=case_id,
                student_id=student.person_id,
                controller_id=village.provider_id,
                kind=EntryKind.NOTE,
                occurred_on=work.facts.on,
                written_at=work.now - timedelta(hours=number),
                author_account_id=author.account_id,
                author_person_id=author.person_id,
                author_office=Role.CURATOR.value,
            )
            work.encrypt_document(entry, JournalEntry.document, {"text": f"{number}. {WORDS}"})
            work.session.add(entry)


def _fill_queue(village: Village, students: list[Someone], rows: int) -> None:
    with village.work() as work:
        for number in range(rows):
            work.session.add(_request(work, village, students[number % len(students)], number))
            if number % CHUNK == CHUNK - 1:
                work.flush_chunk()


def _request(work: UnitOfWork, village: Village, student: Someone, number: int) -> ContactRequest:
    request_id = uuid4()
    due = work.facts.on + timedelta(days=number % 400)
    request = ContactRequest(
        id=request_id,
        receipt=receipt_number(RequestId(request_id)),
        student_id=student.person_id,
        school_id=village.school_id,
        controller_id=village.county_id,
        register=Register.SOCIAL,
        service=Service.CURATOR,
        sender_kind=SenderKind.STUDENT,
        sender_account_id=student.account_id,
        state=RequestState.RECEIVED,
        is_urgent=False,
        received_at=work.now,
        due_on=due,
        queue_on=due,
    )
    words = {"subject": "attendance", "description": WORDS[:200], "sender_name": "Oona Rautasalo", "together": "yes"}
    work.encrypt_document(request, ContactRequest.document, words)
    return request


def _cookie(app: Flask, who: Someone) -> str:
    client = signed_in_client(app, who)
    policy = app.extensions["visitors"].policy
    found = client.flask.get_cookie(policy.cookie)
    return f"{policy.cookie}={found.value}" if found else ""


@contextmanager
def both(rows: int) -> Iterator[Callable[[str], tuple[float, float, float]]]:
    """Both sides built and served; the answer measures one page: ``case`` or a path."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ours, twin = build(folder / "ours", rows, is_plain=False), build(folder / "twin", rows, is_plain=True)
        url = stack.enter_context(served("wsgi:app", {"WELFARE_INSTANCE": str(ours.folder)}))
        other = stack.enter_context(served("bench.plain:create_plain_app()", {"WELFARE_INSTANCE": str(twin.folder)}))

        def measure(path: str) -> tuple[float, float, float]:
            first = Page(url + (ours.case_path if path == "case" else path), ours.cookie)
            second = Page(other + (twin.case_path if path == "case" else path), twin.cookie)
            return ratio(first, second)

        yield measure


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 100_000])
    rates = {}
    for rows in parser.parse_args().rows:
        with both(rows) as measure:
            for name, path in (("case", "case"), ("queue", "/requests/queue")):
                found, ours, twin = measure(path)
                rates[name, rows] = ours
                print(
                    json.dumps(
                        {
                            "page": name,
                            "rows": rows,
                            "ratio": round(found, 3),
                            "ours": round(ours, 1),
                            "twin": round(twin, 1),
                        }
                    )
                )
    small, large = min(rates)[1], max(rates)[1]
    if small != large:
        growth = rates["queue", small] / rates["queue", large]
        print(json.dumps({"page": "queue", "growth": round(growth, 3), "from": small, "to": large}))


if __name__ == "__main__":
    main()
