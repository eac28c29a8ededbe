"""Clearing the outbox: what has been delivered is not kept longer than anybody needs it."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.jobs.reviving import forget_done
from welfare.jobs.worker import Handler, Run
from welfare.mail.models import Mail, MailState, MailText
from welfare.rules.events import StillToComeAsked
from welfare.rules.registers import HOUSE, Register

MOST = 5_000
"""In one go; the rest waits for the next day."""


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
            before = work.now - timedelta(days=self.days)
            mails, jobs = clear_delivered(work, self.days), forget_done(work.session, before)
            work.note(HOUSE, Register.SESSION, cleared=mails, forgotten=jobs)


def clear_delivered(work: UnitOfWork, days: int) -> int:
    """Delete mails delivered so many days ago with their texts and addresses; how many those were.

    While what a mail is about may still change, it stays: how many there were counts the changes that calendars are
    told (RFC 5545 3.8.7.4). What could not be delivered stays until somebody has looked.
    """
    old = (Mail.state == MailState.DELIVERED, Mail.ended_at < work.now - timedelta(days=days))
    asked = StillToComeAsked(tuple(work.session.scalars(select(Mail.about_id).where(*old).distinct())))
    work.tell(asked)
    gone = work.session.scalars(select(Mail).where(*old, Mail.about_id.not_in(asked.coming)).limit(MOST)).all()
    for text in work.session.scalars(select(MailText).where(MailText.mail_id.in_([mail.id for mail in gone]))):
        work.session.delete(text)
    work.session.flush()
    for mail in gone:
        work.session.delete(mail)
    work.session.flush()
    return len(gone)
