"""Checked rows of a roster as plain values: only the columns that student welfare uses.

Every record knows its row, so that a problem found later can still say where. Its repr shows the id alone: a record
in a log or a failing test must not show a person.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from welfare.rules.actors import Role


class OrgType(StrEnum):
    """Kinds of organisation: the wellbeing services county, the education provider, the school or unit."""

    LOCAL = "local"
    DISTRICT = "district"
    SCHOOL = "school"


class SessionType(StrEnum):
    """Kinds of period."""

    SCHOOL_YEAR = "schoolYear"
    SEMESTER = "semester"
    TERM = "term"
    GRADING_PERIOD = "gradingPeriod"


class ClassType(StrEnum):
    """Home group or subject group."""

    HOMEROOM = "homeroom"
    SCHEDULED = "scheduled"


class UserRole(StrEnum):
    """What OneRoster calls a person. For staff the title, not this, tells the post."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    PARENT = "parent"
    TEACHER = "teacher"
    AIDE = "aide"
    ADMINISTRATOR = "administrator"


class EnrollmentRole(StrEnum):
    """What a person is in one class."""

    STUDENT = "student"
    TEACHER = "teacher"
    ADMINISTRATOR = "administrator"
    PROCTOR = "proctor"


STAFF_ROLES = frozenset({UserRole.TEACHER, UserRole.AIDE, UserRole.ADMINISTRATOR})
FAMILY_ROLES = frozenset({UserRole.GUARDIAN, UserRole.PARENT})


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """What every record has: the sender's id and the row it stood in."""

    source_id: str
    row: int

    def __repr__(self) -> str:
        """Name the kind and the id, nothing else."""
        return f"<{type(self).__name__} {self.source_id}>"


@dataclass(frozen=True, slots=True, repr=False)
class OrgRow(Row):
    """A county, an education provider or a school. The identifier is the county's, municipality's or unit's code."""

    name: str
    type: OrgType
    identifier: str
    parent_id: str


@dataclass(frozen=True, slots=True, repr=False)
class SessionRow(Row):
    """A school year, or a term or period within one."""

    title: str
    type: SessionType
    start: date
    end: date
    parent_id: str
    school_year: str


@dataclass(frozen=True, slots=True, repr=False)
class CourseRow(Row):
    """What a class is about: a year of basic education, a subject, a qualification."""

    title: str
    grades: tuple[str, ...]
    org_id: str
    session_id: str


@dataclass(frozen=True, slots=True, repr=False)
class ClassRow(Row):
    """A home group or subject group of one school."""

    title: str
    type: ClassType
    grades: tuple[str, ...]
    course_id: str
    school_id: str
    term_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class UserRow(Row):
    """A student, a guardian or parent, or a member of staff.

    ``staff_role`` is None for everybody else, and for staff whose title is not in the mapping: no role is guessed.
    ``org_ids`` keep the sender's order (the first is the employer or the school), the other ids are sorted.
    """

    role: UserRole
    is_enabled: bool
    org_ids: tuple[str, ...]
    username: str
    given_name: str
    middle_name: str
    family_name: str
    email: str
    phone: str
    agent_ids: tuple[str, ...]
    grades: tuple[str, ...]
    identity_code: str
    birth_date: date | None
    """From the identity code or else from the demographics file."""
    home_municipality: str
    language: str
    is_address_restricted: bool
    street: str
    postal_code: str
    city: str
    decides_ids: tuple[str, ...]
    informed_ids: tuple[str, ...]
    title: str
    staff_role: Role | None


@dataclass(frozen=True, slots=True, repr=False)
class EnrollmentRow(Row):
    """A person in a class. Only the responsible teacher is primary."""

    class_id: str
    school_id: str
    user_id: str
    role: EnrollmentRole
    is_primary: bool
    begins: date | None
    ends: date | None


@dataclass(frozen=True, slots=True, repr=False)
class DemographicsRow(Row):
    """The birth date of the user with the same id; nothing else is taken from this file."""

    birth_date: date


Record = OrgRow | SessionRow | CourseRow | ClassRow | UserRow | EnrollmentRow | DemographicsRow
