"""Rows of orgs, academicSessions, courses and classes: from cells to records."""

from sys import intern
from typing import NamedTuple

from welfare.organisations.reference import county
from welfare.people.roster.cells import CellReader, sorted_ids
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.records import ClassRow, ClassType, CourseRow, OrgRow, OrgType, SessionRow, SessionType
from welfare.people.roster.tables import Sheet


class OrgCells(NamedTuple):
    """Used cells of orgs.csv."""

    source_id: str
    status: str
    name: str
    type: str
    identifier: str
    parent_id: str


class SessionCells(NamedTuple):
    """Used cells of academicSessions.csv."""

    source_id: str
    status: str
    title: str
    type: str
    start: str
    end: str
    parent_id: str
    school_year: str


class CourseCells(NamedTuple):
    """Used cells of courses.csv."""

    source_id: str
    status: str
    session_id: str
    title: str
    grades: str
    org_id: str


class ClassCells(NamedTuple):
    """Used cells of classes.csv."""

    source_id: str
    status: str
    title: str
    grades: str
    course_id: str
    type: str
    school_id: str
    term_ids: str


ORGS = Sheet(OrgCells._make, ("sourcedId", "status", "name", "type", "identifier", "parentSourcedId"))
SESSIONS = Sheet(
    SessionCells._make,
    ("sourcedId", "status", "title", "type", "startDate", "endDate", "parentSourcedId", "schoolYear"),
)
COURSES = Sheet(
    CourseCells._make,
    ("sourcedId", "status", "schoolYearSourcedId", "title", "grades", "orgSourcedId"),
)
CLASSES = Sheet(
    ClassCells._make,
    (
        "sourcedId",
        "status",
        "title",
        "grades",
        "courseSourcedId",
        "classType",
        "schoolSourcedId",
        "termSourcedIds",
    ),
    long_columns=frozenset({"termSourcedIds"}),
)


def org_row(cells: OrgCells, read: CellReader) -> OrgRow | None:
    """A county, provider or school; the county must be one that exists. None when the kind is unknown."""
    kind = read.choice("type", cells.type, OrgType)
    read.needed("name", cells.name)
    if kind is None:
        return None
    if kind is OrgType.LOCAL and county(cells.identifier) is None:
        read.pen.note(ProblemCode.UNKNOWN_COUNTY, "identifier", cells.identifier)
    return OrgRow(
        source_id=intern(cells.source_id),
        row=read.pen.row,
        name=cells.name,
        type=kind,
        identifier=cells.identifier,
        parent_id=cells.parent_id,
    )


def session_row(cells: SessionCells, read: CellReader) -> SessionRow | None:
    """A school year or a term; None without its kind and dates."""
    kind = read.choice("type", cells.type, SessionType)
    start = read.needed_day("startDate", cells.start)
    end = read.needed_day("endDate", cells.end)
    read.needed("title", cells.title)
    if kind is None or start is None or end is None:
        return None
    if end < start:
        read.pen.note(ProblemCode.PERIOD_BACKWARDS, "endDate", cells.end)
    return SessionRow(
        source_id=intern(cells.source_id),
        row=read.pen.row,
        title=cells.title,
        type=kind,
        start=start,
        end=end,
        parent_id=cells.parent_id,
        school_year=cells.school_year,
    )


def course_row(cells: CourseCells, read: CellReader) -> CourseRow:
    """What classes are about."""
    return CourseRow(
        source_id=intern(cells.source_id),
        row=read.pen.row,
        title=read.needed("title", cells.title),
        grades=read.grades("grades", cells.grades),
        org_id=intern(read.needed("orgSourcedId", cells.org_id)),
        session_id=intern(cells.session_id),
    )


def class_row(cells: ClassCells, read: CellReader) -> ClassRow | None:
    """A home group or subject group; None when the kind is unknown."""
    kind = read.choice("classType", cells.type, ClassType)
    read.needed("title", cells.title)
    read.needed("courseSourcedId", cells.course_id)
    read.needed("schoolSourcedId", cells.school_id)
    read.needed("termSourcedIds", cells.term_ids)
    grades = read.grades("grades", cells.grades)
    if kind is None:
        return None
    return ClassRow(
        source_id=intern(cells.source_id),
        row=read.pen.row,
        title=cells.title,
        type=kind,
        grades=grades,
        course_id=intern(cells.course_id),
        school_id=intern(cells.school_id),
        term_ids=sorted_ids(cells.term_ids),
    )
