"""A job exists exactly if the deed was committed, is done once, and says how it ended."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from config.settings import Settings
from tests.audit.books import open_books
from tests.builders import system_work
from tests.clock import Clock
from tests.jobs.yard import Kind, Yard, an_order
from welfare.audit.findings import ExitCode
from welfare.audit.models import AuditEvent
from welfare.audit.unit_of_work import NoPlannerError
from welfare.db.guard import WriteOutsideUnitOfWorkError
from welfare.jobs.claiming import HELD_FOR, ClaimLostError, claim
from welfare.jobs.models import Job, JobState
from welfare.jobs.planning import LongKeyError
from welfare.jobs.waiting import MOST_TRIES, wait_after
from welfare.jobs.worker import Handler, Run, Tally, Worker
from welfare.rules.actors import Actor, World
from welfare.rules.orders import Code, JobOrder, WordInOrderError
from welfare.rules.registers import HOUSE, Register


def events_of_jobs(yard: Yard) -> list[dict[str, Any]]:
    statement = select(AuditEvent.body).where(AuditEvent.permission == "job:run").order_by(AuditEvent.seq)
    with yard.ledger.engine.connect() as connection:
        return [json.loads(body) for body in connection.scalars(statement)]


def test_a_job_of_a_committed_deed_is_done_once(yard: Yard) -> None:
    order = an_order()
    (job_id,) = yard.plan(order)
    assert yard.job(job_id).state is JobState.PLANNED
    assert yard.work_off().done == 1
    assert yard.work_off().done == 0
    assert yard.marks() == [order.payload["subject"]]
    assert yard.job(job_id).state is JobState.DONE
    assert yard.books.verify(data=True).exit_code is ExitCode.GOOD


def plan_and_fall(yard: Yard) -> None:
    with system_work(yard.ledger) as work:
        work.plan_job(an_order())
        message = "the deed failed"
        raise RuntimeError(message)


def test_a_deed_that_was_rolled_back_leaves_no_job(yard: Yard) -> None:
    with pytest.raises(RuntimeError, match="the deed failed"):
        plan_and_fall(yard)
    assert yard.work_off().done == 0
    assert yard.marks() == []


def test_a_job_ordered_twice_is_one_job(yard: Yard) -> None:
    order = an_order()
    first, second = yard.plan(order, order)
    (third,) = yard.plan(order)
    assert first == second == third
    yard.work_off()
    assert yard.plan(order) == [first]
    yard.work_off()
    assert len(yard.marks()) == 1


def test_a_job_for_later_waits_for_its_time(yard: Yard, clock: Clock) -> None:
    yard.plan(an_order(not_before=clock.now + timedelta(days=1)))
    assert yard.work_off().done == 0
    clock.forward(days=1)
    assert yard.work_off().done == 1


def test_a_job_leaves_an_event_of_the_system_that_names_who_ordered_it(yard: Yard) -> None:
    account_id = uuid4()
    with system_work(yard.ledger, Actor(account_id, None, World.STAFF)) as work:
        job_id = work.plan_job(an_order())
    yard.work_off()
    (event,) = events_of_jobs(yard)
    assert (event["world"], event["actor"], event["way"]) == ("system", None, "job")
    assert event["codes"] == {"job": "test:mark", "try": 1, "ordered_by": account_id.hex}
    assert ["job", job_id.hex] in event["subjects"]
    assert len(event["written"]) == 1


def test_what_a_failed_try_began_is_not_there(yard: Yard, clock: Clock) -> None:
    (job_id,) = yard.plan(an_order(Kind.STUMBLE))
    assert yard.work_off().failed == 1
    job = yard.job(job_id)
    assert (job.state, job.tries, job.failure, job.claim_id) == (JobState.PLANNED, 1, "stumbled", None)
    assert job.due_at > clock.now
    assert yard.marks() == []
    assert events_of_jobs(yard)[-1]["codes"]["failure"] == "stumbled"


def test_a_job_that_fails_too_often_is_given_up_and_says_so(yard: Yard, clock: Clock) -> None:
    (job_id,) = yard.plan(an_order(Kind.STUMBLE))
    for _ in range(MOST_TRIES):
        yard.work_off()
        clock.forward(hours=7)
    job = yard.job(job_id)
    assert (job.state, job.tries, job.failure) == (JobState.GIVEN_UP, MOST_TRIES, "stumbled")
    assert yard.work_off().failed == 0


def test_a_hopeless_job_is_given_up_at_once(yard: Yard) -> None:
    (job_id,) = yard.plan(an_order(Kind.HOPELESS))
    assert yard.work_off().given_up == 1
    assert (yard.job(job_id).state, yard.job(job_id).failure) == (JobState.GIVEN_UP, "hopeless")


@pytest.mark.parametrize(
    ("kind", "code"),
    [(Kind.FORGETFUL, "unfinished"), (Kind.BROKEN, "ValueError"), (Kind.STRANGE, "unknown_kind")],
)
def test_a_handlers_fault_stops_neither_the_worker_nor_the_next_job(
    yard: Yard, kind: Kind, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    bad, _good = yard.plan(an_order(kind), an_order())
    tally = yard.work_off()
    assert (tally.done, tally.failed) == (1, 1)
    assert (yard.job(bad).state, yard.job(bad).failure) == (JobState.PLANNED, code)
    assert len(yard.marks()) == 1
    assert "Kanarialintu" not in caplog.text


def test_a_claimed_job_is_nobody_elses_until_its_time_is_over(yard: Yard, clock: Clock) -> None:
    yard.plan(an_order())
    assert claim(yard.ledger) is not None
    assert claim(yard.ledger) is None
    clock.forward(seconds=HELD_FOR.total_seconds())
    again = claim(yard.ledger)
    assert again is not None
    assert again.tries == 2


def test_who_lost_the_claim_meanwhile_changes_nothing(yard: Yard, clock: Clock) -> None:
    yard.plan(an_order())
    slow = claim(yard.ledger)
    assert slow is not None
    clock.forward(seconds=HELD_FOR.total_seconds())
    assert yard.work_off().done == 1
    handler: Handler = yard.worker.handlers[Kind.MARK]
    with pytest.raises(ClaimLostError):
        handler.run(Run(yard.ledger, slow))
    assert len(yard.marks()) == 1


def test_a_job_whose_workers_all_died_is_given_up(yard: Yard, clock: Clock) -> None:
    (job_id,) = yard.plan(an_order())
    for _ in range(MOST_TRIES):
        assert claim(yard.ledger) is not None
        clock.forward(seconds=HELD_FOR.total_seconds())
    assert yard.work_off().given_up == 1
    assert (yard.job(job_id).state, yard.job(job_id).failure) == (JobState.GIVEN_UP, "crashed")
    assert yard.marks() == []


def test_a_house_closed_to_writing_does_no_job(yard: Yard) -> None:
    yard.plan(an_order())
    tally = Tally()
    Worker(yard.ledger, yard.worker.handlers, lambda: True).work_off(tally)
    assert tally == Tally()
    assert yard.work_off().done == 1


@pytest.mark.parametrize("word", ["Kanarialintu", 1.5, None])
def test_an_order_has_no_room_for_a_word(yard: Yard, word: Any) -> None:  # noqa: ANN401
    base = an_order()
    spoilt = JobOrder(
        kind=Kind.MARK, key=base.key, controller_id=HOUSE, register=Register.SESSION, payload={"subject": word}
    )
    with pytest.raises(WordInOrderError) as refused:
        yard.plan(spoilt)
    assert "Kanarialintu" not in str(refused.value)


def test_ids_numbers_days_and_codes_are_kept_as_they_are(yard: Yard, clock: Clock) -> None:
    subject, day = uuid4(), clock.now.date()
    payload: dict[str, Code] = {"subject": subject, "count": 3, "day": day, "kind": Kind.MARK}
    order = JobOrder(
        kind=Kind.MARK, key=(subject, 3, day), controller_id=HOUSE, register=Register.SESSION, payload=payload
    )
    (job_id,) = yard.plan(order)
    found = yard.job(job_id)
    assert found.payload == {"subject": str(subject), "count": 3, "day": "2026-11-23", "kind": "test:mark"}
    assert found.key == f"{subject}:3:2026-11-23"


def test_a_key_that_would_not_fit_is_refused(yard: Yard) -> None:
    order = JobOrder(kind=Kind.MARK, key=(uuid4(),) * 6, controller_id=HOUSE, register=Register.SESSION)
    with pytest.raises(LongKeyError):
        yard.plan(order)


def test_where_nobody_keeps_jobs_an_order_fails_aloud(settings: Settings, clock: Clock) -> None:
    with open_books(settings, clock) as books, pytest.raises(NoPlannerError), system_work(books.ledger) as work:
        work.plan_job(an_order())


def test_nothing_else_than_a_unit_of_work_changes_a_job(yard: Yard) -> None:
    yard.plan(an_order())
    with yard.ledger.transaction() as transaction, pytest.raises(WriteOutsideUnitOfWorkError):
        transaction.session.execute(update(Job).values(state=JobState.DONE))
    assert yard.work_off().done == 1


def test_waits_grow_and_end_at_four_hours() -> None:
    waits = [wait_after(tries, 0.5) for tries in range(1, MOST_TRIES)]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (timedelta(seconds=30), timedelta(hours=4))
    assert timedelta(hours=10) < sum(waits, timedelta()) < timedelta(hours=15)
    assert wait_after(1, 0.0) == timedelta(seconds=15)
    assert wait_after(1, 0.999) < timedelta(seconds=45)
    assert wait_after(10_000, 0.5) == timedelta(hours=4)
