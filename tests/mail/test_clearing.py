"""Mails are cleared away after a while, failed ones later, none while it counts the changes of a coming meeting."""

import json
from email.message import EmailMessage
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests.builders import Someone, Village
from tests.builders_jobs import a_job_given_up
from tests.builders_meetings import a_meeting
from tests.clock import Clock
from tests.mail.office import Office, give_address
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.jobs.daily import Days
from welfare.jobs.models import Job, JobState
from welfare.jobs.reviving import try_again
from welfare.jobs.worker import Handler, Tally, Worker
from welfare.mail.clearing import Clearing
from welfare.mail.delivering import DeliveryFailedError
from welfare.mail.models import Mail, MailText
from welfare.mail.planning import MailJob
from welfare.mail.transports.folder import FolderTransport
from welfare.meetings.models import Meeting
from welfare.rules.actors import Role
from welfare.rules.meetings import MeetingState
from welfare.rules.registers import HOUSE

DAYS = 30


class Refusing:
    """A mail server that takes nothing."""

    def deliver(self, name: str, to: str, message: EmailMessage) -> None:
        """Say no, for good."""
        assert name
        assert to
        assert message
        code = "recipient_550"
        raise DeliveryFailedError(code, is_final=True)


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


def test_what_was_delivered_goes_after_its_days_and_what_failed_stays_longer(
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
    clock.forward(days=2 * DAYS - 1)
    clear(ledger)
    assert count(ledger) == (1, 0, 0)
    clock.forward(days=1)
    clear(ledger)
    assert count(ledger) == (0, 0, 0)


def test_what_a_server_refused_goes_with_its_address_and_its_delivery(
    ledger: Ledger, clock: Clock, office: Office, oona: Someone
) -> None:
    office.order(oona)
    office.deliver(Refusing())
    assert count(ledger) == (3, 2, 2)
    clock.forward(days=3 * DAYS)
    clear(ledger)
    assert count(ledger) == (2, 1, 1)
    clock.forward(days=1)
    clear(ledger)
    assert count(ledger) == (0, 0, 0)


def test_what_is_tried_again_waits_from_its_new_end_on(
    ledger: Ledger, clock: Clock, office: Office, oona: Someone
) -> None:
    mail_id = office.order(oona)
    office.deliver(Refusing())
    clock.forward(days=3 * DAYS)
    with office.village.work() as work:
        try_again(work, work.session.scalars(select(Job).where(Job.key == str(mail_id))).one())
    office.deliver(Refusing())
    clock.forward(days=1)
    clear(ledger)
    assert [each.mail_id for each in office.deliveries()] == [mail_id]


def test_of_the_houses_own_jobs_that_were_given_up_only_old_ones_are_forgotten(
    village: Village, ledger: Ledger, clock: Clock
) -> None:
    house, own = a_job_given_up(village, HOUSE), a_job_given_up(village, village.provider_id)
    for days, left in ((3 * DAYS, {house, own}), (1, {own})):
        clock.forward(days=days)
        clear(ledger)
        with ledger.transaction() as transaction:
            found = transaction.session.scalars(select(Job.id).where(Job.state == JobState.GIVEN_UP))
            assert set(found) == left


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
