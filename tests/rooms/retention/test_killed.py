"""kill -9 while records are destroyed: whatever the moment, the next worker finishes, and the trail holds."""

import signal
import sys
from collections.abc import Callable, Sequence
from datetime import datetime

import pytest

from config.settings import Settings
from tests.audit.books import open_books
from tests.builders_retention import a_hold, is_shredded
from tests.clock import Clock
from tests.jobs.yard import start
from tests.rooms.meetings.test_killed import after
from tests.rooms.retention.conftest import Keeping
from welfare.audit import ledger as audit_ledger
from welfare.cases.models import Case, CaseMember
from welfare.consents.models import ExpressionOfWill
from welfare.crypto.holder import KeyHolder
from welfare.crypto.keyring import KeyRing
from welfare.crypto.shredding import ShredLedger
from welfare.jobs.claiming import HELD_FOR
from welfare.jobs.worker import Tally
from welfare.retention import destroying
from welfare.retention.models import ItemState, RetentionRun, RunState
from welfare.rules.registers import Register
from welfare.rules.retention_ends import Thing
from welfare.web.app import create_app
from welfare.web.services import worker_of

BEFORE_THE_KEY: dict[str, Callable[[], None]] = {
    "the list is read": lambda: after(destroying, "items_of"),
    "its rows are found": lambda: after(destroying, "whole_of"),
    "the ledger tells of it": lambda: after(ShredLedger, "add"),
}
AFTER_THE_KEY: dict[str, Callable[[], None]] = {
    "its key is gone": lambda: after(KeyRing, "destroy"),
    "its rows are deleted": lambda: after(destroying, "_take_away"),
    "its event is in the chain": lambda: once_the_key_is_gone(lambda: after(audit_ledger, "append")),
}
MOMENTS = BEFORE_THE_KEY | AFTER_THE_KEY


def once_the_key_is_gone(arm: Callable[[], None]) -> None:
    """Lie in wait from then on."""
    whole = KeyRing.destroy

    def destroy(ring: KeyRing, holders: Sequence[KeyHolder], now: datetime) -> int:
        count = whole(ring, holders, now)
        arm()
        return count

    KeyRing.destroy = destroy  # type: ignore[assignment,method-assign]  # in this process alone


def destroy_and_die(instance: str, url: str, moment: str) -> None:
    """A worker's process that is killed at a moment of its first thing."""
    app = create_app(Settings.from_env({"WELFARE_INSTANCE": instance, "DATABASE_URL": url}), Clock())
    MOMENTS[moment]()
    worker_of(app).work_off(Tally())


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_at_any_moment_the_next_worker_finishes_what_was_begun(
    keeping: Keeping, settings: Settings, moment: str
) -> None:
    run_id = keeping.propose()
    keeping.approve(run_id)
    with start("tests.rooms.retention.test_killed", settings, moment) as worker:
        worker.wait()
    assert worker.returncode == -signal.SIGKILL
    own = KeyHolder(keeping.village.provider_id, Register.WELFARE, keeping.case_id)
    assert is_shredded(keeping.village, own) is (moment in AFTER_THE_KEY)
    assert len(keeping.rows(Case)) == 1
    keeping.clock.now += HELD_FOR
    keeping.work_off()
    assert [item.state for item in keeping.items(run_id)] == [ItemState.DESTROYED] * 2
    assert keeping.rows(Case) == []
    assert keeping.rows(CaseMember) == []
    assert [run.state for run in keeping.rows(RetentionRun)] == [RunState.DONE]
    with open_books(settings, keeping.clock) as books:
        assert books.verify(data=True).findings == []


def test_killed_before_the_key_was_gone_a_hold_still_keeps_it(keeping: Keeping, settings: Settings) -> None:
    run_id = keeping.propose()
    keeping.approve(run_id)
    with start("tests.rooms.retention.test_killed", settings, "its rows are found") as worker:
        worker.wait()
    a_hold(keeping.village, keeping.kaisa, Thing.MATTER, keeping.case_id)
    keeping.clock.now += HELD_FOR
    keeping.work_off()
    assert {item.thing: item.state for item in keeping.items(run_id)} == {
        Thing.MATTER: ItemState.LEFT,
        Thing.WILLS: ItemState.DESTROYED,
    }
    assert keeping.rows(ExpressionOfWill, ExpressionOfWill.case_id.is_(None)) == []
    assert len(keeping.rows(Case)) == 1


if __name__ == "__main__":
    destroy_and_die(*sys.argv[1:])
