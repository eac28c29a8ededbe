"""Counting pupils of a school, and keeping the posts for a place."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.organisations.models import Organisation
from welfare.rules.registers import Register
from welfare.rules.school_years import SchoolYear
from welfare.rules.staffing import Posts, ServiceLanguage, StaffedService, taught_in
from welfare.rules.unit_types import UnitType
from welfare.staffing.models import CountSource, PupilCount, StaffPost
from welfare.staffing.queries import posts_by, pupils_of, revision_of_rows

PupilCell = tuple[UnitType, ServiceLanguage]
PostCell = tuple[StaffedService, ServiceLanguage]


class StaleNumbersError(RuntimeError):
    """Somebody has saved them since the form was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPupils:
    """The pupils of a school in one year, by level and language."""

    year: SchoolYear
    pupils: Mapping[PupilCell, int]
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepPosts:
    """The posts for one place in one year, by service and language."""

    year: SchoolYear
    posts: Mapping[PostCell, Posts]
    revision: int


def count_pupils(work: UnitOfWork, school: Organisation, command: CountPupils) -> None:
    """Write the pupils of a school, in place of what has been counted. Raises StaleNumbersError."""
    rows = {(row.level, row.language): row for row in pupils_of(work.session, [school.id], command.year)}
    if revision_of_rows(rows.values()) != command.revision:
        raise StaleNumbersError
    for cell, number in command.pupils.items():
        row = rows.get(cell) or _count(work, school, command.year, cell)
        row.pupils, row.source = number, CountSource.WRITTEN
        row.recorded_at, row.recorded_by = work.now, work.actor.account_id
    for cell in rows.keys() - command.pupils.keys():
        rows[cell].pupils, rows[cell].source = 0, CountSource.WRITTEN
    work.session.flush()
    _note(work, school, "pupils", command.year)


def count_from_roster(work: UnitOfWork, school: Organisation, year: SchoolYear, number: int) -> None:
    """Keep the whole number of a school's pupils, where nobody has written one."""
    languages = taught_in(school.teaching_languages)
    language = languages[0] if len(languages) == 1 else ServiceLanguage.OTHER
    row = _count(work, school, year, (school.unit_type or UnitType.BASIC, language))
    row.pupils, row.source, row.recorded_at = number, CountSource.ROSTER, work.now
    work.session.flush()
    _note(work, school, "pupils", year)


def keep_posts(work: UnitOfWork, unit: Organisation, place: Organisation, command: KeepPosts) -> None:
    """Keep the posts that a unit arranges for a place. Raises StaleNumbersError."""
    rows = {(row.service, row.language): row for row in posts_by(work.session, unit.id, place.id, command.year)}
    if revision_of_rows(rows.values()) != command.revision:
        raise StaleNumbersError
    for cell, posts in command.posts.items():
        row = rows.get(cell) or _post(work, unit, place, command.year, cell)
        row.filled, row.vacant, row.bought = posts.filled, posts.vacant, posts.bought
        row.recorded_at, row.recorded_by = work.now, work.actor.account_id
    work.session.flush()
    _note(work, unit, "posts", command.year, ("unit", place.id))


def _count(work: UnitOfWork, school: Organisation, year: SchoolYear, cell: PupilCell) -> PupilCount:
    level, language = cell
    row = PupilCount(id=uuid4(), school_id=school.id, year=year.begins_in, level=level, language=language)
    work.session.add(row)
    return row


def _post(work: UnitOfWork, unit: Organisation, place: Organisation, year: SchoolYear, cell: PostCell) -> StaffPost:
    service, language = cell
    row = StaffPost(
        id=uuid4(),
        arranger_id=unit.id,
        place_id=place.id,
        year=year.begins_in,
        service=service,
        language=language,
    )
    work.session.add(row)
    return row


def _note(work: UnitOfWork, unit: Organisation, what: str, year: SchoolYear, *more: tuple[str, UUID]) -> None:
    subjects = dict.fromkeys([("unit", unit.id), *more])
    work.note(keeper_of(unit), Register.COMMUNAL, *subjects, staffing=what, year=year.begins_in)
