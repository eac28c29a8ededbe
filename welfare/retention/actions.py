"""Deciding on rules, holding things back, proposing what is to be destroyed and approving it."""

from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.oversight.family import near_to
from welfare.retention.deciding import history_of
from welfare.retention.due import Look
from welfare.retention.looking import Found, Key
from welfare.retention.models import (
    ArchiveTransfer,
    ItemState,
    RetentionHold,
    RetentionItem,
    RetentionRule,
    RetentionRun,
    RunState,
)
from welfare.retention.queries import counted_time, items_of, live_run
from welfare.retention.things import lock, people_of
from welfare.rules.orders import JobOrder, RetentionJob
from welfare.rules.registers import Register
from welfare.rules.retention import CountedFrom, Disposal, RecordKind, decided_rule
from welfare.rules.retention_ends import HoldReason, Kept
from welfare.rules.two_clocks import do_agree


class ChangedError(ValueError):
    """Somebody else has decided on the rule meanwhile."""


class NoSuchThingError(ValueError):
    """Nothing of that number or id is kept here."""


class NearError(PermissionError):
    """It is about oneself or the own family: somebody else looks after it (HL 27-28 §)."""


class HeldAlreadyError(ValueError):
    """It is held for this reason already."""


class LiftedError(ValueError):
    """Somebody has lifted it already."""


class NothingDueError(ValueError):
    """Nothing is over its time."""


class RunLiveError(ValueError):
    """A list waits for its answer, or is being carried out: one at a time."""


class ClocksDisagreeError(RuntimeError):
    """The machine's clock and the second one tell different days: nothing is destroyed."""


class OwnProposalError(ValueError):
    """Somebody else approves what one has proposed."""


class AnsweredError(ValueError):
    """The list has been answered already."""


