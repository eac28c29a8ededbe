"""What the school year hangs on the page of a unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.parts import UnitPart
from welfare.organisations.models import Organisation
from welfare.rules.annual_clock import TaskState, task_state
from welfare.rules.school_years import school_year_of
from welfare.school_year.pages.clock import TaskLine, finding_of, line_of, month_names
from welfare.school_year.pages.owners import owner_words
from welfare.school_year.pages.wheel import Wheel
from welfare.school_year.queries.clock import tasks_of

SHOWN = 4


@dataclass(frozen=True, slots=True)
class NextTasks:
    """What is late, and what comes next."""

    unit: UUID
    finding: str
    tasks: Sequence[TaskLine]


def clock_part(work: UnitOfWork, unit: Organisation) -> UnitPart:
    """The next tasks of the running year."""
    year = school_year_of(work.facts.on)
    tasks = tasks_of(work.session, unit.id, year)
    states = {task.id: task_state(task.due_on, task.done_on, work.facts.on) for task in tasks}
    still = [task for task in tasks if states[task.id] is not TaskState.DONE][:SHOWN]
    owners = owner_words(work, unit, {task.owner for task in still})
    wheel = Wheel.of(year, [(task.month, states[task.id]) for task in tasks], month_names(year), work.facts.on)
    finding = finding_of(wheel, list(states.values())) if tasks else _("The year has no tasks yet.")
    return UnitPart(
        id="clock",
        title=_("Next on the annual clock"),
        count=len([task for task in tasks if states[task.id] is TaskState.LATE]) or None,
        template="school_year/_clock_part.html",
        page=NextTasks(unit.id, finding, [line_of(task, states[task.id], owners[task.owner]) for task in still]),
        link=(_("Annual clock"), url_for("school_year.clock_now", unit=unit.id)),
    )
