"""Clearing the outbox: a mail is not kept longer than anybody needs it, whether it has been delivered or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.jobs.models import Job, JobState
from welfare.jobs.reviving import forget_done, forget_given_up
from welfare.jobs.worker import Handler, Run
from welfare.mail.models import Mail, MailState, MailText
from welfare.mail.planning import MailJob
from welfare.rules.events import StillToComeAsked
from welfare.rules.registers import HOUSE, Register

MOST = 5_000
"""In one go; the rest waits for the next day."""
FAILED_TIMES = 3
"""What has failed is kept so many times longer: with thirty days, over a summer in which nobody may have looked."""


@dataclass(frozen=True)
class Clearing:
    """Does the job of each day."""

    days: int
    """How long what has been delivered, and jobs that were done, are kept."""

    def handler(self) -> Handler:
        """As workers want it."""
        return Handler(self._run)

    def _run(self, run: Run) -> None:
        with run.finishing() as work:
            mails = clear_outbox(work, self.days)
            jobs = forget_done(work.session, work.now - timedelta(days=self.days))
            jobs += forget_given_up(work.session, HOUSE, work.now - age_of_failed(self.days))
            work.note(HOUSE, Register.SESSION, cleared=mails, forgotten=jobs)


def age_of_failed(days: int) -> timedelta:
    """How long a mail that failed for good is kept, where those delivered are kept so many days."""
    return timedelta(days=days * FAILED_TIMES)


def clear_outbox(work: UnitOfWork, days: int) -> int:
    """Delete mails that ended long enough ago with their texts and addresses; how many those were.

    While what a mail is about may still change, it stays: how many there were counts the changes that calendars are
    told (RFC 5545 3.8.7.4). One that failed stays longer, for somebody may mend the cause and have it tried again;
    but that somebody has had a meeting is secret (OHL 22 §), and is not kept where it serves nobody any more.
    """
    old = _is_old(work.now, days)
    asked = StillToComeAsked(tuple(work.session.scalars(select(Mail.about_id).where(old).distinct())))
    work.tell(asked)
    found = work.session.scalars(select(Mail.id).where(old, Mail.about_id.not_in(asked.coming)).limit(MOST)).all()
    jobs = _given_up(work, [str(mail_id) for mail_id in found])
    gone = work.session.scalars(select(Mail).where(Mail.id.in_(found), old).with_for_update()).all()
    for text in work.session.scalars(select(MailText).where(MailText.mail_id.in_([mail.id for mail in gone]))):
        work.session.delete(text)
    work.session.flush()
    for mail in gone:
        work.session.delete(mail)
    for job in jobs:
        work.session.delete(job)
    work.session.flush()
    return len(gone)


def _is_old(now: datetime, days: int) -> ColumnElement[bool]:
    delivered = and_(Mail.state == MailState.DELIVERED, Mail.ended_at < now - timedelta(days=days))
    failed = and_(Mail.state == MailState.FAILED, Mail.ended_at < now - age_of_failed(days))
    return or_(delivered, failed)


def _given_up(work: UnitOfWork, keys: Sequence[str]) -> Sequence[Job]:
    """The deliveries that were given up, held: whoever has one tried again meanwhile waits, or has been quicker."""
    given_up = (Job.kind == MailJob.DELIVER.value, Job.state == JobState.GIVEN_UP, Job.key.in_(keys))
    return work.session.scalars(select(Job).where(*given_up).order_by(Job.id).with_for_update()).all()
