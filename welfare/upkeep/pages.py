"""The page of what has failed: codes and times in words, and what can be done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from flask_babel import gettext as _

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.jobs.models import Job, JobState
from welfare.mail.models import Mail, MailState
from welfare.rules.registers import HOUSE
from welfare.ui.paging import Page
from welfare.upkeep.queries import deliveries_of, jobs_given_up, mails_undelivered, revivable, total
from welfare.upkeep.words import MAIL_WORDS, failure_words, job_words

PAGE_SIZE = 25


class Shown(StrEnum):
    """Which list is shown."""

    MAILS = "mails"
    JOBS = "jobs"


@dataclass(frozen=True, slots=True)
class FailedLine:
    """One job or mail: what it is, since when, why it failed and how it goes on."""

    what: str
    planned_at: datetime
    why: str
    tries: int
    outlook: str
    next_at: datetime | None
    job_id: UUID | None
    """What can be tried again."""
    cleared_on: date | None = None
    """From which day it is cleared away by itself."""


@dataclass(frozen=True, slots=True)
class FailedPage:
    """One list, and how long both are."""

    shown: Shown
    lines: Page[FailedLine]
    mails: int
    jobs: int
    revivable: int

    @classmethod
    def of(
        cls, work: UnitOfWork, shown: Shown, number: int, url: Callable[[int], str], kept: timedelta
    ) -> "FailedPage":
        """One page of one list; ``kept`` is how long a mail that failed for good stays."""
        mails, jobs = mails_undelivered(work.actor), jobs_given_up(work.actor)
        counts = {Shown.MAILS: total(work.session, mails), Shown.JOBS: total(work.session, jobs)}
        start = (number - 1) * PAGE_SIZE
        lines = _mail_lines(work, start, kept) if shown is Shown.MAILS else _job_lines(work, start)
        return cls(
            shown=shown,
            lines=Page(lines, number, PAGE_SIZE, counts[shown], url),
            mails=counts[Shown.MAILS],
            jobs=counts[Shown.JOBS],
            revivable=len(revivable(work.session, work.actor)),
        )


def _mail_lines(work: UnitOfWork, start: int, kept: timedelta) -> list[FailedLine]:
    mails = work.session.scalars(mails_undelivered(work.actor).offset(start).limit(PAGE_SIZE)).all()
    deliveries = deliveries_of(work.session, [mail.id for mail in mails])
    return [_mail_line(mail, deliveries.get(mail.id), kept) for mail in mails]


def _mail_line(mail: Mail, delivery: Job | None, kept: timedelta) -> FailedLine:
    is_waiting = mail.state is MailState.PLANNED
    can_retry = delivery is not None and delivery.state is JobState.GIVEN_UP
    return FailedLine(
        what=str(MAIL_WORDS[mail.kind]),
        planned_at=mail.planned_at,
        why=failure_words(mail.failure),
        tries=mail.tries,
        outlook=_("Tried again by itself") if is_waiting else _("Not tried any more"),
        next_at=delivery.due_at if is_waiting and delivery is not None else None,
        job_id=delivery.id if can_retry and delivery is not None else None,
        cleared_on=None if is_waiting or mail.ended_at is None else _first_day_gone(mail.ended_at + kept),
    )


def _first_day_gone(moment: datetime) -> date:
    """The outbox is cleared once a day: what ages after that goes the next day."""
    return moment.astimezone(HOME_ZONE).date() + timedelta(days=1)


def _job_lines(work: UnitOfWork, start: int) -> list[FailedLine]:
    jobs = work.session.scalars(jobs_given_up(work.actor).offset(start).limit(PAGE_SIZE)).all()
    return [
        FailedLine(
            what=job_words(job.kind),
            planned_at=job.planned_at,
            why=failure_words(job.failure),
            tries=job.tries,
            outlook=_("Comes again the next day") if job.controller_id == HOUSE else _("Not tried any more"),
            next_at=None,
            job_id=None if job.controller_id == HOUSE else job.id,
        )
        for job in jobs
    ]
