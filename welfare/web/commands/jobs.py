"""`welfare jobs`: do what deeds have left for afterwards, and see what waits or was given up."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from threading import Event

import click
from flask import Flask

from welfare.jobs.models import Job, JobState
from welfare.jobs.queries import counts_by_state, jobs_in
from welfare.jobs.worker import Tally, Worker
from welfare.web.app import close
from welfare.web.commands.base import open_app
from welfare.web.commands.environment import print_json, progress, refuse, settings_from_environment
from welfare.web.services import UNREACHABLE, worker_of

LOOKS_EVERY = 2.0


@click.group()
def jobs() -> None:
    """Jobs left for afterwards: mail to be sent, reminders to be made."""


@jobs.command()
@click.option("--once", is_flag=True, help="Do what is due now, and end.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document at the end.")
def run(*, once: bool, as_json: bool) -> None:
    """Do jobs as they fall due, until told to stop; any number of workers may run beside each other."""
    with _opened() as app:
        tally = Tally()
        worker = worker_of(app)
        if worker.is_closed():
            refuse("the audit trail allows reading only: no job is done; see `welfare audit verify`")
        if once:
            try:
                worker.work_off(tally)
            except UNREACHABLE as error:
                refuse(f"the jobs must wait: {type(error).__name__}")
        else:
            _work_until_told(worker, tally)
        waiting = _counts(app)[JobState.PLANNED]
    if as_json:
        print_json({**asdict(tally), "waiting": waiting})
    else:
        click.echo(
            f"{tally.done} done, {tally.failed} to be tried again, {tally.given_up} given up, {waiting} waiting."
        )


@jobs.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def list_(*, as_json: bool) -> None:
    """Jobs that wait and jobs that were given up, with the code of their last failure."""
    with _opened() as app, app.extensions["ledger"].transaction() as transaction:
        states = (JobState.GIVEN_UP, JobState.PLANNED)
        rows = [_row(job) for state in states for job in jobs_in(transaction.session, state)]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        click.echo("{state:9} {kind:20} {tries:>2} tries  {due_at}  {failure}".format(**row))


def _work_until_told(worker: Worker, tally: Tally) -> None:
    end = Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: end.set())
    progress("Waiting for jobs; stop with Ctrl-C.")
    while not end.is_set():
        try:
            worker.work_off(tally)
        except UNREACHABLE as error:
            progress(f"The jobs must wait: {type(error).__name__}")
        end.wait(LOOKS_EVERY)


def _counts(app: Flask) -> dict[JobState, int]:
    with app.extensions["ledger"].transaction() as transaction:
        return dict(counts_by_state(transaction.session))


def _row(job: Job) -> dict[str, object]:
    return {
        "id": job.id,
        "kind": job.kind,
        "state": job.state.value,
        "tries": job.tries,
        "failure": job.failure,
        "planned_at": job.planned_at.isoformat(),
        "due_at": job.due_at.isoformat(timespec="seconds"),
    }


@contextmanager
def _opened() -> Iterator[Flask]:
    app = open_app(settings_from_environment())
    try:
        yield app
    finally:
        close(app)
