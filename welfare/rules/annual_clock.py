"""The annual clock of communal welfare work: what is done in which month, by whom, and how it stands (OHL 4 §, 14 §).

Planned, followed up and evaluated through the year by the welfare group, which whoever leads the unit answers for.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from welfare.rules.actors import Role


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


POST_OF: Mapping[Bearer, Role] = {
    Bearer.PRINCIPAL: Role.PRINCIPAL,
    Bearer.SPECIAL_TEACHER: Role.SPECIAL_TEACHER,
    Bearer.STUDY_COUNSELLOR: Role.STUDY_COUNSELLOR,
    Bearer.CURATOR: Role.CURATOR,
    Bearer.PSYCHOLOGIST: Role.PSYCHOLOGIST,
    Bearer.NURSE: Role.NURSE,
}
"""By which post one sees to what a seat bears; groups, all of the staff and chosen advisers are no post."""


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


def answers_for(owner: Owner, person_id: UUID | None, roles: Collection[Role]) -> bool:
    """Whether somebody with these posts at the unit answers for what an owner has (OHL 4 § 2)."""
    if owner.bearer is None:
        return person_id is not None and person_id == owner.person_id
    return POST_OF.get(owner.bearer) in roles


def task_state(due_on: date, done_on: date | None, on: date) -> TaskState:
    """How a task stands: late from the day after its own."""
    if done_on is not None:
        return TaskState.DONE
    if due_on < on:
        return TaskState.LATE
    is_this_month = (due_on.year, due_on.month) == (on.year, on.month)
    return TaskState.NOW if is_this_month else TaskState.COMING
