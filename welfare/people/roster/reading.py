"""Reading a roster: every file streamed once, every cell checked, then the files checked against each other."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from welfare.organisations.reference import NO_HOME_MUNICIPALITY, municipalities
from welfare.people.roster.archive import open_archive, open_roster
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.content import RosterContent
from welfare.people.roster.families import check_families
from welfare.people.roster.files import DEFAULT_LIMITS, Limits, RosterSource
from welfare.people.roster.filling import RosterFiller
from welfare.people.roster.known import NOTHING_KNOWN, KnownState, UnknownSenderError
from welfare.people.roster.manifest import read_manifest
from welfare.people.roster.membership_rows import DEMOGRAPHICS, ENROLLMENTS, demographics_row, enrollment_row
from welfare.people.roster.names import RosterFile
from welfare.people.roster.people_rows import USERS, UserReader
from welfare.people.roster.problems import Problem, ProblemLog, RosterUnreadableError
from welfare.people.roster.records import OrgType
from welfare.people.roster.references import check_references
from welfare.people.roster.school_rows import (
    CLASSES,
    COURSES,
    ORGS,
    SESSIONS,
    class_row,
    course_row,
    org_row,
    session_row,
)
from welfare.people.roster.schooling import check_schooling
from welfare.people.roster.titles import Titles, policy_titles

Progress = Callable[[int, int], None]
"""Told the bytes read so far and the bytes there are."""
Recall = Callable[[RosterContent], KnownState]
"""Given a roster whose organisations have been read, what its sender left before. Raises UnknownSenderError."""
MUNICIPALITY_CODE = re.compile(r"[0-9]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRules:
    """What this installation accepts."""

    titles: Titles = field(default_factory=policy_titles)
    allow_artificial: bool = True
    limits: Limits = DEFAULT_LIMITS


@dataclass(frozen=True, slots=True)
class Reading:
    """A roster as far as it could be read, and everything that is wrong with it."""

    content: RosterContent
    problems: ProblemLog

    @property
    def is_sound(self) -> bool:
        """Whether the content may be applied: nothing found that stops an import."""
        return not self.problems.has_errors


def nothing_known(content: RosterContent) -> KnownState:
    """What there is to recall before any import."""
    del content
    return NOTHING_KNOWN


def read_path(
    path: Path, rules: ReadingRules, recall: Recall = nothing_known, progress: Progress | None = None
) -> Reading:
    """Read a folder or ZIP file. Whatever is wrong, even that there is no roster, is a problem and no exception."""
    return _read(open_roster(path, rules.limits), rules, recall, progress)


def read_archive(
    stream: IO[bytes], rules: ReadingRules, recall: Recall = nothing_known, progress: Progress | None = None
) -> Reading:
    """Read a ZIP file that was handed over as a seekable stream; as `read_path`."""
    return _read(open_archive(stream, rules.limits), rules, recall, progress)


def _read(
    opening: AbstractContextManager[RosterSource], rules: ReadingRules, recall: Recall, progress: Progress | None
) -> Reading:
    try:
        with opening as source:
            return read_roster(source, rules, recall, progress)
    except RosterUnreadableError as error:
        reading = Reading(RosterContent(), ProblemLog())
        reading.problems.add(error.problem)
        return reading


def read_roster(
    source: RosterSource, rules: ReadingRules, recall: Recall = nothing_known, progress: Progress | None = None
) -> Reading:
    """Read an opened roster. ``recall`` gives the rows that files in delta, or absent ones, may refer to."""
    reading = Reading(RosterContent(), ProblemLog())
    tell = _meter(source, progress)
    try:
        modes = read_manifest(source, reading.problems, tell)
        known = _fill(RosterFiller(source, modes, reading.problems, tell), reading.content, rules, recall)
    except RosterUnreadableError as error:
        reading.problems.add(error.problem)
        return reading
    except UnknownSenderError:
        reading.problems.add(Problem(RosterFile.ORGS.file_name, 0, "", ProblemCode.UNKNOWN_SENDER))
        return reading
    reading.content.tell_birth_dates()
    check_references(reading.content, known, reading.problems)
    check_schooling(reading.content, reading.problems)
    check_families(reading.content, known, reading.problems)
    return reading


def _fill(filler: RosterFiller, content: RosterContent, rules: ReadingRules, recall: Recall) -> KnownState:
    """Read the files in the order in which they refer to each other; returns what is known of their sender."""
    filler.read(RosterFile.ORGS, content.orgs, ORGS, org_row)
    known = recall(content)
    filler.read(RosterFile.ACADEMIC_SESSIONS, content.sessions, SESSIONS, session_row)
    filler.read(RosterFile.COURSES, content.courses, COURSES, course_row)
    filler.read(RosterFile.CLASSES, content.classes, CLASSES, class_row)
    homes = _official_codes() | _own_codes(content) | known.municipality_codes
    filler.read(RosterFile.USERS, content.users, USERS, UserReader(rules.titles, homes, rules.allow_artificial))
    filler.read(RosterFile.ENROLLMENTS, content.enrollments, ENROLLMENTS, enrollment_row)
    filler.read(RosterFile.DEMOGRAPHICS, content.demographics, DEMOGRAPHICS, demographics_row)
    return known


def _official_codes() -> frozenset[str]:
    return NO_HOME_MUNICIPALITY.union(each.code for each in municipalities())


def _own_codes(content: RosterContent) -> frozenset[str]:
    """Codes of the providers in the roster: new municipalities appear sooner than new lists of them."""
    districts = (org.identifier for org in content.orgs.records.values() if org.type is OrgType.DISTRICT)
    return frozenset(code for code in districts if MUNICIPALITY_CODE.fullmatch(code))


def _meter(source: RosterSource, progress: Progress | None) -> Callable[[int], None]:
    total = sum(source.sizes.values())
    done = 0

    def tell(count: int) -> None:
        nonlocal done
        done += count
        if progress is not None:
            progress(done, total)

    return tell
