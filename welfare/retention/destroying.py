"""Carrying a run out: one thing after the other, each in a unit of work of its own, its key first.

Whether a thing is half-destroyed is told by the key store alone. While its key is whole, everything is looked at once
more, under a lock on the thing: rule, hold, reopening, both clocks. Once the key is gone there is nothing left to be
kept, and only the rows remain to be taken away: so a process that dies at any moment leaves what the next one finishes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.crypto.holder import KeyHolder
from welfare.jobs.worker import Handler, JobFailedError, Run
from welfare.retention.actions import ClocksDisagreeError, check_clocks
from welfare.retention.certifying import certify
from welfare.retention.due import Look
from welfare.retention.models import ItemState, RetentionItem, RetentionRun, RunState
from welfare.retention.queries import destroyed_since, items_of
from welfare.retention.settling import settle
from welfare.retention.things import lock, whole_of
from welfare.retention.whole import StrayRowError, Whole
from welfare.rules.orders import JobOrder, RetentionJob
from welfare.rules.registers import Register
from welfare.rules.retention_ends import Thing

AT_ONCE = 50
"""Things a job destroys before the next one takes over: fewer than its claim lasts for."""
GONE, STRAY = "gone", "stray"


@dataclass(frozen=True)
class Destroyer:
    """Does what two persons have decided, so many things a day."""

    daily: int

    def handler(self) -> Handler:
        """As workers want it."""
        return Handler(self._run)

    def _run(self, run: Run) -> None:
        run_id = run.job.subject("run")
        for item_id in self._next(run, run_id):
            destroy_one(run, item_id)
        with run.finishing() as work:
            is_ended = self._go_on_or_end(work, run, run_id)
        if is_ended:
            settle(run.ledger)

    def _next(self, run: Run, run_id: UUID) -> Sequence[UUID]:
        with run.ledger.transaction() as looking:
            session, now = looking.session, run.ledger.clock()
            row = session.get_one(RetentionRun, run_id)
            left = self.daily - destroyed_since(session, row.controller_id, _begin_of_day(now))
            listed = [item.id for item in items_of(session, run_id) if item.state is ItemState.LISTED]
        return listed[: max(0, min(left, AT_ONCE))]

    def _go_on_or_end(self, work: UnitOfWork, run: Run, run_id: UUID) -> bool:
        row = work.session.get_one(RetentionRun, run_id)
        items = items_of(work.session, run_id)
        left = sum(item.state is ItemState.LISTED for item in items)
        work.note(row.controller_id, Register.AUDIT, ("retention_run", run_id), left=left)
        if left:
            is_full = destroyed_since(work.session, row.controller_id, _begin_of_day(work.now)) >= self.daily
            tomorrow = _begin_of_day(work.now) + timedelta(days=1)
            order = JobOrder(
                kind=RetentionJob.DESTROY,
                key=(run_id, run.job.id),
                controller_id=row.controller_id,
                register=Register.AUDIT,
                payload={"run": run_id},
                not_before=tomorrow if is_full else None,
            )
            work.plan_job(order)
        elif row.state is RunState.APPROVED:
            row.state, row.ended_at = RunState.DONE, work.now
            row.certificate = certify(run.ledger, row, items)
            work.session.flush()
        return not left


def destroy_one(run: Run, item_id: UUID) -> None:
    """One thing: its keys, then its rows, or why it is left. Raises JobFailedError where the clocks disagree."""
    with run.stepping() as work:
        item = work.session.get_one(RetentionItem, item_id, with_for_update=True)
        row = work.session.get_one(RetentionRun, item.run_id)
        if item.state is not ItemState.LISTED or row.state is not RunState.APPROVED:
            return
        try:
            whole, holders = _locked(work, item)
        except StrayRowError:
            _end(work, row, item, ItemState.LEFT, why=STRAY)
            return
        keyring = run.ledger.keyring
        gone = keyring.gone(whole.key_ids())
        if gone and item.thing is Thing.WILLS:  # what somebody has written anew since then, under a new key, stays
            whole = whole.only_under(gone)
        elif not gone:
            why = _why_left(work, row, item)
            if why or not whole.count:
                _end(work, row, item, ItemState.LEFT, why=why or GONE)
                return
            keyring.destroy(holders, work.now)
        item.keys, item.rows = len(holders), whole.count
        _take_away(work, whole)
        _end(work, row, item, ItemState.DESTROYED)


def _locked(work: UnitOfWork, item: RetentionItem) -> tuple[Whole, list[KeyHolder]]:
    """Its rows and keys; the thing itself is locked, so that nobody reopens it meanwhile. Raises StrayRowError."""
    lock(work.session, (item.thing, item.thing_id))
    whole = whole_of(work.session, (item.thing, item.thing_id))
    return whole, whole.holders(item.thing_id)


def _why_left(work: UnitOfWork, row: RetentionRun, item: RetentionItem) -> str:
    """What has come between since the list was made; empty where nothing has."""
    try:
        check_clocks(work)
    except ClocksDisagreeError:
        code = "clocks_disagree"  # tried again by a person: by a wrong clock the next try might be a year away
        raise JobFailedError(code, is_final=True) from None
    found = Look.at(work.session, row.controller_id, work.facts.on, (item.thing, item.thing_id)).found()
    if not found:
        return GONE
    why = found[0].verdict.why_kept
    return why.value if why else ""


def _take_away(work: UnitOfWork, whole: Whole) -> None:
    for layer in whole.layers():
        for row in layer:
            work.session.delete(row)
        work.session.flush()


def _end(work: UnitOfWork, row: RetentionRun, item: RetentionItem, state: ItemState, why: str = "") -> None:
    item.state, item.why, item.ended_at = state, why, work.now
    work.session.flush()
    codes = {"retention": state.value, "rule": item.kind.value, **({"why": why} if why else {})}
    work.note(row.controller_id, Register.AUDIT, ("retention_run", row.id), (item.thing.value, item.thing_id), **codes)


def _begin_of_day(now: datetime) -> datetime:
    return datetime.combine(now.astimezone(HOME_ZONE).date(), time.min, HOME_ZONE)
