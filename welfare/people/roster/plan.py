"""What applying a roster would do: the difference between its records and what an earlier import left.

Nothing is deleted. A row that has vanished from a bulk file, or is marked tobedeleted in a delta file, is *ended*: its
record gets an end date and somebody looks at the list. A second import of the same files gives an empty plan.

Courses have no part in it: nothing is kept of them. A birth date is part of its user, and one that comes alone in a
delta file is handed on to be compared with what is stored.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Generic, TypeVar

from welfare.people.roster.content import FileContent, Mode
from welfare.people.roster.fingerprints import Fingerprint, canonical
from welfare.people.roster.known import KnownRecords, KnownState
from welfare.people.roster.names import RosterFile
from welfare.people.roster.reading import Reading
from welfare.people.roster.records import (
    ClassRow,
    DemographicsRow,
    EnrollmentRow,
    OrgRow,
    Record,
    SessionRow,
    UserRow,
)

Kind = TypeVar("Kind", bound=Record)
Kind_co = TypeVar("Kind_co", bound=Record, covariant=True)
FEW_ENDINGS = 20
LARGE_SHARE = 0.2


class UnsoundRosterError(Exception):
    """A roster with errors has no plan: half of it is not applied."""


class EndReason(StrEnum):
    """Why a record is ended."""

    VANISHED = "vanished"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class Ending:
    """A record of an earlier import that is in force no more."""

    file: RosterFile
    source_id: str
    reason: EndReason
    on: date


@dataclass(frozen=True, slots=True)
class Stamped(Generic[Kind_co]):
    """A record with its fingerprint, which is to be kept with it."""

    record: Kind_co
    fingerprint: bytes


def rows_of(stamped: Iterable[Stamped[Kind]]) -> list[Kind]:
    """The records alone."""
    return [each.record for each in stamped]


@dataclass(frozen=True, slots=True)
class FilePlan(Generic[Kind_co]):
    """What happens to the records of one file. ``back`` are those that had been ended and are in the roster again."""

    add: tuple[Stamped[Kind_co], ...] = ()
    change: tuple[Stamped[Kind_co], ...] = ()
    back: tuple[Stamped[Kind_co], ...] = ()
    ended: tuple[Ending, ...] = ()
    unchanged: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing happens."""
        return not (self.add or self.change or self.back or self.ended)


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """What happens to the records of every file, in the order in which it must happen."""

    orgs: FilePlan[OrgRow]
    sessions: FilePlan[SessionRow]
    classes: FilePlan[ClassRow]
    users: FilePlan[UserRow]
    enrollments: FilePlan[EnrollmentRow]
    birth_dates: tuple[DemographicsRow, ...]
    """Birth dates of known people whose own rows are not in this roster."""
    known_users: int
    """How many people were in force before."""
    digest: str
    """SHA-256 over the keyed fingerprints of every record, so that two imports of one delivery can be recognised."""
    taken_up: int = 0
    """Of the people whose records end, how many go on under another id."""

    def __iter__(self) -> Iterator[tuple[RosterFile, FilePlan[Record]]]:
        """Each file with its part."""
        yield RosterFile.ORGS, self.orgs
        yield RosterFile.ACADEMIC_SESSIONS, self.sessions
        yield RosterFile.CLASSES, self.classes
        yield RosterFile.USERS, self.users
        yield RosterFile.ENROLLMENTS, self.enrollments

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to apply."""
        return not self.birth_dates and all(plan.is_empty for _, plan in self)

    @property
    def people_ended(self) -> int:
        """How many people would be ended."""
        return len(self.users.ended) - self.taken_up

    @property
    def ends_unusually_many(self) -> bool:
        """Whether so many people would be ended that the export is more likely wrong than the school empty."""
        return self.people_ended > max(FEW_ENDINGS, LARGE_SHARE * self.known_users)


class _Planner:
    def __init__(self, known: KnownState, fingerprint: Fingerprint, on: date) -> None:
        self.known, self.fingerprint, self.on = known, fingerprint, on
        self.digest = sha256()

    def plan(self, file: RosterFile, content: FileContent[Kind]) -> FilePlan[Kind]:
        """Compare one file with what is known of it."""
        known = self.known.of(file)
        add: list[Stamped[Kind]] = []
        change: list[Stamped[Kind]] = []
        back: list[Stamped[Kind]] = []
        unchanged = 0
        for source_id, record in content.records.items():
            stamped = Stamped(record, self.fingerprint(canonical(record)))
            self.digest.update(stamped.fingerprint)
            earlier = known.active.get(source_id)
            if earlier == stamped.fingerprint:
                unchanged += 1
            elif earlier is not None:
                change.append(stamped)
            else:
                (back if source_id in known.ended else add).append(stamped)
        return FilePlan(tuple(add), tuple(change), tuple(back), self._endings(file, content, known), unchanged)

    def _endings(self, file: RosterFile, content: FileContent[Kind], known: KnownRecords) -> tuple[Ending, ...]:
        if content.mode is Mode.ABSENT:
            return ()
        if content.mode is Mode.DELTA:
            gone, reason = known.active.keys() & content.deleted.keys(), EndReason.MARKED
        else:
            gone, reason = known.active.keys() - content.records.keys(), EndReason.VANISHED
        return tuple(Ending(file, source_id, reason, self.on) for source_id in sorted(gone))


def plan_roster(reading: Reading, known: KnownState, fingerprint: Fingerprint, on: date) -> RosterPlan:
    """Compare a sound reading with what is known. Raises UnsoundRosterError when the reading has errors."""
    if not reading.is_sound:
        raise UnsoundRosterError
    content, planner = reading.content, _Planner(known, fingerprint, on)
    return RosterPlan(
        orgs=planner.plan(RosterFile.ORGS, content.orgs),
        sessions=planner.plan(RosterFile.ACADEMIC_SESSIONS, content.sessions),
        classes=planner.plan(RosterFile.CLASSES, content.classes),
        users=planner.plan(RosterFile.USERS, content.users),
        enrollments=planner.plan(RosterFile.ENROLLMENTS, content.enrollments),
        birth_dates=tuple(
            told for told in content.demographics.records.values() if told.source_id not in content.users.records
        ),
        known_users=len(known.of(RosterFile.USERS).active),
        digest=planner.digest.hexdigest(),
    )
