"""What was handed over is closed when its time is over, if nobody has done it by hand."""

from datetime import timedelta

import pytest
from flask import Flask

from tests.clock import Clock
from tests.rooms.access_copies.conftest import GIVE, Desk
from welfare.access_copies.models import AccessCopy
from welfare.audit.models import AuditEvent
from welfare.jobs.worker import Tally
from welfare.rules.access_copies import DAYS_OPEN, CopyState
from welfare.web.services import worker_of


@pytest.mark.parametrize("by", ["own_page", "handed_over"])
def test_the_night_after_the_last_day_destroys_the_copy_here_and_leaves_an_event(
    desk: Desk, app: Flask, clock: Clock, by: str
) -> None:
    url = desk.gathered(identity_way="signed_in")
    desk.look_at_all(url, words="Matti", words_limit="third_person").form(GIVE).submit(grounds="Toisen tieto.")
    desk.client.get(f"{url}/hand-over").form("Save").submit(by=by)
    clock.now += timedelta(days=DAYS_OPEN)
    worker_of(app).work_off(Tally())
    assert desk.row.state is CopyState.SENT
    assert desk.row.copy is not None
    clock.now += timedelta(days=1)
    worker_of(app).work_off(Tally())
    (closed,) = desk.rows(AccessCopy)
    assert (closed.state, closed.copy, closed.open_until) == (CopyState.CLOSED, None, None)
    assert closed.decision is not None
    with desk.village.ledger.transaction() as looking:
        bodies = [event.body for event in looking.session.query(AuditEvent)]
    assert any(b'"closed":"time_over"' in body and closed.id.hex.encode() in body for body in bodies)
