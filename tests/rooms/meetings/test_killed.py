"""kill -9 while minutes become final: afterwards they are an entry with its event, or still the draft they were."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any, NoReturn
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from config.settings import Settings
from tests.audit.books import open_books
from tests.builders import Someone, Village
from tests.builders_minutes import WHOLE, address, is_running, knows_the_family, rows, save
from tests.clock import Clock
from tests.jobs.yard import start
from tests.rooms.meetings.conftest import Sitting
from tests.signing_in import Visit, english_client
from welfare.audit import ledger as audit_ledger
from welfare.audit.ledger import WORK, Ledger, WorkSession
from welfare.audit.models import AuditEvent
from welfare.jobs.models import Job
from welfare.journal.models import JournalEntry
from welfare.meetings import actions
from welfare.meetings.actions import finalising
from welfare.meetings.models import Measure, MeetingItem, MinuteSection
from welfare.rules.measures import MeasureState
from welfare.rules.meetings import ItemState
from welfare.rules.orders import MeetingJob
from welfare.rules.permissions import Permission
from welfare.web.app import create_app


def die(*_told: object) -> NoReturn:
    """The machine takes this process away, as it would for want of memory."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise SystemExit


def after(module: Any, deed: str) -> None:  # noqa: ANN401 - a module
    """Die when a deed has been done."""
    whole: Callable[..., object] = getattr(module, deed)
    setattr(module, deed, lambda *told, **named: die(whole(*told, **named)))


def at_commit() -> None:
    """Die when the deed's transaction has been committed, before anybody is told."""

    def committed(session: Session) -> None:
        work = session.info.get(WORK)
        if work is not None and work.grant.permission == Permission.MINUTES_FINALISE.value:
            die()

    event.listen(WorkSession, "after_commit", committed)


BEFORE_COMMIT: dict[str, Callable[[], None]] = {
    "the entry is written": lambda: after(finalising, "write_entry"),
    "the draft is gone": lambda: after(actions, "finalise"),
    "the event is in the chain": lambda: after(audit_ledger, "append"),
}
MOMENTS = BEFORE_COMMIT | {"all is committed": at_commit}


def finalise_and_die(instance: str, url: str, moment: str, final: str, person_id: str, account_id: str) -> None:
    """A server's process that is killed at a moment of this one deed."""
    app = create_app(Settings.from_env({"WELFARE_INSTANCE": instance, "DATABASE_URL": url}), Clock())
    form = english_client(app, Someone(UUID(person_id), UUID(account_id), "")).get(final).form("Finalise the entry")
    MOMENTS[moment]()
    form.fill(sure="y").submit()


@pytest.fixture
def final(village: Village, visit: Visit, sitting: Sitting) -> str:
    """The last look at Aada's minutes, which lack nothing."""
    knows_the_family(village, sitting.aada, sitting.tiina)
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara, sitting.petri, sitting.aada, sitting.tiina)
    save(visit(sitting.saara), address(sitting.meeting, sitting.aadas), **WHOLE)
    return address(sitting.meeting, sitting.aadas, "final")


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_at_any_moment_the_minutes_are_final_with_their_event_or_still_a_draft(
    app: Flask, settings: Settings, visit: Visit, clock: Clock, sitting: Sitting, final: str, moment: str
) -> None:
    ledger: Ledger = app.extensions["ledger"]
    saara = sitting.saara
    words = (moment, final, str(saara.person_id), str(saara.account_id))
    with start("tests.rooms.meetings.test_killed", settings, *words) as server:
        server.wait()
    assert server.returncode == -signal.SIGKILL
    if moment in BEFORE_COMMIT:
        assert is_still_a_draft(ledger, sitting)
        visit(saara).get(final).form("Finalise the entry").fill(sure="y").submit()
    assert is_final(ledger, sitting)
    assert visit(saara).get(final).has("The minutes have been made final already")
    with open_books(settings, clock) as books:
        assert books.verify(data=True).findings == []


def is_still_a_draft(ledger: Ledger, sitting: Sitting) -> bool:
    (item,) = rows(ledger, MeetingItem, MeetingItem.id == sitting.aadas)
    assert (item.state, item.entry_id) == (ItemState.NOW, None)
    assert [measure.state for measure in rows(ledger, Measure)] == [MeasureState.DRAFT]
    assert len(rows(ledger, MinuteSection)) == len([name for name in WHOLE if not name.startswith("measure")])
    assert rows(ledger, Job, Job.kind == MeetingJob.LOCK.value) == []
    return not rows(ledger, JournalEntry) and events_of_finalising(ledger) == 0


def is_final(ledger: Ledger, sitting: Sitting) -> bool:
    (item,) = rows(ledger, MeetingItem, MeetingItem.id == sitting.aadas)
    (entry,) = rows(ledger, JournalEntry)
    assert (item.state, item.entry_id) == (ItemState.FINAL, entry.id)
    assert [(measure.state, measure.entry_id) for measure in rows(ledger, Measure)] == [(MeasureState.OPEN, entry.id)]
    assert rows(ledger, MinuteSection) == []
    assert len(rows(ledger, Job, Job.kind == MeetingJob.LOCK.value)) == 1
    return events_of_finalising(ledger) == 1


def events_of_finalising(ledger: Ledger) -> int:
    """How many events tell that an entry was written by this deed."""
    with ledger.transaction() as transaction:
        statement = select(AuditEvent.body).where(AuditEvent.permission == Permission.MINUTES_FINALISE.value)
        return sum(b"journal_entry" in bytes(body) for body in transaction.session.scalars(statement))


if __name__ == "__main__":
    finalise_and_die(*sys.argv[1:])
