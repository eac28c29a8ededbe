"""A house with work to do: jobs that leave a mark each, and workers to do them, in this process and in others."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import select

from config.settings import Settings
from tests.audit.books import Books, open_books
from tests.builders import system_work
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import Planners, UnitOfWork
from welfare.drafts.models import Draft
from welfare.jobs.models import Job
from welfare.jobs.planning import plan_job
from welfare.jobs.worker import Handler, JobFailedError, Run, Tally, Worker
from welfare.rules.orders import JobOrder
from welfare.rules.registers import HOUSE, Register


class Kind(StrEnum):
    """Kinds of jobs in these tests."""

    MARK = "test:mark"
    STUMBLE = "test:stumble"
    HOPELESS = "test:hopeless"
    FORGETFUL = "test:forgetful"
    BROKEN = "test:broken"
    STRANGE = "test:strange"


def an_order(kind: Kind = Kind.MARK, subject_id: UUID | None = None, **more: datetime) -> JobOrder:
    """A job about something."""
    subject = subject_id or uuid4()
    payload = {"subject": subject}
    return JobOrder(kind=kind, key=(subject,), controller_id=HOUSE, register=Register.SESSION, payload=payload, **more)


def mark(work: UnitOfWork, subject_id: UUID) -> None:
    """An effect that a second doing would double: a sealed row with an id of its own."""
    draft = Draft(id=uuid4(), account_id=uuid4(), purpose="marked", subject_id=subject_id, saved_at=work.now)
    work.encrypt_document(draft, Draft.document, {})
    work.session.add(draft)


def do_mark(run: Run) -> None:
    """Leave a mark."""
    with run.finishing() as work:
        mark(work, run.job.subject("subject"))


def stumble(run: Run) -> None:
    """Leave a mark, and then fall before the end."""
    with run.finishing() as work:
        mark(work, run.job.subject("subject"))
        work.session.flush()
        code = "stumbled"
        raise JobFailedError(code)


def despair(run: Run) -> None:
    """Say that no later try would help."""
    del run
    code = "hopeless"
    raise JobFailedError(code, is_final=True)


def break_down(run: Run) -> None:
    """A fault nobody thought of, with a word in it that must not get anywhere."""
    message = f"Kanarialintu {run.job.id}"
    raise ValueError(message)


def forget(run: Run) -> None:
    """Come back as if all were well."""
    del run


HANDLERS: Mapping[str, Handler] = {
    Kind.MARK: Handler(do_mark),
    Kind.STUMBLE: Handler(stumble),
    Kind.HOPELESS: Handler(despair),
    Kind.FORGETFUL: Handler(forget),
    Kind.BROKEN: Handler(break_down),
}


@dataclass(frozen=True)
class Yard:
    """An instance with jobs and one worker."""

    books: Books
    ledger: Ledger
    worker: Worker

    def plan(self, *orders: JobOrder) -> list[UUID]:
        """Order jobs in one transaction."""
        with system_work(self.ledger) as work:
            return [work.plan_job(order) for order in orders]

    def work_off(self) -> Tally:
        """Do what is due."""
        tally = Tally()
        self.worker.work_off(tally)
        return tally

    def job(self, job_id: UUID) -> Job:
        """A job as it stands."""
        with self.ledger.transaction() as transaction:
            found = transaction.session.get_one(Job, job_id)
            transaction.session.expunge(found)
            return found

    def marks(self) -> list[UUID]:
        """What has been marked, as often as it was."""
        with self.ledger.transaction() as transaction:
            return list(transaction.session.scalars(select(Draft.subject_id).where(Draft.purpose == "marked")))


@contextmanager
def open_yard(
    settings: Settings, clock: Callable[[], datetime], handlers: Mapping[str, Handler] = HANDLERS
) -> Iterator[Yard]:
    """A yard on an instance."""
    with open_books(settings, clock) as books:
        ledger = Ledger(books.ledger.engine, books.ledger.keyring, clock, {}, Planners(job=plan_job))
        yield Yard(books, ledger, Worker(ledger, handlers))


def start(module: str, settings: Settings, *words: str, waits: bool = False) -> "subprocess.Popen[str]":
    """A process of its own on the same instance, which perhaps waits for a line before it begins."""
    command = [sys.executable, "-m", module, str(settings.instance), settings.database_url, *words]
    stdin = subprocess.PIPE if waits else subprocess.DEVNULL
    return subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ourselves
