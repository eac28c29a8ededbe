"""Delivering a mail: read it, hand it over without holding anything, and keep that it has gone."""

from dataclasses import dataclass
from email.message import EmailMessage
from typing import Protocol

from welfare.audit.unit_of_work import UnitOfWork
from welfare.jobs.claiming import ClaimedJob
from welfare.jobs.worker import Handler, JobFailedError, Run
from welfare.mail.letters import Letter, message_of
from welfare.mail.models import Mail, MailState
from welfare.mail.pages import letter_of
from welfare.mail.queries import text_of


class DeliveryFailedError(RuntimeError):
    """A mail was not taken, for a reason that has a code; ``is_final``: it never will be."""

    def __init__(self, code: str, *, is_final: bool = False) -> None:
        """A code of at most forty signs, never an address."""
        super().__init__(code)
        self.code, self.is_final = code, is_final


class Transport(Protocol):
    """A way out of the house."""

    def deliver(self, name: str, to: str, message: EmailMessage) -> None:
        """Hand over one message, under a name that is the same each time. Raises DeliveryFailedError."""


@dataclass(frozen=True)
class Postman:
    """Does the jobs of delivering."""

    transport: Transport
    sender: str

    def handler(self) -> Handler:
        """As workers want it."""
        return Handler(self._run, self._failed)

    def _run(self, run: Run) -> None:
        letter = self._opened(run)
        try:
            self.transport.deliver(letter.name, letter.address, message_of(letter, self.sender))
        except DeliveryFailedError as failure:
            raise JobFailedError(failure.code, is_final=failure.is_final) from failure
        with run.finishing() as work:
            mail = _mail_of(work, run.job)
            mail.state, mail.tries, mail.failure, mail.ended_at = MailState.DELIVERED, run.job.tries, "", work.now

    def _opened(self, run: Run) -> Letter:
        with run.reading() as work:
            mail = _mail_of(work, run.job)
            letter = letter_of(work, mail, text_of(work.session, mail.id))
        if letter is None:
            code = "unreadable"
            raise JobFailedError(code, is_final=True)
        return letter

    @staticmethod
    def _failed(work: UnitOfWork, job: ClaimedJob, code: str, is_last: bool) -> None:  # noqa: FBT001 - as workers call it
        mail = _mail_of(work, job)
        mail.tries, mail.failure = job.tries, code
        if is_last:
            mail.state, mail.ended_at = MailState.FAILED, work.now


def _mail_of(work: UnitOfWork, job: ClaimedJob) -> Mail:
    return work.session.get_one(Mail, job.subject("mail"))
