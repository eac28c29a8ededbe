"""The house services put together: who keeps the orders of a unit of work, and who carries them out."""

import logging
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from threading import Event, Thread

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from config.settings import Settings, SettingsError
from welfare.access_copies.jobs import HANDLERS as COPY_HANDLERS
from welfare.access_copies.jobs import CopyJob
from welfare.accounts.pages.recipients import recipient_of
from welfare.assessments.jobs import HANDLERS as ASSESSMENT_HANDLERS
from welfare.audit.ledger import AuditUnavailableError, Ledger
from welfare.audit.unit_of_work import Planners, UnitOfWork
from welfare.audit.watch import Watch
from welfare.consents.pages.recipients import participant_recipient
from welfare.consents.papers.keeping import PaperJob
from welfare.consents.papers.scanning import Scanner
from welfare.crypto.providers import KeyProviderError
from welfare.db.locked_file import locked
from welfare.drafts.jobs import HANDLERS as DRAFT_HANDLERS
from welfare.drafts.jobs import DraftJob
from welfare.insight.releasing import Releasing, ReleasingJob
from welfare.jobs.daily import Days
from welfare.jobs.planning import plan_job
from welfare.jobs.worker import Handler, Tally, Worker
from welfare.log_reviews.jobs import LogReviewJob, LookingThrough, sample
from welfare.mail.clearing import Clearing
from welfare.mail.delivering import Postman, Transport
from welfare.mail.planning import MailJob, MailPlanner, Recipient
from welfare.mail.transports.folder import FolderTransport
from welfare.mail.transports.smtp import SmtpTransport
from welfare.meetings.jobs import HANDLERS as MEETING_HANDLERS
from welfare.non_disclosures.jobs import HANDLERS as PROTECTION_HANDLERS
from welfare.plans.jobs import HANDLERS as PLAN_HANDLERS
from welfare.retention.destroying import Destroyer
from welfare.retention.second_clock import SecondClock
from welfare.rules.log_review import WEIGHTS, Scale, Signal
from welfare.rules.orders import MailOrder, RetentionJob

UNREACHABLE = (SQLAlchemyError, AuditUnavailableError, KeyProviderError, OSError)
"""What keeps a worker from its jobs for now; they wait."""
_LOOKS_EVERY = 2.0
"""Seconds between two looks at whether a job is due."""
_log = logging.getLogger("welfare")


def planners_of(settings: Settings) -> Planners:
    """Who keeps the orders of an instance's units of work."""
    return Planners(job=plan_job, mail=MailPlanner(recipient_of_order, settings.mail_from, settings.base_url).plan)


def recipient_of_order(work: UnitOfWork, order: MailOrder) -> Recipient | None:
    """Whom a mail goes to: somebody of the directory, or an outside participant whom a matter's consent names."""
    if order.case_id is None:
        return recipient_of(work, order.person_id)
    return participant_recipient(work, order.case_id, order.person_id)


def handlers_of(settings: Settings) -> Mapping[str, Handler]:
    """What does each kind of job. A room that orders jobs adds its own handlers here."""
    return {
        MailJob.DELIVER: Postman(transport_of(settings), settings.mail_from).handler(),
        PaperJob.SCAN: Scanner(settings.scanner).handler(),
        MailJob.CLEAR: Clearing(settings.mail_days).handler(),
        ReleasingJob.LOOK: Releasing(settings.small_number_floor).handler(),
        LogReviewJob.LOOK: LookingThrough(scale_of(settings)).handler(),
        LogReviewJob.SAMPLE: Handler(sample),
        RetentionJob.DESTROY: Destroyer(settings.retention_daily).handler(),
        RetentionJob.CLOCK: SecondClock().handler(),
        **COPY_HANDLERS,
        **DRAFT_HANDLERS,
        **MEETING_HANDLERS,
        **PLAN_HANDLERS,
        **ASSESSMENT_HANDLERS,
        **PROTECTION_HANDLERS,
    }


def scale_of(settings: Settings) -> Scale:
    """What openings are weighed by. Raises SettingsError for a signal that there is not."""
    unknown = sorted(settings.review_weights.keys() - {signal.value for signal in Signal})
    if unknown:
        message = f"WELFARE_REVIEW_WEIGHTS names no signal by {', '.join(unknown)}; there are {', '.join(Signal)}"
        raise SettingsError(message)
    own = {Signal(name): weight for name, weight in settings.review_weights.items()}
    return Scale(weights={**WEIGHTS, **own}, queue_from=settings.review_from)


DAILY: Sequence[StrEnum] = (
    DraftJob.PURGE,
    MailJob.CLEAR,
    ReleasingJob.LOOK,
    LogReviewJob.LOOK,
    LogReviewJob.SAMPLE,
    RetentionJob.CLOCK,
    CopyJob.CLOSE,
)
"""What is to be done once a day."""


def transport_of(settings: Settings) -> Transport:
    """How an instance's mails leave the house."""
    if settings.mail_server is None:
        return FolderTransport(settings.outbox)
    return SmtpTransport(settings.mail_server, settings.mail_from)


def worker_of(app: Flask) -> Worker:
    """The worker of an application."""
    ledger: Ledger = app.extensions["ledger"]
    watch: Watch = app.extensions["watch"]
    return Worker(ledger, handlers_of(app.extensions["settings"]), watch.is_read_only, Days(ledger, DAILY).look)


class JobRounds(Thread):
    """Does jobs inside the server. Of its processes one does them; if that one ends, another takes over."""

    def __init__(self, worker: Worker, turn: Path | None) -> None:
        """Of one process; started after it was forked. ``turn`` is the file that the one at work holds."""
        super().__init__(name="jobs", daemon=True)
        self._worker, self._turn, self._end = worker, turn, Event()

    def run(self) -> None:
        """Go round until the process ends."""
        while not self._end.is_set():
            with ExitStack() as stack:
                try:
                    if self._turn is not None:
                        stack.enter_context(locked(self._turn, waits=False))
                except OSError:
                    self._end.wait(_LOOKS_EVERY)
                    continue
                self._go_round_and_round()

    def stop(self) -> None:
        """End after the present job."""
        self._end.set()

    def _go_round_and_round(self) -> None:
        while not self._end.is_set():
            try:
                self._worker.work_off(Tally())
            except UNREACHABLE as error:
                _log.error("jobs wait: %s", type(error).__name__)
            self._end.wait(_LOOKS_EVERY)


def begin_jobs(app: Flask) -> Flask:
    """Let an application's process do jobs; gives the application back."""
    ledger: Ledger = app.extensions["ledger"]
    name = ledger.engine.url.database
    turn = Path(f"{name}.jobs") if ledger.engine.dialect.name == "sqlite" and name else None
    rounds = JobRounds(worker_of(app), turn)
    app.extensions["jobs"] = rounds
    rounds.start()
    return app
