"""Tasks of the annual clocks that the reader has to see to, for the worklist."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.queries import schools_by_id
from welfare.rules.annual_clock import TaskState, task_state
from welfare.rules.school_years import school_year_of
from welfare.school_year.pages.titles import title_of
from welfare.school_year.queries.clock import own_tasks
from welfare.ui.locale import current_locale

PRESSING = (TaskState.LATE, TaskState.NOW)


@dataclass(frozen=True, slots=True)
class OwnTask:
    """One task whose month has come."""

    title: str
    unit: str
    url: str
    due_on: date


def pressing_tasks(work: UnitOfWork) -> Sequence[OwnTask]:
    """What is late, and what is for this month."""
    on, locale = work.facts.on, current_locale()
    rows = own_tasks(work.session, work.actor, [school_year_of(on)])
    rows = [row for row in rows if task_state(row.due_on, row.done_on, on) in PRESSING]
    units = schools_by_id(work.session, [row.unit_id for row in rows])
    return [
        OwnTask(
            title_of(row, locale),
            units[row.unit_id].name(locale),
            url_for("school_year.clock", unit=row.unit_id, year=row.year, _anchor=f"month-{row.month}"),
            row.due_on,
        )
        for row in rows
    ]
