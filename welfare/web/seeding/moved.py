"""The shipped municipality, moved in time to where today is: pupils stay as old as their classes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from welfare.people.roster.demo import LAKEUSKOSKI
from welfare.people.roster.reading import Reading, ReadingRules, read_path
from welfare.people.roster.records import EnrollmentRow, SessionType, UserRole, UserRow
from welfare.web.seeding.identity_codes import CodeBook
from welfare.web.seeding.school_year import SchoolYearDates, school_year_around


def lakeuskoski_around(today: date) -> Reading:
    """The invented municipality Lakeuskoski in the school year of a day."""
    reading = read_path(LAKEUSKOSKI, ReadingRules())
    written_for = reading.content.school_year_start()
    if written_for is None:
        raise LookupError(LAKEUSKOSKI)
    move(reading, school_year_around(today), written_for.year)
    return reading


def move(reading: Reading, year: SchoolYearDates, written_for: int) -> None:
    """Move a reading from the school year it was written for; years of birth move with it."""
    content, years = reading.content, year.begins_in - written_for
    sessions, enrollments, users = content.sessions.records, content.enrollments.records, content.users.records
    terms = iter(year.terms)
    for row in sorted(sessions.values(), key=lambda each: each.start):
        first, last = (year.first, year.last) if row.type is SessionType.SCHOOL_YEAR else next(terms)
        sessions[row.source_id] = replace(row, start=first, end=last)
    enrollments.update((row.source_id, _enrollment(row, year)) for row in tuple(enrollments.values()))
    if years:
        users.update((row.source_id, row) for row in _grown(tuple(users.values()), years))


def _enrollment(row: EnrollmentRow, year: SchoolYearDates) -> EnrollmentRow:
    return replace(row, begins=year.first, ends=year.last)


def _grown(users: Iterable[UserRow], years: int) -> Iterable[UserRow]:
    """Pupils born so many years later, with codes to match; grown-ups stay as they are."""
    codes = CodeBook()
    for row in users:
        if row.role is UserRole.STUDENT and row.birth_date is not None:
            born = _later(row.birth_date, years)
            yield replace(row, birth_date=born, identity_code=codes.code(born))
        else:
            yield row


def _later(day: date, years: int) -> date:
    """The same day in another year; the last of February where there is no such day."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if is_leap_day else day.day)
