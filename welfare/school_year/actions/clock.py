"""The annual clock: begun from the template or the year before, changed, and its tasks done."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.organisations.models import Organisation
from welfare.rules.annual_clock import Owner
from welfare.rules.registers import Register
from welfare.rules.school_years import SchoolYear
from welfare.school_year.models import ClockTask
from welfare.school_year.queries.clock import followers_of, tasks_of
from welfare.school_year.template import template_for


class ClockBegunError(RuntimeError):
    """The clock of this year has tasks already."""


class StaleTaskError(RuntimeError):
    """Somebody has saved the task since the form was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskText:
    """What is done, by when and who sees to it."""

    title_fi: str
    title_sv: str
    month: int
    day: int | None
    owner: Owner
    note: str = ""


def start_clock(work: UnitOfWork, unit: Organisation, year: SchoolYear) -> int:
    """Begin a year from the one before or, where that has none, from the template; gives the number of tasks.

    Raises ClockBegunError.
    """
    if tasks_of(work.session, unit.id, year):
        raise ClockBegunError
    begun = [_carried(task, year) for task in tasks_of(work.session, unit.id, year.before)]
    tasks = begun or _from_template(unit, year)
    work.session.add_all(tasks)
    work.session.flush()
    _note(work, unit, ("unit", unit.id), "begun", year)
    return len(tasks)


def add_task(work: UnitOfWork, unit: Organisation, year: SchoolYear, text: TaskText) -> ClockTask:
    """Put one more task into a year."""
    task = ClockTask(id=uuid4(), unit_id=unit.id, year=year.begins_in, template="")
    _write(task, text)
    work.session.add(task)
    work.session.flush()
    _note(work, unit, ("clock_task", task.id), "added", year)
    return task


def change_task(work: UnitOfWork, unit: Organisation, task: ClockTask, text: TaskText, revision: int) -> None:
    """Word it anew, move it or give it to somebody else. Raises StaleTaskError."""
    if task.revision != revision:
        raise StaleTaskError
    _write(task, text)
    work.session.flush()
    _note(work, unit, ("clock_task", task.id), "changed", SchoolYear(task.year))


def remove_task(work: UnitOfWork, unit: Organisation, task: ClockTask) -> None:
    """Take it out of its year; one that was carried over from it stays."""
    for follower in followers_of(work.session, task.id):
        follower.carried_from_id = None
    work.session.flush()
    work.session.delete(task)
    work.session.flush()
    _note(work, unit, ("clock_task", task.id), "removed", SchoolYear(task.year))


def mark_task(work: UnitOfWork, unit: Organisation, task: ClockTask, *, is_done: bool) -> None:
    """Tell that it has been done, or that it has not after all. Told twice it stays as it was told first."""
    if (task.done_on is not None) == is_done:
        return
    task.done_on, task.done_by = (work.facts.on, work.actor.account_id) if is_done else (None, None)
    work.session.flush()
    _note(work, unit, ("clock_task", task.id), "done" if is_done else "undone", SchoolYear(task.year))


def text_of(task: ClockTask) -> TaskText:
    """What is stored."""
    return TaskText(
        title_fi=task.title_fi,
        title_sv=task.title_sv,
        month=task.month,
        day=task.day,
        owner=task.owner,
        note=task.note,
    )


def _write(task: ClockTask, text: TaskText) -> None:
    task.title_fi, task.title_sv, task.note = text.title_fi, text.title_sv, text.note
    task.month, task.day = text.month, text.day
    task.give_to(text.owner)


def _carried(task: ClockTask, year: SchoolYear) -> ClockTask:
    again = ClockTask(
        id=uuid4(), unit_id=task.unit_id, year=year.begins_in, template=task.template, carried_from_id=task.id
    )
    _write(again, text_of(task))
    return again


def _from_template(unit: Organisation, year: SchoolYear) -> list[ClockTask]:
    return [
        ClockTask(
            id=uuid4(),
            unit_id=unit.id,
            year=year.begins_in,
            template=each.key,
            title_fi=each.words["fi"],
            title_sv=each.words["sv"],
            month=each.month,
            day=each.day,
            bearer=each.owner,
        )
        for each in template_for(unit)
    ]


def _note(work: UnitOfWork, unit: Organisation, subject: tuple[str, UUID], what: str, year: SchoolYear) -> None:
    work.note(keeper_of(unit), Register.COMMUNAL, ("unit", unit.id), subject, clock=what, year=year.begins_in)
