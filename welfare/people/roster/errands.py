"""Long work on a delivery, in a thread of the server: reading it, and carrying it out. One may leave and come back."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from io import BytesIO
from threading import Thread, Timer
from time import monotonic
from uuid import UUID

from sqlalchemy import update

from welfare.audit.accidents import trace_of
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.actions.deliveries import DeliveryGoneError, finish, keep_preview, remove_old
from welfare.people.models import DeliveryState, RosterDelivery
from welfare.people.roster.carrying import Carrier, ChangedSincePreviewError
from welfare.people.roster.importing import Prepared, counts_of
from welfare.people.roster.memory import Memory
from welfare.people.roster.names import RosterFile
from welfare.people.roster.pages.delivery import Preview, bytes_of
from welfare.people.roster.plan import UnsoundRosterError
from welfare.people.roster.reading import Reading, ReadingRules, read_archive
from welfare.people.roster.turn import Turn

EVERY_SECONDS = 1.0
MOST_PROBLEMS, MOST_NAMES = 5000, 500
_log = logging.getLogger("welfare")


class Failure(StrEnum):
    """Why an import did not come about. Nothing has been changed then."""

    ERROR = "error"
    CHANGED = "changed"
    GONE = "gone"
    UNSOUND = "unsound"


class Errands:
    """The threads of this process that work on deliveries."""

    def __init__(self) -> None:
        """None to begin with."""
        self._threads: list[Thread] = []
        self._timers: list[Timer] = []

    def start(self, job: Callable[[], None]) -> None:
        """Begin a job. The server waits for it when it is stopped gently."""
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = Thread(target=job, name="roster")
        self._threads.append(thread)
        thread.start()

    def start_later(self, wait: timedelta, job: Callable[[], None]) -> None:
        """Begin a short job after a while; it is not waited for."""
        self._timers = [timer for timer in self._timers if timer.is_alive()]
        timer = Timer(wait.total_seconds(), job)
        timer.daemon = True
        self._timers.append(timer)
        timer.start()

    def wait(self) -> None:
        """Wait until every job has ended, and forget those of later."""
        for thread in self._threads:
            thread.join()
        for timer in self._timers:
            timer.cancel()


@dataclass(frozen=True)
class Errand:
    """One job on one delivery, under a turn that it gives back."""

    carrier: Carrier
    delivery_id: UUID
    turn: Turn

    def sweep(self) -> None:
        """Remove what has lain too long, even if nobody comes back to it."""
        try:
            with self.carrier.work(writes=True) as work:
                remove_old(work)
        except Exception as error:  # noqa: BLE001 - as in `_guarded`; the next delivery sweeps as well
            _tell(error)

    def preview(self) -> None:
        """Read the file and keep what importing it would do."""
        self._guarded(self._preview)

    def carry_out(self) -> None:
        """Import what was previewed and approved."""
        self._guarded(self._carry_out)

    def _guarded(self, job: Callable[[], None]) -> None:
        try:
            job()
        except Exception as error:  # noqa: BLE001 - a thread has nobody above it; the row must say how it ended
            _log.error("roster delivery failed: %s\n%s", type(error).__name__, trace_of(error))
            self._fail(_failure_of(error))
        finally:
            self.turn.give_back()

    def _preview(self) -> None:
        reading = self._read()
        try:
            prepared = self.carrier.preview(reading)
        except UnsoundRosterError:
            prepared = None
        document = preview_document(reading, prepared)
        with self.carrier.work(writes=True) as work:
            keep_preview(work, self._delivery(work), document, is_sound=prepared is not None)

    def _carry_out(self) -> None:
        with self.carrier.work() as work:
            preview = Preview.of(work, self.delivery_id)
        if preview is None:
            raise DeliveryGoneError
        reading = self._read()
        with self.carrier.work(writes=True) as work:
            row = self.carrier.write(work, reading, preview.counts, self._progress(_shares_writing(work)))
            delivery = self._delivery(work)
            delivery.import_id = row.id if row else None
            finish(work, delivery, DeliveryState.DONE)

    def _read(self) -> Reading:
        with self.carrier.work() as work:
            content = bytes_of(work, self.delivery_id)
        tell = self._progress(is_told=True)
        return self.carrier.read(lambda recall: read_archive(BytesIO(content), ReadingRules(), recall, tell))

    def _fail(self, failure: Failure) -> None:
        """Say how it ended. Where even that fails the page says that the work was interrupted, for nobody does it."""
        try:
            with self.carrier.work(writes=True) as work:
                finish(work, self._delivery(work), DeliveryState.FAILED, failure.value)
        except Exception as error:  # noqa: BLE001 - as above
            _tell(error)

    def _delivery(self, work: UnitOfWork) -> RosterDelivery:
        return work.session.get_one(RosterDelivery, self.delivery_id)

    def _progress(self, is_told: bool) -> Callable[[int, int], None]:  # noqa: FBT001
        """Keeps how far the work has come, at most once a second, in a transaction of its own."""
        last = monotonic()

        def tell(done: int, total: int) -> None:
            nonlocal last
            if is_told and monotonic() - last >= EVERY_SECONDS:
                last = monotonic()
                self._keep_progress(done, total)

        return tell

    def _keep_progress(self, done: int, total: int) -> None:
        statement = update(RosterDelivery).where(RosterDelivery.id == self.delivery_id).values(done=done, total=total)
        with self.carrier.ledger.transaction(writes=True) as transaction:
            transaction.session.execute(statement)
            transaction.session.commit()


def preview_document(reading: Reading, prepared: Prepared | None) -> Mapping[str, object]:
    """What is kept of a comparison: counts, problems without words, and who would be ended."""
    problems = list(reading.problems)
    plan = prepared.plan if prepared else None
    return {
        "counts": counts_of(plan) if plan else {},
        "unusual": plan.ends_unusually_many if plan else False,
        "known": plan.known_users if plan else 0,
        "problems": [[p.file, p.row, p.column, p.code.value, p.value_shown] for p in problems[:MOST_PROBLEMS]],
        "unlisted": reading.problems.unlisted + max(0, len(problems) - MOST_PROBLEMS),
        "ended": _ended(prepared.memory, prepared) if prepared else [],
    }


def _ended(memory: Memory, prepared: Prepared) -> list[str]:
    ids = [memory.target(RosterFile.USERS, each.source_id) for each in prepared.plan.users.ended]
    return [each.hex for each in ids if each not in memory.adopted][:MOST_NAMES]


def _shares_writing(work: UnitOfWork) -> bool:
    """Whether progress can be told while the import writes: on SQLite it holds the only turn to write itself."""
    return work.session.get_bind().dialect.name != "sqlite"


def _failure_of(error: Exception) -> Failure:
    reasons = {
        ChangedSincePreviewError: Failure.CHANGED,
        DeliveryGoneError: Failure.GONE,
        UnsoundRosterError: Failure.UNSOUND,
    }
    return reasons.get(type(error), Failure.ERROR)


def _tell(error: Exception) -> None:
    _log.error("roster delivery failed: %s\n%s", type(error).__name__, trace_of(error))
