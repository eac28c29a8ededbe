"""What a unit of work may order to be done once it has committed. Ids and codes alone: an order has no room for a word.

Orders lie in the open in the database and are carried out by nobody in particular; so what must not be read there
cannot be written into one. A plain string is refused by its type and again when it is spelled.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from welfare.rules.registers import Register

Code = UUID | int | date | StrEnum


class WordInOrderError(TypeError):
    """Something else than an id, a number, a day or a code was put into an order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobOrder:
    """One job: which handler does it, what makes it this one and no other, and what it is about."""

    kind: StrEnum
    key: tuple[Code, ...]
    """Ordered twice with one kind and key, it is done once."""
    controller_id: UUID
    """Whose chain tells of it."""
    register: Register
    payload: Mapping[str, Code] = field(default_factory=dict)
    not_before: datetime | None = None


def spell(code: Code) -> str | int:
    """A code as it is stored. Raises WordInOrderError."""
    if isinstance(code, StrEnum):
        return str(code.value)
    if isinstance(code, UUID):
        return str(code)
    if isinstance(code, datetime) or not isinstance(code, int | date):
        raise WordInOrderError(type(code).__name__)
    return code if isinstance(code, int) else code.isoformat()


class MeetingJob(StrEnum):
    """The kinds of job that meetings leave to be done afterwards."""

    LOCK = "meetings:lock"


class PlanJob(StrEnum):
    """The kinds of job that plans leave to be done afterwards."""

    REVIEW = "plans:review"
    MEASURE = "plans:measure"


class AssessmentJob(StrEnum):
    """The kinds of job that assessments leave to be done afterwards."""

    REMIND = "assessments:remind"


class ProtectionJob(StrEnum):
    """The kinds of job that non-disclosures leave to be done afterwards."""

    REMIND = "non_disclosures:remind"


class RetentionJob(StrEnum):
    """The kinds of job that retention leaves to be done afterwards."""

    DESTROY = "retention:destroy"
    CLOCK = "retention:clock"  # once a day: the second clock is moved on


class Page(StrEnum):
    """Where a link in a mail or a calendar may lead. It names a thing by its random id, and tells no more of it."""

    FRONT = "/"
    MEETING = "/meetings/{id}"
    COMMUNAL_MEETING = "/communal/meetings/{id}"


@dataclass(frozen=True, slots=True)
class Link:
    """An address of the service, without the part before its first slash."""

    page: Page = Page.FRONT
    id: UUID | None = None

    @property
    def path(self) -> str:
        """The path. Raises ValueError for a page that is none of ours."""
        return Page(self.page).value.format(id=self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A time somebody is to be kept free, as every calendar may know it: when, and where to read more."""

    uid: UUID
    """Random, the same as long as the appointment lives."""
    sequence: int
    """Zero at first, one more with each change that is told (RFC 5546 2.1.4)."""
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    """When it was planned or last changed."""
    link: Link = field(default_factory=Link)
    is_cancelled: bool = False


class MailKind(StrEnum):
    """Everything a mail can say. It never says about whom or what, at which school, or why."""

    MEETING_INVITED = "meeting_invited"
    MEETING_CHANGED = "meeting_changed"
    MEETING_CANCELLED = "meeting_cancelled"
    TASK_DUE = "task_due"
    WAY_IN_OPENED = "way_in_opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailOrder:
    """One mail to one person: one of the silent kinds, a link, and perhaps an appointment for the calendar."""

    kind: MailKind
    person_id: UUID
    """Somebody of the directory, or an outside participant by the id that the consents give."""
    case_id: UUID | None = None
    """The matter whose consents tell the address of an outside participant, who has no account here (OHL 19 § 2)."""
    about_id: UUID
    """What the sender asks for when it wants to know what has been delivered: a meeting, a task."""
    link: Link = field(default_factory=Link)
    appointment: Appointment | None = None
