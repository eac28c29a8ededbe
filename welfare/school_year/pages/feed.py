"""One's own calendar address for a unit's clock, and what is told there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import url_for

from welfare.audit.unit_of_work import UnitOfWork
from welfare.calendars.writing import MarkedDay
from welfare.communal.pages import UnitHead
from welfare.organisations.models import Organisation
from welfare.rules.school_years import school_year_of
from welfare.school_year.actions.feeding import living_feed
from welfare.school_year.pages.titles import title_of
from welfare.school_year.queries.clock import tasks_of


@dataclass(frozen=True, slots=True)
class ClockFeedPage:
    """Whether there is an address, since when, and when a calendar last asked there; the address itself only once."""

    head: UnitHead
    made_at: datetime | None
    asked_at: datetime | None
    address: str

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation, address: str = "") -> "ClockFeedPage":
        """The page of the actor's own address."""
        row = living_feed(work, unit)
        return cls(UnitHead.of(work, unit), row.made_at if row else None, row.asked_at if row else None, address)


def marked_days(work: UnitOfWork, unit: Organisation, locale: str) -> Sequence[MarkedDay]:
    """What is still to be done this school year and the next, each on its last day; no owner is named."""
    running = school_year_of(work.facts.on)
    tasks = [*tasks_of(work.session, unit.id, running), *tasks_of(work.session, unit.id, running.after)]
    return [
        MarkedDay(
            uid=task.id,
            on=task.due_on,
            words=title_of(task, locale),
            changed_at=work.now,
            path=url_for("school_year.clock", unit=unit.id, year=task.year),
        )
        for task in tasks
        if task.done_on is None
    ]
