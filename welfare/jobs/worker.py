"""Doing jobs: claim one, let its handler do it, end it or leave it to a later try."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from random import SystemRandom

from welfare.access.gate import HOME_ZONE
from welfare.audit.event import Origin
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import Grant, UnitOfWork
from welfare.jobs.claiming import ClaimedJob, ClaimLostError, claim, end, give_back, give_up, hold, is_held
from welfare.jobs.waiting import MOST_TRIES, wait_after
from welfare.rules.actors import SYSTEM, Facts
from welfare.rules.permissions import Permission, decide

_log = logging.getLogger("welfare")
_luck = SystemRandom().random


class JobFailedError(RuntimeError):
    """A try came to nothing, for a reason that has a code; ``is_final``: no later try would fare better."""

    def __init__(self, code: str, *, is_final: bool = False) -> None:
        """A code of at most forty signs, never a word of the matter."""
        super().__init__(code)
        self.code, self.is_final = code, is_final


@dataclass(frozen=True)
class Run:
    """One try at one job, as its handler sees it."""

    ledger: Ledger
    job: ClaimedJob

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """A unit of work of the system that only reads; what it opens is in its event."""
        return self._work(writes=False)

    @contextmanager
    def stepping(self) -> Iterator[UnitOfWork]:
        """A unit of work that changes a part and leaves the job going on. Raises ClaimLostError."""
        with self._work(writes=True) as work:
            hold(work.session, self.job)
            yield work

    @contextmanager
    def finishing(self) -> Iterator[UnitOfWork]:
        """The unit of work in which the job takes effect and ends, both or neither. Raises ClaimLostError."""
        with self._work(writes=True) as work:
            hold(work.session, self.job)
            yield work
            end(work.session, self.job, work.now)

    @contextmanager
    def failing(self, code: str) -> Iterator[UnitOfWork]:
        """The unit of work that keeps why the try came to nothing. Raises ClaimLostError."""
        with self._work(writes=True) as work:
            hold(work.session, self.job)
            work.note(self.job.controller_id, self.job.register, failure=code)
            yield work

    @contextmanager
    def _work(self, *, writes: bool) -> Iterator[UnitOfWork]:
        job = self.job
        facts = Facts(on=self.ledger.clock().astimezone(HOME_ZONE).date(), controller_id=job.controller_id)
        grounds = decide(SYSTEM, Permission.JOB_RUN, facts).grounds
        grant = Grant(Permission.JOB_RUN.value, facts, grounds, Origin(request_id=job.claim_id.hex, way="job"))
        with (
            self.ledger.transaction(writes=writes) as transaction,
            self.ledger.work(transaction, SYSTEM, grant) as work,
        ):
            ordered_by = {"ordered_by": job.ordered_by.hex} if job.ordered_by else {}
            codes: dict[str, str | int | list[str]] = {"job": job.kind, "try": job.tries, **ordered_by}
            work.note(job.controller_id, job.register, ("job", job.id), **codes)
            yield work


@dataclass(frozen=True)
class Handler:
    """What does one kind of job: it leaves through `Run.finishing`, or raises."""

    run: Callable[[Run], None]
    failed: Callable[[UnitOfWork, ClaimedJob, str, bool], None] | None = None
    """Told of each failed try by its code, and whether it was the last, in the transaction that keeps it."""


@dataclass
class Tally:
    """What a worker has done."""

    done: int = 0
    failed: int = 0
    given_up: int = 0


@dataclass(frozen=True)
class Worker:
    """Does jobs one by one, until none is due or the house is closed to writing."""

    ledger: Ledger
    handlers: Mapping[str, Handler]
    is_closed: Callable[[], bool] = lambda: False
    look_at_the_day: Callable[[], None] = lambda: None
    """Orders what each day asks for."""

    def work_off(self, tally: Tally) -> None:
        """Do what is due. Raises AuditUnavailableError, DBAPIError, KeyProviderError; the job is then tried later."""
        if not self.is_closed():
            self.look_at_the_day()
        while not self.is_closed():
            job = claim(self.ledger)
            if job is None:
                return
            try:
                self._try(Run(self.ledger, job), tally)
            except ClaimLostError:
                _log.warning("job %s was taken over by another worker", job.id)

    def _try(self, run: Run, tally: Tally) -> None:
        try:
            self._handle(run)
            tally.done += 1
        except ClaimLostError:
            raise
        except JobFailedError as failure:
            self._fail(run, failure, tally)
        except Exception as error:  # noqa: BLE001 - a handler's fault must not end the worker, and the row must say it
            _log.error("job %s %s failed: %s", run.job.kind, run.job.id, type(error).__name__)
            self._fail(run, JobFailedError(type(error).__name__[:40]), tally)

    def _handle(self, run: Run) -> None:
        handler = self.handlers.get(run.job.kind)
        if handler is None:
            code = "unknown_kind"
            raise JobFailedError(code)
        if run.job.tries > MOST_TRIES:  # the earlier ones did not live to say how they ended
            code = "crashed"
            raise JobFailedError(code, is_final=True)
        handler.run(run)
        with run.ledger.transaction() as looking:
            if is_held(looking.session, run.job):
                code = "unfinished"
                raise JobFailedError(code)

    def _fail(self, run: Run, failure: JobFailedError, tally: Tally) -> None:
        job, handler = run.job, self.handlers.get(run.job.kind)
        is_last = failure.is_final or job.tries >= MOST_TRIES
        with run.failing(failure.code) as work:
            if handler is not None and handler.failed is not None:
                handler.failed(work, job, failure.code, is_last)
            if is_last:
                give_up(work.session, job, failure.code, work.now)
            else:
                give_back(work.session, job, failure.code, work.now + wait_after(job.tries, _luck()))
        if is_last:
            tally.given_up += 1
        else:
            tally.failed += 1
