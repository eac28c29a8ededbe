"""Rows of enrollments and demographics: from cells to records."""

from sys import intern
from typing import NamedTuple

from welfare.people.roster.cells import CellReader
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.records import DemographicsRow, EnrollmentRole, EnrollmentRow
from welfare.people.roster.tables import Sheet


class EnrollmentCells(NamedTuple):
    """Used cells of enrollments.csv."""

    source_id: str
    status: str
    class_id: str
    school_id: str
    user_id: str
    role: str
    is_primary: str
    begins: str
    ends: str


class DemographicsCells(NamedTuple):
    """Used cells of demographics.csv: the birth date is all that student welfare needs from it."""

    source_id: str
    status: str
    birth_date: str


ENROLLMENTS = Sheet(
    EnrollmentCells._make,
    (
        "sourcedId",
        "status",
        "classSourcedId",
        "schoolSourcedId",
        "userSourcedId",
        "role",
        "primary",
        "beginDate",
        "endDate",
    ),
)
DEMOGRAPHICS = Sheet(DemographicsCells._make, ("sourcedId", "status", "birthDate"))


def enrollment_row(cells: EnrollmentCells, read: CellReader) -> EnrollmentRow | None:
    """A person in a class; None when the role is unknown."""
    role = read.choice("role", cells.role, EnrollmentRole)
    begins = read.day("beginDate", cells.begins)
    ends = read.day("endDate", cells.ends)
    if begins is not None and ends is not None and ends < begins:
        read.pen.note(ProblemCode.PERIOD_BACKWARDS, "endDate", cells.ends)
    if role is None:
        return None
    return EnrollmentRow(
        source_id=cells.source_id,
        row=read.pen.row,
        class_id=intern(read.needed("classSourcedId", cells.class_id)),
        school_id=intern(read.needed("schoolSourcedId", cells.school_id)),
        user_id=intern(read.needed("userSourcedId", cells.user_id)),
        role=role,
        is_primary=read.flag("primary", cells.is_primary, blank=False),
        begins=begins,
        ends=ends,
    )


def demographics_row(cells: DemographicsCells, read: CellReader) -> DemographicsRow | None:
    """A birth date, or None with the problem noted."""
    birth_date = read.needed_day("birthDate", cells.birth_date)
    if birth_date is None:
        return None
    return DemographicsRow(source_id=intern(cells.source_id), row=read.pen.row, birth_date=birth_date)