class NotForArchiveError(ValueError):
    """Only what its rule gives to the archive is handed over, once its time is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDecided:
    """What a controller decides on for a kind of record. ``version`` is the one that was seen."""

    kind: RecordKind
    years: int
    counted_from: CountedFrom
    disposal: Disposal
    source: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldAsked:
    """What is to be kept beyond its time, why, and when somebody looks at that again."""

    key: Key
    reason: HoldReason
    words: str
    review_on: date


def decide_rule(work: UnitOfWork, controller: Organisation, decided: RuleDecided) -> RetentionRule:
    """Keep a new version of a rule; the earlier ones stay as history.

    Raises ChangedError, ProviderSettingMissingError, FixedByActError, SourceMissingError.
    """
    decided_rule(decided.kind, decided.years, decided.counted_from, decided.source, decided.disposal)
    work.session.refresh(controller, with_for_update=True)
    history = history_of(work.session, controller.id, decided.kind)
    if decided.version != len(history):
        raise ChangedError
    row = RetentionRule(
        id=uuid4(),
        controller_id=controller.id,
        kind=decided.kind,
        version=decided.version + 1,
        years=decided.years,
        counted_from=decided.counted_from,
        disposal=decided.disposal,
        source=decided.source.strip(),
        saved_at=work.now,
        saved_by=work.actor.account_id,
    )
    work.session.add(row)
    work.session.flush()
    work.note(controller.id, Register.AUDIT, ("retention_rule", row.id), kind=row.kind.value, years=row.years)
    return row


def place_hold(work: UnitOfWork, controller: Organisation, asked: HoldAsked) -> RetentionHold:
    """Keep a thing beyond its time, unless it is being destroyed.

    Raises NoSuchThingError, NearError, HeldAlreadyError.
    """
    thing, thing_id = asked.key
    lock(work.session, asked.key)
    found = Look.at(work.session, controller.id, work.facts.on, asked.key).found()
    if not found:
        raise NoSuchThingError
    _refuse_near(work, found[0])
    same = (RetentionHold.thing == thing, RetentionHold.thing_id == thing_id, RetentionHold.reason == asked.reason)
    standing = select(RetentionHold.id).where(*same, RetentionHold.lifted_at.is_(None))
    if work.session.scalars(standing).first() is not None:
        raise HeldAlreadyError
    row = RetentionHold(
        id=uuid4(),
        controller_id=controller.id,
        thing=thing,
        thing_id=thing_id,
        reason=asked.reason,
        placed_at=work.now,
        placed_by=work.actor.account_id,
        review_on=asked.review_on,
    )
    work.encrypt_document(row, RetentionHold.document, {"words": asked.words})
    work.session.add(row)
    work.session.flush()
    work.note(controller.id, Register.AUDIT, *row.about(), reason=row.reason.value)
    return row


def lift_hold(work: UnitOfWork, row: RetentionHold, words: str) -> None:
    """Keep it no longer than its rule says. Raises LiftedError."""
    work.session.refresh(row, with_for_update=True)
    if row.lifted_at is not None:
        raise LiftedError
    row.lifted_at, row.lifted_by = work.now, work.actor.account_id
    work.encrypt_document(row, RetentionHold.lifting, {"words": words})
    work.session.flush()


def record_transfer(work: UnitOfWork, controller: Organisation, key: Key, reference: str) -> ArchiveTransfer:
    """Keep that the archive has taken a thing over, as it stands now. Raises NotForArchiveError, NearError."""
    lock(work.session, key)
    found = Look.at(work.session, controller.id, work.facts.on, key).found()
    if not found or found[0].verdict.why_kept is not Kept.TO_ARCHIVE:
        raise NotForArchiveError
    _refuse_near(work, found[0])
    row = ArchiveTransfer(
        id=uuid4(),
        controller_id=controller.id,
        thing=key[0],
        thing_id=key[1],
        reference=reference,
        recorded_at=work.now,
        recorded_by=work.actor.account_id,
    )
    work.session.add(row)
    work.session.flush()
    work.note(controller.id, Register.AUDIT, ("archive_transfer", row.id), (key[0].value, key[1]))
    return row


def propose(work: UnitOfWork, controller: Organisation, limit: int) -> RetentionRun:
    """List what is over its time, the longest over first, at most a day's number; nothing about the own family.

    Raises ClocksDisagreeError, RunLiveError, NothingDueError, NearError.
    """
    check_clocks(work)
    work.session.refresh(controller, with_for_update=True)
    if live_run(work.session, controller.id) is not None:
        raise RunLiveError
    due = [one for one in Look.at(work.session, controller.id, work.facts.on).found() if one.verdict.is_due]
    due.sort(key=lambda one: (one.verdict.last_day or work.facts.on, one.thing, one.id.hex))
    near = near_to(work.session, work.actor)
    strange = list(islice((one for one in due if not _is_near(work, one, near)), limit))
    if not strange:
        raise NearError if due else NothingDueError
    run = RetentionRun(
        id=uuid4(),
        controller_id=controller.id,
        state=RunState.PROPOSED,
        as_of=work.facts.on,
        proposed_at=work.now,
        proposed_by=work.actor.account_id,
    )
    work.session.add(run)
    work.session.flush()
    for one in strange:
        found = one.verdict
        item = RetentionItem(
            run_id=run.id,
            thing=one.thing,
            thing_id=one.id,
            kind=found.kind,
            years=found.rule.years,
            counted_from=found.rule.counted_from,
            start_on=found.start,
            last_day=found.last_day,
            state=ItemState.LISTED,
        )
        work.session.add(item)
    work.session.flush()
    work.note(controller.id, Register.AUDIT, ("retention_run", run.id), things=len(strange))
    return run


def approve(work: UnitOfWork, run: RetentionRun) -> None:
    """Have a list carried out that somebody else has proposed.

    Raises ClocksDisagreeError, AnsweredError, OwnProposalError.
    """
    check_clocks(work)
    _answer(work, run, RunState.APPROVED)
    if run.proposed_by == work.actor.account_id:
        raise OwnProposalError
    order_destruction(work, run)


def refuse_run(work: UnitOfWork, run: RetentionRun) -> None:
    """Put a list aside, one's own too. Raises AnsweredError."""
    _answer(work, run, RunState.REFUSED)
    run.ended_at = work.now
    work.session.flush()


def order_destruction(work: UnitOfWork, run: RetentionRun) -> None:
    """Have the next things of a run destroyed."""
    left = sum(item.state is ItemState.LISTED for item in items_of(work.session, run.id))
    key = (run.id, left)
    order = JobOrder(
        kind=RetentionJob.DESTROY,
        key=key,
        controller_id=run.controller_id,
        register=Register.AUDIT,
        payload={"run": run.id},
    )
    work.plan_job(order)


def check_clocks(work: UnitOfWork) -> None:
    """Raises ClocksDisagreeError."""
    if not do_agree(counted_time(work.session), work.now):
        raise ClocksDisagreeError


def _refuse_near(work: UnitOfWork, found: Found) -> None:
    if _is_near(work, found, near_to(work.session, work.actor)):
        raise NearError


def _is_near(work: UnitOfWork, found: Found, near: frozenset[UUID]) -> bool:
    """Whether it is about any of these: a file of a breach also where one is its reader, or among those concerned."""
    return found.student_id in near or not near.isdisjoint(people_of(work.session, [(found.thing, found.id)]))


def _answer(work: UnitOfWork, run: RetentionRun, state: RunState) -> None:
    work.session.refresh(run, with_for_update=True)
    if run.state is not RunState.PROPOSED:
        raise AnsweredError
    run.state, run.answered_at, run.answered_by = state, work.now, work.actor.account_id
    work.session.flush()
    work.note(run.controller_id, Register.AUDIT, ("retention_run", run.id), answer=state.value)
