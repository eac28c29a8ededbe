"""Moving the second clock on, by what the machine itself has measured since it was started."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from welfare.audit.models import AuditEvent
from welfare.audit.unit_of_work import UnitOfWork
from welfare.jobs.worker import Handler, Run
from welfare.retention.models import RetentionClock
from welfare.retention.settling import settle_again
from welfare.rules.registers import HOUSE, Register
from welfare.rules.two_clocks import do_agree, moved_on

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
Measure = Callable[[], tuple[str, float]]


def measured() -> tuple[str, float]:
    """Which running of the machine this is, and how many seconds it has lasted, sleep included."""
    boot = _BOOT_ID.read_text(encoding="ascii").strip() if _BOOT_ID.exists() else ""
    return boot, time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


@dataclass(frozen=True)
class SecondClock:
    """Does the job of each day."""

    measure: Measure = measured

    def handler(self) -> Handler:
        """As workers want it."""
        return Handler(self._run)

    def _run(self, run: Run) -> None:
        with run.finishing() as work:
            counted = move_on(work, *self.measure())
            work.note(HOUSE, Register.SESSION, clocks="agree" if do_agree(counted, work.now) else "disagree")
        settle_again(run.ledger)


def move_on(work: UnitOfWork, boot: str, seconds: float) -> datetime:
    """Where the second clock stands now. It begins at the newest event that the trail has from before."""
    row = work.session.scalars(select(RetentionClock).limit(1).with_for_update()).first()
    if row is None:
        newest = work.session.scalar(select(func.max(AuditEvent.at)))
        row = RetentionClock(counted=min(work.now, newest or work.now))
        work.session.add(row)
    else:
        since = seconds - row.seconds if row.boot == boot else seconds
        row.counted = moved_on(row.counted, work.now, timedelta(seconds=since))
    row.boot, row.seconds = boot, seconds
    work.session.flush()
    return row.counted
