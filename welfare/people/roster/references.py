"""References between rows: every id that is named must exist, in the files or from an earlier import."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.content import Mode, RosterContent
from welfare.people.roster.known import KnownState
from welfare.people.roster.names import RosterFile
from welfare.people.roster.problems import FilePen, ProblemLog
from welfare.people.roster.records import (
    ClassRow,
    CourseRow,
    DemographicsRow,
    EnrollmentRow,
    OrgRow,
    Record,
    SessionRow,
    UserRow,
)

Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True, slots=True)
class Link(Generic[Kind]):
    """A column that names rows of some file, and how to find its ids in a record."""

    column: str
    target: RosterFile
    ids: Callable[[Kind], Iterable[str]]


OF_ORGS: tuple[Link[OrgRow], ...] = (Link("parentSourcedId", RosterFile.ORGS, lambda row: (row.parent_id,)),)
OF_SESSIONS: tuple[Link[SessionRow], ...] = (
    Link("parentSourcedId", RosterFile.ACADEMIC_SESSIONS, lambda row: (row.parent_id,)),
)
OF_COURSES: tuple[Link[CourseRow], ...] = (
    Link("orgSourcedId", RosterFile.ORGS, lambda row: (row.org_id,)),
    Link("schoolYearSourcedId", RosterFile.ACADEMIC_SESSIONS, lambda row: (row.session_id,)),
)
COURSE_OF_CLASS: Link[ClassRow] = Link("courseSourcedId", RosterFile.COURSES, lambda row: (row.course_id,))
OF_CLASSES: tuple[Link[ClassRow], ...] = (
    Link("schoolSourcedId", RosterFile.ORGS, lambda row: (row.school_id,)),
    Link("termSourcedIds", RosterFile.ACADEMIC_SESSIONS, lambda row: row.term_ids),
)
OF_USERS: tuple[Link[UserRow], ...] = (
    Link("orgSourcedIds", RosterFile.ORGS, lambda row: row.org_ids),
    Link("agentSourcedIds", RosterFile.USERS, lambda row: row.agent_ids),
)
OF_ENROLLMENTS: tuple[Link[EnrollmentRow], ...] = (
    Link("classSourcedId", RosterFile.CLASSES, lambda row: (row.class_id,)),
    Link("schoolSourcedId", RosterFile.ORGS, lambda row: (row.school_id,)),
    Link("userSourcedId", RosterFile.USERS, lambda row: (row.user_id,)),
)
OF_DEMOGRAPHICS: tuple[Link[DemographicsRow], ...] = (
    Link("sourcedId", RosterFile.USERS, lambda row: (row.source_id,)),
)


def check_references(content: RosterContent, known: KnownState, log: ProblemLog) -> None:
    """Note every reference to a row that cannot exist. Blank ones are none: where one is needed, reading said so."""
    checker = _Checker(content, known, log)
    checker.check(RosterFile.ORGS, content.orgs.records, OF_ORGS)
    checker.check(RosterFile.ACADEMIC_SESSIONS, content.sessions.records, OF_SESSIONS)
    checker.check(RosterFile.COURSES, content.courses.records, OF_COURSES)
    checker.check(RosterFile.CLASSES, content.classes.records, OF_CLASSES)
    if content.courses.mode is Mode.BULK:
        # courses are not kept from one import to the next, so only a full list of them can show that one is missing
        checker.check(RosterFile.CLASSES, content.classes.records, (COURSE_OF_CLASS,))
    checker.check(RosterFile.USERS, content.users.records, OF_USERS)
    checker.check(RosterFile.ENROLLMENTS, content.enrollments.records, OF_ENROLLMENTS)
    checker.check(RosterFile.DEMOGRAPHICS, content.demographics.records, OF_DEMOGRAPHICS)


@dataclass(frozen=True, slots=True)
class _Checker:
    content: RosterContent
    known: KnownState
    log: ProblemLog

    def check(self, file: RosterFile, records: dict[str, Kind], links: tuple[Link[Kind], ...]) -> None:
        """Follow every link of every record of one file."""
        pen = FilePen(file.file_name, self.log)
        for link in links:
            target, known = self.content.existence(link.target), self.known.of(link.target)
            for record in records.values():
                for source_id in link.ids(record):
                    if source_id and not target.may_exist(source_id, known):
                        pen.note_at(record.row, ProblemCode.UNKNOWN_REFERENCE, link.column, source_id)
