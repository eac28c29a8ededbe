"""The annual clock of communal welfare work: what is done in which month, by whom, and how it stands (OHL 4 §, 14 §).

Planned, followed up and evaluated through the year by the welfare group, which whoever leads the unit answers for.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class TaskState(StrEnum):
    """How a task stands on a day."""

    DONE = "done"
    LATE = "late"
    NOW = "now"  # its month is running
    COMING = "coming"


class Bearer(StrEnum):
    """Who sees to a task when no person is named: seats and tasks, never a pupil or a guardian."""

    PRINCIPAL = "principal"
    WELFARE_GROUP = "welfare_group"
    COORDINATOR = "coordinator"
    CLASS_TEACHERS = "class_teachers"
    ALL_STAFF = "all_staff"
    SPECIAL_TEACHER = "special_teacher"
    STUDY_COUNSELLOR = "study_counsellor"
    CURATOR = "curator"
    PSYCHOLOGIST = "psychologist"
    NURSE = "nurse"
    COUNCIL_ADVISER = "council_adviser"
    """The adult who helps the student council."""
    STEERING_GROUP = "steering_group"


class NoOwnerError(ValueError):
    """What belongs to everybody is done by nobody."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for something: a colleague, or whoever holds a seat. Raises NoOwnerError for neither or both."""

    bearer: Bearer | None = None
    person_id: UUID | None = None

    def __post_init__(self) -> None:
        if (self.bearer is None) == (self.person_id is None):
            raise NoOwnerError

    def __str__(self) -> str:
        """As a form sends it."""
        return f"person:{self.person_id}" if self.bearer is None else f"role:{self.bearer.value}"


def task_state(due_on: date, done_on: date | None, on: date) -> TaskState:
    """How a task stands: late from the day after its own."""
    if done_on is not None:
        return TaskState.DONE
    if due_on < on:
        return TaskState.LATE
    is_this_month = (due_on.year, due_on.month) == (on.year, on.month)
    return TaskState.NOW if is_this_month else TaskState.COMING
