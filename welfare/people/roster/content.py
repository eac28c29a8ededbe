"""All checked records of one roster, grouped by file, with what may be concluded from a row that is not there."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from welfare.people.roster.known import KnownRecords
from welfare.people.roster.names import RosterFile
from welfare.people.roster.records import (
    ClassRow,
    CourseRow,
    DemographicsRow,
    EnrollmentRow,
    OrgRow,
    Record,
    SessionRow,
    SessionType,
    UserRow,
)

Kind = TypeVar("Kind", bound=Record)


class Mode(StrEnum):
    """How a file came: all there is, what changed, or not at all."""

    BULK = "bulk"
    DELTA = "delta"
    ABSENT = "absent"


@dataclass(slots=True)
class FileContent(Generic[Kind]):
    """The records of one file. ``is_whole`` is False when rows may be missing because the file could not be read."""

    mode: Mode = Mode.ABSENT
    records: dict[str, Kind] = field(default_factory=dict)
    deleted: dict[str, int] = field(default_factory=dict)
    """Ids of rows marked tobedeleted in a delta file, with their rows."""
    broken: set[str] = field(default_factory=set)
    """Ids of rows that made no record; they exist, but nothing can be said of them."""
    is_whole: bool = True

    def has_seen(self, source_id: str) -> bool:
        """Whether a row of this file had the id."""
        return source_id in self.records or source_id in self.deleted or source_id in self.broken

    def may_exist(self, source_id: str, known: KnownRecords) -> bool:
        """Whether a reference to this id may be right, given what an earlier import left."""
        if source_id in self.records or source_id in self.broken or not self.is_whole:
            return True
        return self.mode is not Mode.BULK and source_id in known.active and source_id not in self.deleted


class Existence(Protocol):
    """The side of a file's content that other files look at."""

    def may_exist(self, source_id: str, known: KnownRecords) -> bool:
        """Whether a reference to this id may be right."""


@dataclass(frozen=True, slots=True)
class RosterContent:
    """One roster, read and checked."""

    orgs: FileContent[OrgRow] = field(default_factory=FileContent)
    sessions: FileContent[SessionRow] = field(default_factory=FileContent)
    courses: FileContent[CourseRow] = field(default_factory=FileContent)
    classes: FileContent[ClassRow] = field(default_factory=FileContent)
    users: FileContent[UserRow] = field(default_factory=FileContent)
    enrollments: FileContent[EnrollmentRow] = field(default_factory=FileContent)
    demographics: FileContent[DemographicsRow] = field(default_factory=FileContent)

    def existence(self, file: RosterFile) -> Existence:
        """What other files may ask of this one."""
        contents: dict[RosterFile, Existence] = {
            RosterFile.ORGS: self.orgs,
            RosterFile.ACADEMIC_SESSIONS: self.sessions,
            RosterFile.COURSES: self.courses,
            RosterFile.CLASSES: self.classes,
            RosterFile.USERS: self.users,
            RosterFile.ENROLLMENTS: self.enrollments,
            RosterFile.DEMOGRAPHICS: self.demographics,
        }
        return contents[file]

    def tell_birth_dates(self) -> None:
        """Give users without an identity code the birth date that the demographics file tells."""
        for told in self.demographics.records.values():
            user = self.users.records.get(told.source_id)
            if user is not None and user.birth_date is None:
                self.users.records[user.source_id] = replace(user, birth_date=told.birth_date)

    def school_year_start(self) -> date | None:
        """The first day of the latest school year in the roster."""
        years = (each.start for each in self.sessions.records.values() if each.type is SessionType.SCHOOL_YEAR)
        return max(years, default=None)
