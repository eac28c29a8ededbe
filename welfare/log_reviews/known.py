"""What events alone do not tell, from ids and days in clear: whose matter it is, where the pupil is, whose child."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.accounts.models import SignInSession
from welfare.cases.models import Case
from welfare.log_reviews.models import Decoy, KnownDevice
from welfare.log_reviews.reading import Read
from welfare.people.models import Enrolment, Guardianship, Person, PersonKind

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Place:
    """A pupil's place in a class of a school."""

    class_id: UUID
    school_id: UUID
    begins_on: date
    ends_on: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the pupil was there."""
        return self.begins_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass
class Known:
    """Looked up once for each id that comes up, many at a time."""

    session: Session
    cases: dict[str, tuple[UUID, date | None]] = field(default_factory=dict)
    """The pupil of a matter, and the day it was closed."""
    students: dict[str, UUID | None] = field(default_factory=dict)
    """Of the people in events: the pupils by id, and None for everybody else."""
    places: dict[UUID, list[Place]] = field(default_factory=dict)
    guardians: dict[UUID, frozenset[UUID]] = field(default_factory=dict)
    """Of each pupil, everybody who is or was one."""
    browsers: dict[str, str] = field(default_factory=dict)
    """By sign-in."""
    devices: dict[UUID, dict[str, KnownDevice]] = field(default_factory=dict)
    """By account and browser."""
    decoys: frozenset[UUID] = frozenset()

    def learn(self, reads: Sequence[Read]) -> None:
        """Look up whatever some events name and nobody has looked up yet."""
        self._learn_cases({found for read in reads for found in read.cases} - self.cases.keys())
        self._learn_students({found for read in reads for found in read.people} - self.students.keys())
        pupils = {student for student, _day in self.cases.values()} | {one for one in self.students.values() if one}
        self._learn_places(pupils - self.places.keys())
        self._learn_guardians(pupils - self.guardians.keys())
        self._learn_browsers({read.session_id for read in reads if read.session_id} - self.browsers.keys())
        self._learn_devices({read.account_id for read in reads} - self.devices.keys())
        self.decoys = frozenset(self.session.scalars(select(Decoy.student_id)))

    def pupils_of(self, read: Read) -> frozenset[UUID]:
        """The pupils whose data an event opened."""
        of_matters = {self.cases[found][0] for found in read.cases if found in self.cases}
        return frozenset(of_matters | {one for found in read.people if (one := self.students[found])})

    def places_on(self, student_id: UUID, day: date) -> list[Place]:
        """Where a pupil was on a day."""
        return [place for place in self.places.get(student_id, ()) if place.holds_on(day)]

    def closed_on(self, read: Read) -> date | None:
        """The day the matter was closed that an event is about, if all its matters were."""
        days = [self.cases[found][1] for found in read.cases if found in self.cases]
        return max((day for day in days if day), default=None) if days and all(days) else None

    def _learn_cases(self, missing: set[str]) -> None:
        for row in self._rows(select(Case.id, Case.student_id, Case.closed_at), Case.id, missing):
            day = row.closed_at.astimezone(HOME_ZONE).date() if row.closed_at else None
            self.cases[row.id.hex] = (row.student_id, day)

    def _learn_students(self, missing: set[str]) -> None:
        self.students.update(dict.fromkeys(missing))
        for row in self._rows(select(Person.id).where(Person.kind == PersonKind.STUDENT), Person.id, missing):
            self.students[row.id.hex] = row.id

    def _learn_places(self, missing: set[UUID]) -> None:
        self.places.update({student_id: [] for student_id in missing})
        columns = (
            Enrolment.student_id,
            Enrolment.class_id,
            Enrolment.school_id,
            Enrolment.begins_on,
            Enrolment.ends_on,
        )
        for row in self._rows(select(*columns), Enrolment.student_id, missing):
            self.places[row.student_id].append(Place(row.class_id, row.school_id, row.begins_on, row.ends_on))

    def _learn_guardians(self, missing: set[UUID]) -> None:
        self.guardians.update(dict.fromkeys(missing, frozenset()))
        columns = select(Guardianship.student_id, Guardianship.guardian_id)
        for row in self._rows(columns, Guardianship.student_id, missing):
            self.guardians[row.student_id] |= {row.guardian_id}

    def _learn_browsers(self, missing: set[str]) -> None:
        self.browsers.update(dict.fromkeys(missing, ""))
        for row in self._rows(select(SignInSession.id, SignInSession.browser), SignInSession.id, missing):
            self.browsers[row.id.hex] = row.browser

    def _learn_devices(self, missing: set[UUID]) -> None:
        self.devices.update({account_id: {} for account_id in missing})
        for some in _some_at_once(missing):
            for row in self.session.scalars(select(KnownDevice).where(KnownDevice.account_id.in_(some))):
                self.devices[row.account_id][row.browser] = row

    def _rows(self, columns: Any, key: Any, wanted: Iterable[str | UUID]) -> Iterator[Any]:  # noqa: ANN401 - any selection
        for some in _some_at_once(wanted):
            yield from self.session.execute(columns.where(key.in_(some)))


def _some_at_once(wanted: Iterable[str | UUID]) -> Iterator[list[UUID]]:
    ids = [found if isinstance(found, UUID) else UUID(hex=found) for found in wanted]
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
