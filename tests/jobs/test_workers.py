"""Workers beside each other and workers that are killed: nothing is lost, and nothing is done twice."""

import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from threading import Barrier, Thread
from uuid import UUID, uuid4

import pytest

from config.settings import Settings
from tests.clock import Clock
from tests.jobs.yard import HANDLERS, Kind, Yard, an_order, do_mark, open_yard, start
from welfare.audit.findings import ExitCode
from welfare.jobs.claiming import HELD_FOR
from welfare.jobs.models import JobState
from welfare.jobs.queries import counts_by_state
from welfare.jobs.worker import Handler, Run, Tally, Worker

JOBS, ROUNDS, WORKERS = 40, 2, 4


def work_slowly(run: Run) -> None:
    """Tell that the job is in hand, and leave time to be killed before it ends."""
    sys.stdout.write("claimed\n")
    sys.stdout.flush()
    time.sleep(random.uniform(0, 0.02))  # noqa: S311 - so that the kill falls anywhere
    do_mark(run)


def work_for_ever(instance: str, url: str) -> None:
    """A worker of its own process."""
    settings = Settings.from_env({"WELFARE_INSTANCE": instance, "DATABASE_URL": url})
    with open_yard(settings, Clock(), {**HANDLERS, Kind.MARK: Handler(work_slowly)}) as yard:
        while True:
            yard.work_off()


def kill_a_worker(settings: Settings, after: int) -> None:
    """Let one worker take so many jobs in hand, and kill it without a word."""
    with start("tests.jobs.test_workers", settings) as worker:
        assert worker.stdout is not None
        for _ in range(after):
            assert worker.stdout.readline() == "claimed\n"
        os.kill(worker.pid, signal.SIGKILL)


def test_killed_workers_lose_no_job_and_do_none_twice(yard: Yard, settings: Settings, clock: Clock) -> None:
    orders = [an_order() for _ in range(JOBS)]
    job_ids = yard.plan(*orders)
    for number in range(ROUNDS):
        kill_a_worker(settings, after=3 + number)
    assert 0 < len(yard.marks()) < JOBS, "killed in the middle"
    yard.work_off()
    clock.forward(seconds=HELD_FOR.total_seconds())
    yard.work_off()
    assert Counter(yard.marks()) == Counter(order.payload["subject"] for order in orders)
    assert {yard.job(job_id).state for job_id in job_ids} == {JobState.DONE}
    assert yard.books.verify(data=True).exit_code is ExitCode.GOOD


def test_workers_at_once_never_do_one_job_twice(yard: Yard, settings: Settings, clock: Clock) -> None:
    """Four of them, each with connections and keys of its own, on every job at once."""
    orders = [an_order() for _ in range(JOBS)]
    yard.plan(*orders)
    tried, done = list[UUID](), list[int]()

    def note_and_mark(run: Run) -> None:
        tried.append(run.job.id)
        do_mark(run)

    def work(own: Yard) -> None:
        together.wait(timeout=60)
        done.append(own.work_off().done)

    with ExitStack() as stack:
        handlers: Mapping[str, Handler] = {Kind.MARK: Handler(note_and_mark)}
        yards = [stack.enter_context(open_yard(settings, clock, handlers)) for _ in range(WORKERS)]
        together = Barrier(WORKERS)
        threads = [Thread(target=work, args=(own,)) for own in yards]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(tried) == len(set(tried)) == JOBS
    assert (len(done), sum(done)) == (WORKERS, JOBS)
    assert sorted(map(str, yard.marks())) == sorted(str(order.payload["subject"]) for order in orders)
    assert yard.books.verify(data=True).exit_code is ExitCode.GOOD


@pytest.mark.parametrize("store", ["postgresql"], indirect=True)
def test_a_job_that_somebody_is_taking_keeps_nobody_waiting(yard: Yard) -> None:
    """Of two due jobs one is locked by a transaction that dawdles; the other is done meanwhile."""
    first, second = yard.plan(an_order(), an_order())
    with yard.ledger.transaction(writes=True) as dawdling:
        dawdling.session.get_one(type(yard.job(first)), first, with_for_update=True)
        assert yard.work_off().done == 1
    assert yard.job(second).state is JobState.DONE
    assert yard.work_off().done == 1


def test_what_is_planned_while_a_worker_works_is_done_as_well(yard: Yard) -> None:
    later = uuid4()

    def plan_another(run: Run) -> None:
        with run.finishing() as work:
            work.plan_job(an_order(subject_id=later))

    yard.plan(an_order(Kind.STRANGE))
    worker = Worker(yard.ledger, {**HANDLERS, Kind.STRANGE: Handler(plan_another)})
    worker.work_off(tally := Tally())
    assert tally.done == 2
    assert yard.marks() == [later]
    with yard.ledger.transaction() as transaction:
        assert counts_by_state(transaction.session) == {
            JobState.PLANNED: 0,
            JobState.DONE: 2,
            JobState.GIVEN_UP: 0,
        }


if __name__ == "__main__":
    work_for_ever(*sys.argv[1:])
