"""Instructions, who must have read them, and what training the staff need (OHL 4 §, 26 §; COM F34-F36).

An instruction is in force from a day on, in numbered versions; a receipt says that one worker has read one version, and
a new version asks for a new one. Feedback on training is a mean on the school's own scale, from 4 to 10.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from welfare.rules.actors import INSTITUTION_STAFF, TEACHING_STAFF, WELFARE_PROFESSIONALS, Role
from welfare.rules.citations import Citation, Statute
from welfare.rules.communal_grants import COMMUNITY_STAFF

LOWEST_GRADE, HIGHEST_GRADE = 4, 10
READING_LAW = Citation(Statute.OHL, "26", 1)
"""Those who answer for student welfare see to its being known and followed."""


class Readers(StrEnum):
    """Whom an instruction is for."""

    EVERYBODY = "everybody"
    INSTITUTION = "institution"
    TEACHING = "teaching"
    WELFARE = "welfare"
    PRINCIPALS = "principals"


ROLES_OF: Mapping[Readers, frozenset[Role]] = MappingProxyType(
    {
        Readers.EVERYBODY: COMMUNITY_STAFF,
        Readers.INSTITUTION: INSTITUTION_STAFF,
        Readers.TEACHING: TEACHING_STAFF,
        Readers.WELFARE: WELFARE_PROFESSIONALS,
        Readers.PRINCIPALS: frozenset({Role.PRINCIPAL}),
    }
)


class InstructionState(StrEnum):
    """Whether an instruction holds on a day."""

    COMING = "coming"
    IN_FORCE = "in_force"
    ENDED = "ended"


class CompetenceArea(StrEnum):
    """What staff may need to learn (COM F34): both strands, the communal and the individual."""

    EARLY_SUPPORT = "early_support"
    BULLYING = "bullying"
    EMOTIONAL_SKILLS = "emotional_skills"
    MENTAL_HEALTH = "mental_health"
    HEARING_CHILDREN = "hearing_children"
    CULTURES = "cultures"
    ABSENCES = "absences"
    RECORDS = "records"


class GradeError(ValueError):
    """A mean that no grades from 4 to 10 can have."""


def state_on(day: date, begins_on: date, ends_on: date | None) -> InstructionState:
    """How an instruction stands on a day; both its first and last day count."""
    if day < begins_on:
        return InstructionState.COMING
    return InstructionState.ENDED if ends_on is not None and day > ends_on else InstructionState.IN_FORCE


def is_for(readers: Readers, roles: Iterable[Role]) -> bool:
    """Whether one who holds these roles is to read it."""
    return bool(ROLES_OF[readers] & frozenset(roles))


@dataclass(frozen=True, slots=True)
class ReadShare:
    """How many of those who should have read."""

    read: int
    of: int

    @property
    def is_whole(self) -> bool:
        """Whether everybody has."""
        return self.read == self.of

    @property
    def percent(self) -> int:
        """In whole per cent, never rounded up to a hundred; all of nobody is all."""
        return 100 * self.read // self.of if self.of else 100


def checked_grade(tenths: int) -> int:
    """A mean in tenths, as 85 for 8.5. Raises GradeError."""
    if not 10 * LOWEST_GRADE <= tenths <= 10 * HIGHEST_GRADE:
        raise GradeError(tenths)
    return tenths
