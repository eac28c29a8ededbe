"""`welfare jobs` does what is due and tells what waits; the embedded server does jobs by itself."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from config.settings import Settings, SettingsError
from tests.builders import Village, system_work
from tests.databases import Store
from tests.jobs.yard import Kind, an_order, do_mark, open_yard
from tests.web.command_line import environment, run, run_json
from welfare.db.locked_file import locked
from welfare.jobs.worker import Handler, Run
from welfare.web.app import utc_now
from welfare.web.services import DAILY, JobRounds

ROUNDS = 1
"""The next round of the log review always waits."""


def plan(village: Village, kind: Kind) -> None:
    with system_work(village.ledger) as work:
        work.plan_job(an_order(kind))


def test_where_nothing_is_due_it_says_so(store: Store) -> None:
    assert run_json(store, "jobs", "run", "--once")["done"] == len(DAILY)
    assert run_json(store, "jobs", "run", "--once") == {"done": 0, "failed": 0, "given_up": 0, "waiting": ROUNDS}
    assert run(store, "jobs", "run", "--once").stdout == "0 done, 0 to be tried again, 0 given up, 1 waiting.\n"


def test_a_job_of_a_kind_it_does_not_know_waits_and_is_listed(store: Store, village: Village) -> None:
    plan(village, Kind.STRANGE)
    assert run_json(store, "jobs", "list")[0]["failure"] == ""
    told = run_json(store, "jobs", "run", "--once")
    assert told == {"done": len(DAILY), "failed": 1, "given_up": 0, "waiting": 1 + ROUNDS}
    row, _round = sorted(run_json(store, "jobs", "list"), key=lambda each: -each["tries"])
    assert (row["kind"], row["state"], row["tries"], row["failure"]) == ("test:strange", "planned", 1, "unknown_kind")
    assert "unknown_kind" in run(store, "jobs", "list").stdout


def test_a_worker_that_waits_for_jobs_ends_when_it_is_told(store: Store) -> None:
    run(store, "jobs", "run", "--once")
    names = {name: value for name, value in environment(store).items() if value is not None}
    command = [str(Path(sys.executable).with_name("welfare")), "jobs", "run", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=names) as worker:  # noqa: S603 - ourselves
        assert worker.stderr is not None
        assert worker.stdout is not None
        assert "Waiting for jobs" in worker.stderr.readline()
        worker.send_signal(signal.SIGTERM)
        assert json.loads(worker.stdout.read())["done"] == 0
    assert worker.returncode == 0


@contextmanager
def going(rounds: JobRounds) -> Iterator[None]:
    """The thread at work, until the block is left."""
    rounds.start()
    try:
        yield
    finally:
        rounds.stop()
        rounds.join()


def telling(done: Event) -> Handler:
    """Does a job and tells so."""

    def do(run: Run) -> None:
        do_mark(run)
        done.set()

    return Handler(do)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_of_the_servers_processes_one_does_jobs_and_another_takes_over(settings: Settings) -> None:
    turn, done = settings.instance / "welfare.db.jobs", Event()
    with open_yard(settings, utc_now, {Kind.MARK: telling(done)}) as yard:
        yard.plan(an_order())
        with locked(turn), going(JobRounds(yard.worker, turn)):
            assert not done.wait(0.5), "another process has the turn"
        with going(JobRounds(yard.worker, turn)):
            assert done.wait(60)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_embedded_server_does_jobs_unless_it_is_told_not_to(store: Store) -> None:
    names = {"WELFARE_INSTANCE": str(store.instance)}
    assert Settings.from_env(names).does_jobs
    assert not Settings.from_env({**names, "WELFARE_JOBS": "0"}).does_jobs
    assert not Settings.from_env({**names, "DATABASE_URL": "postgresql+psycopg://host/name"}).does_jobs
    assert Settings.from_env({**names, "DATABASE_URL": "postgresql+psycopg://h/n", "WELFARE_JOBS": "1"}).does_jobs
    with pytest.raises(SettingsError, match="WELFARE_JOBS"):
        Settings.from_env({**names, "WELFARE_JOBS": "perhaps"})
