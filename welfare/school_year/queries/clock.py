"""Reading the annual clock of units."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import unit_facts
from welfare.organisations.models import Organisation
from welfare.rules.school_years import SchoolYear
from welfare.school_year.models import ClockTask


def load_task(reading: Reading, task_id: UUID) -> Loaded | None:
    """Loader of ``<clock_task_id:task>``, within its unit."""
    unit: Organisation = reading.loaded["unit"]
    task = reading.session.get(ClockTask, task_id)
    if task is None or task.unit_id != unit.id:
        return None
    facts = unit_facts(reading, unit)
    return Loaded(task, replace(facts, subject_ids=(*facts.subject_ids, ("clock_task", task.id))))


def tasks_of(session: Session, unit_id: UUID, year: SchoolYear) -> Sequence[ClockTask]:
    """The tasks of one year, in the order of their days."""
    statement = select(ClockTask).where(ClockTask.unit_id == unit_id, ClockTask.year == year.begins_in)
    found = session.scalars(statement).all()
    return sorted(found, key=lambda task: (task.due_on, task.title_fi, str(task.id)))


def years_begun(session: Session, unit_id: UUID) -> Sequence[SchoolYear]:
    """The years for which a unit has tasks, the newest first."""
    statement = select(ClockTask.year).where(ClockTask.unit_id == unit_id).distinct()
    return sorted((SchoolYear(year) for year in session.scalars(statement)), reverse=True)


def followers_of(session: Session, task_id: UUID) -> Sequence[ClockTask]:
    """The tasks of a later year that were carried over from this one."""
    return session.scalars(select(ClockTask).where(ClockTask.carried_from_id == task_id)).all()
