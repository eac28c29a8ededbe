"""What has been delivered is cleared away after a while, but not while it counts the changes of a coming meeting."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests.builders import Someone, Village
from tests.builders_meetings import a_meeting
from tests.clock import Clock
from tests.mail.office import Office, give_address
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.jobs.daily import Days
from welfare.jobs.models import Job
from welfare.jobs.worker import Handler, Tally, Worker
from welfare.mail.clearing import Clearing
from welfare.mail.models import Mail, MailText
from welfare.mail.planning import MailJob
from welfare.mail.transports.folder import FolderTransport
from welfare.meetings.models import Meeting
from welfare.rules.actors import Role
from welfare.rules.meetings import MeetingState
from welfare.rules.registers import HOUSE

DAYS = 30


@pytest.fixture
def oona(village: Village) -> Someone:
    return give_address(village, village.staff(Role.TEACHER, "Oona Rautasalo"), "oona@example.org")


@pytest.fixture
def office(village: Village, oona: Someone, tmp_path: Path) -> Office:
    """Mails about a meeting; one has been delivered, one has no address to go to."""
    meeting = a_meeting(village, oona, state=MeetingState.ENDED)
    office = Office(village.ledger, village, meeting)
    office.order(oona)
    office.order(village.staff(Role.TEACHER, "Teemu Lahti"))
    office.deliver(FolderTransport(tmp_path))
    return office


def clear(ledger: Ledger) -> Tally:
    tally = Tally()
    handlers: dict[str, Handler] = {MailJob.CLEAR: Clearing(DAYS).handler()}
    Worker(ledger, handlers, look_at_the_day=Days(ledger, [MailJob.CLEAR]).look).work_off(tally)
    return tally


def count(ledger: Ledger) -> tuple[int, int, int]:
    """Mails, texts, and jobs of delivering."""
    with ledger.transaction() as transaction:
        mails = transaction.session.scalar(select(func.count()).select_from(Mail)) or 0
        texts = transaction.session.scalar(select(func.count()).select_from(MailText)) or 0
        jobs = transaction.session.scalar(select(func.count()).select_from(Job).where(Job.kind == MailJob.DELIVER)) or 0
    return mails, texts, jobs


def states(office: Office) -> list[bool]:
    return sorted(each.is_delivered for each in office.deliveries())


def test_what_was_delivered_goes_after_its_days_and_what_failed_stays(
    ledger: Ledger, clock: Clock, office: Office
) -> None:
    assert count(ledger) == (2, 1, 1)
    clock.forward(days=DAYS)
    assert clear(ledger).done == 1
    assert states(office) == [False, True]
    clock.forward(days=1)
    clear(ledger)
    assert states(office) == [False]
    assert count(ledger) == (1, 0, 0)


@pytest.mark.parametrize("state", [MeetingState.PLANNED, MeetingState.RUNNING])
def test_while_the_meeting_may_still_change_its_mails_are_counted_on(
    village: Village, ledger: Ledger, clock: Clock, office: Office, state: MeetingState
) -> None:
    settle(village, office.meeting_id, state)
    clock.forward(days=2 * DAYS)
    clear(ledger)
    assert states(office) == [False, True]
    settle(village, office.meeting_id, MeetingState.ENDED)
    clock.forward(days=1)
    clear(ledger)
    assert states(office) == [False]


def settle(village: Village, meeting_id: UUID, state: MeetingState) -> None:
    with village.work() as work:
        work.session.get_one(Meeting, meeting_id).state = state


def test_the_event_tells_how_many_went(ledger: Ledger, clock: Clock, office: Office) -> None:
    assert office.deliveries()
    clock.forward(days=DAYS + 1)
    clear(ledger)
    with ledger.transaction() as transaction:
        events = select(AuditEvent.body).where(AuditEvent.permission == "job:run", AuditEvent.chain_id == HOUSE)
        codes = json.loads(transaction.session.scalars(events.order_by(AuditEvent.seq)).all()[-1])["codes"]
    assert (codes["cleared"], codes["forgotten"]) == (1, 1)
