"""One year's clock as a page: the wheel, the months with their tasks, and what changed from the year before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.organisations.models import Organisation
from welfare.rules.annual_clock import Owner, TaskState, task_state
from welfare.rules.permissions import Permission, decide
from welfare.rules.school_years import MONTHS, SchoolYear, school_year_of
from welfare.school_year.models import ClockTask
from welfare.school_year.pages.clock_changes import ChangeLine, change_lines
from welfare.school_year.pages.owners import owner_words
from welfare.school_year.pages.titles import title_of
from welfare.school_year.pages.wheel import Wheel
from welfare.school_year.queries.clock import is_own, tasks_of, years_begun
from welfare.school_year.template import template_for
from welfare.school_year.words import TASK_LOOKS, TASK_WORDS
from welfare.ui.formats import month_name, short_date_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """One task in the list."""

    id: UUID
    title: str
    owner: str
    note: str
    by: str
    """The day at the latest, or nothing where the month is enough."""
    state: str
    look: tuple[str, str]
    done: str
    is_done: bool
    is_late: bool
    may_tick: bool = False
    """Whether the reader may tell that it has been done."""


@dataclass(frozen=True, slots=True)
class MonthPart:
    """One month with its tasks."""

    number: int
    name: str
    is_now: bool
    tasks: Sequence[TaskLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockPage:
    """The page of one year."""

    head: UnitHead
    year: int
    name: str
    years: Sequence[tuple[str, str, bool]]
    wheel: Wheel
    finding: str
    months: Sequence[MonthPart]
    changes: Sequence[ChangeLine]
    before: str
    begins_with: str
    """What the year would begin with; empty where it has begun."""

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation, year: SchoolYear) -> "ClockPage":
        """Read one year."""
        tasks = tasks_of(work.session, unit.id, year)
        earlier = tasks_of(work.session, unit.id, year.before)
        owners = owner_words(work, unit, {task.owner for task in (*tasks, *earlier)})
        states = {task.id: task_state(task.due_on, task.done_on, work.facts.on) for task in tasks}
        wheel = Wheel.of(year, [(task.month, states[task.id]) for task in tasks], month_names(year), work.facts.on)
        return cls(
            head=UnitHead.of(work, unit),
            year=year.begins_in,
            name=year.name,
            years=_years(work, unit, year),
            wheel=wheel,
            finding=finding_of(wheel, list(states.values())),
            months=_months(work, year, tasks, states, owners),
            changes=change_lines(tasks, earlier, owners) if tasks else [],
            before=year.before.name,
            begins_with="" if tasks else _beginning(unit, year, len(earlier)),
        )


def month_names(year: SchoolYear) -> dict[int, str]:
    """The months by number."""
    return {month: month_name(year.first_of(month)) for month in MONTHS}


def finding_of(wheel: Wheel, states: Sequence[TaskState]) -> str:
    """What the wheel shows, in words."""
    late = states.count(TaskState.LATE)
    done = _("%(done)s of %(total)s tasks are done.", done=wheel.done, total=wheel.total)
    behind = ngettext("%(num)d is late.", "%(num)d are late.", late) if late else ""
    return f"{done} {behind}".strip()


def line_of(task: ClockTask, state: TaskState, owner: str, *, may_tick: bool = False) -> TaskLine:
    """One task as a line."""
    return TaskLine(
        id=task.id,
        title=title_of(task, current_locale()),
        owner=owner,
        note=task.note,
        by=short_date_text(task.due_on) if task.day else "",
        state=str(TASK_WORDS[state]),
        look=TASK_LOOKS[state],
        done=short_date_text(task.done_on) if task.done_on else "",
        is_done=state is TaskState.DONE,
        is_late=state is TaskState.LATE,
        may_tick=may_tick,
    )


def _months(
    work: UnitOfWork,
    year: SchoolYear,
    tasks: Iterable[ClockTask],
    states: Mapping[UUID, TaskState],
    owners: Mapping[Owner, str],
) -> list[MonthPart]:
    on, names = work.facts.on, month_names(year)
    lines: dict[int, list[TaskLine]] = {month: [] for month in MONTHS}
    may_write = decide(work.actor, Permission.COMMUNITY_WRITE, work.facts).is_granted
    for task in tasks:
        may_tick = may_write or is_own(work.actor, task)
        lines[task.month].append(line_of(task, states[task.id], owners[task.owner], may_tick=may_tick))
    is_this_year = school_year_of(on) == year
    return [MonthPart(month, names[month], is_this_year and on.month == month, lines[month]) for month in MONTHS]


def _years(work: UnitOfWork, unit: Organisation, shown: SchoolYear) -> list[tuple[str, str, bool]]:
    running = school_year_of(work.facts.on)
    offered = {*years_begun(work.session, unit.id), running, running.after, shown}
    return [
        (year.name, url_for("school_year.clock", unit=unit.id, year=year.begins_in), year == shown)
        for year in sorted(offered)
    ]


def _beginning(unit: Organisation, year: SchoolYear, carried: int) -> str:
    if carried:
        name = year.before.name
        return ngettext(
            "It begins with the %(num)d task of %(name)s. You can change everything.",
            "It begins with the %(num)d tasks of %(name)s. You can change everything.",
            carried,
            name=name,
        )
    return _(
        "It begins with %(count)s tasks that most have in common. You can change everything.",
        count=len(template_for(unit)),
    )
