"""What the staff would learn, and the events at which they do."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.guidance.models import CompetenceNeed, Training, TrainingAttendance
from welfare.guidance.queries import needs_of
from welfare.organisations.models import Organisation
from welfare.rules.guidance import CompetenceArea, checked_grade
from welfare.rules.registers import Register


class StaleTrainingError(RuntimeError):
    """Somebody has saved the event since the form was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event as it is to be; the grade is a mean in tenths."""

    held_on: date
    title_fi: str
    title_sv: str
    area: CompetenceArea
    organiser: str
    sectors: str
    participants: int | None
    grade: int | None
    outcome: str


def keep_need(
    work: UnitOfWork, unit: Organisation, year: int, area: CompetenceArea, counts: tuple[int, int]
) -> CompetenceNeed:
    """How many answered, and how many of them would learn more; a later count takes the place of the first."""
    need = next((each for each in needs_of(work.session, unit.id, [year]) if each.area is area), None)
    if need is None:
        need = CompetenceNeed(id=uuid4(), unit_id=unit.id, controller_id=keeper_of(unit), year=year, area=area)
        work.session.add(need)
    need.answered, need.wanting = counts
    work.session.flush()
    work.note(need.controller_id, Register.COMMUNAL, ("competence_need", need.id), need="kept")
    return need


def plan_training(work: UnitOfWork, unit: Organisation, event: Event, attending: Collection[UUID]) -> Training:
    """An event of the calendar. Raises GradeError."""
    training = Training(id=uuid4(), unit_id=unit.id, controller_id=keeper_of(unit), **_checked(event))
    work.session.add(training)
    work.session.flush()
    _attend(work, training, attending)
    _note(work, training, "planned")
    return training


def change_training(
    work: UnitOfWork, training: Training, event: Event, attending: Collection[UUID], revision: int
) -> None:
    """Save it: who came, what they thought, what came of it. Raises StaleTrainingError, GradeError."""
    if training.revision != revision:
        raise StaleTrainingError
    for name, value in _checked(event).items():
        setattr(training, name, value)
    work.session.flush()
    _attend(work, training, attending)
    _note(work, training, "changed")


def _checked(event: Event) -> dict[str, object]:
    if event.grade is not None:
        checked_grade(event.grade)
    return asdict(event)


def _attend(work: UnitOfWork, training: Training, attending: Collection[UUID]) -> None:
    known = work.session.scalars(select(TrainingAttendance).where(TrainingAttendance.training_id == training.id)).all()
    for row in known:
        if row.account_id not in attending:
            work.session.delete(row)
    for account_id in set(attending) - {row.account_id for row in known}:
        work.session.add(TrainingAttendance(training_id=training.id, account_id=account_id))
    work.session.flush()


def _note(work: UnitOfWork, training: Training, what: str) -> None:
    work.note(training.controller_id, Register.COMMUNAL, ("training", training.id), training=what)
