"""Reading the annual clock of units."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import unit_facts
from welfare.organisations.models import Organisation
from welfare.rules.actors import Actor
from welfare.rules.annual_clock import POST_OF, Bearer, answers_for
from welfare.rules.school_years import SchoolYear
from welfare.school_year.models import ClockTask


def load_task(reading: Reading, task_id: UUID) -> Loaded | None:
    """Loader of ``<clock_task_id:task>``, within its unit."""
    unit: Organisation = reading.loaded["unit"]
    task = reading.session.get(ClockTask, task_id)
    if task is None or task.unit_id != unit.id:
        return None
    facts = unit_facts(reading, unit)
    owner = reading.actor.account_id if is_own(reading.actor, task) else None
    subjects = (*facts.subject_ids, ("clock_task", task.id))
    return Loaded(task, replace(facts, subject_ids=subjects, owner_account_id=owner))


def is_own(actor: Actor, task: ClockTask) -> bool:
    """Whether a task is the actor's to see to: by name, or by a post that reaches its unit."""
    roles = {post.role for post in actor.posts if task.unit_id in {post.organisation_id, *post.school_ids}}
    return answers_for(task.owner, actor.person_id, roles)


def own_tasks(session: Session, actor: Actor, years: Collection[SchoolYear]) -> Sequence[ClockTask]:
    """What the actor has to see to in some years and has not told done; what whoever leads has stands on their page."""
    reached = {id for post in actor.posts for id in (post.organisation_id, *post.school_ids)}
    bearers = [bearer for bearer in POST_OF if bearer is not Bearer.PRINCIPAL]
    statement = select(ClockTask).where(
        ClockTask.done_on.is_(None),
        ClockTask.year.in_([year.begins_in for year in years]),
        or_(
            ClockTask.owner_id == actor.person_id,
            and_(ClockTask.bearer.in_(bearers), ClockTask.unit_id.in_(reached)),
        ),
    )
    found = [task for task in session.scalars(statement) if is_own(actor, task)]
    return sorted(found, key=lambda task: (task.due_on, task.title_fi, str(task.id)))


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
