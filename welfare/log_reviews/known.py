"""What events alone do not tell, from ids and days in clear: whose matter it is, where the pupil is, whose child."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from welfare.access.gate import HOME_ZONE
from welfare.accounts.models import SignInSession
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.log_reviews.models import Decoy, KnownDevice
from welfare.log_reviews.reading import Id, Read
from welfare.people.likeness import NOTHING, Likeness
from welfare.people.models import Enrolment, Guardianship, Person, PersonKind
from welfare.people.pages.likeness import likeness_of

_AT_ONCE = 500


class Place(NamedTuple):
    """A pupil's place in a class of a school."""

    class_id: UUID
    school_id: UUID
    begins_on: date
    ends_on: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the pupil was there."""
        return self.begins_on <= day and (self.ends_on is None or day <= self.ends_on)


class Device(NamedTuple):
    """A browser of an account: the sign-in it was first seen in, and whether it was the first of all."""

    session_id: Id
    is_first: bool


@dataclass
class Known:
    """Looked up once for each id that comes up, many at a time."""

    work: UnitOfWork
    cases: dict[Id, tuple[Id, date | None] | None] = field(default_factory=dict)
    """The pupil of a matter, and the day it was closed; None where there is none any more."""
    people: set[Id] = field(default_factory=set)
    """Of the people in events, those who have been looked up."""
    students: set[Id] = field(default_factory=set)
    """Of these, the pupils."""
    places: dict[Id, list[Place]] = field(default_factory=dict)
    guardians: dict[Id, frozenset[Id]] = field(default_factory=dict)
    """Of each pupil, everybody who is or was one."""
    browsers: dict[Id, str] = field(default_factory=dict)
    """By sign-in."""
    devices: dict[Id, dict[str, Device]] = field(default_factory=dict)
    """By account and browser."""
    likeness: dict[Id, Likeness] = field(default_factory=dict)
    """Of readers, pupils and guardians: hashes to be compared. Nothing that anybody could read is opened."""
    children: dict[Id, frozenset[Id]] = field(default_factory=dict)
    """Of each reader, the pupils of whom they are a guardian, as far as the same directory knows them as one."""
    decoys: frozenset[Id] = frozenset()

    @property
    def session(self) -> Session:
        """Where it is looked up."""
        return self.work.session

    def learn(self, reads: Sequence[Read]) -> None:
        """Look up whatever some events name and nobody has looked up yet."""
        self._learn_cases({found for read in reads for found in read.cases} - self.cases.keys())
        self._learn_students({found for read in reads for found in read.people} - self.people)
        readers = {read.person_id for read in reads if read.person_id}
        self._learn_children(readers - self.children.keys())
        pupils = {student for read in reads for student in self.pupils_of(read)}
        families = pupils | {child for reader in readers for child in self.children[reader]}
        self._learn_places(families - self.places.keys())
        self._learn_guardians(pupils - self.guardians.keys())
        guardians = {guardian for pupil in pupils for guardian in self.guardians[pupil]}
        self._learn_likeness((readers | pupils | guardians) - self.likeness.keys())
        self._learn_browsers({read.session_id for read in reads if read.session_id} - self.browsers.keys())
        self._learn_devices({read.account_id for read in reads} - self.devices.keys())
        self.decoys = frozenset(found.hex for found in self.session.scalars(select(Decoy.student_id)))

    def pupils_of(self, read: Read) -> set[Id]:
        """The pupils whose data an event opened."""
        pupils = self.students.intersection(read.people)
        for found in read.cases:
            if (case := self.cases[found]) is not None:
                pupils.add(case[0])
        return pupils

    def places_on(self, student_id: Id, day: date) -> list[Place]:
        """Where a pupil was on a day."""
        return [place for place in self.places.get(student_id, ()) if place.holds_on(day)]

    def closed_on(self, read: Read) -> date | None:
        """The day the matter was closed that an event is about, if all its matters were."""
        days = [case[1] for found in read.cases if (case := self.cases[found]) is not None]
        return max((day for day in days if day), default=None) if days and all(days) else None

    def family_of(self, student_id: Id) -> list[Likeness]:
        """What can be compared of a pupil and of everybody who is or was a guardian."""
        return [self.likeness.get(one, NOTHING) for one in (student_id, *self.guardians.get(student_id, ()))]

    def is_child_of(self, student_id: Id, reader: Id) -> bool:
        """Whether a reader is or was a guardian of a pupil, by the ties of the directory or by the same code."""
        mine, guardians = self.likeness.get(reader, NOTHING), self.guardians.get(student_id, frozenset())
        is_same = any(mine.is_same_person(self.likeness.get(one, NOTHING)) for one in guardians)
        return reader in guardians or student_id in self.children.get(reader, ()) or is_same

    def _learn_cases(self, missing: set[Id]) -> None:
        self.cases.update(dict.fromkeys(missing))
        for row in self._rows(select(Case.id, Case.student_id, Case.closed_at), Case.id, missing):
            day = row.closed_at.astimezone(HOME_ZONE).date() if row.closed_at else None
            self.cases[row.id.hex] = (row.student_id.hex, day)

    def _learn_students(self, missing: set[Id]) -> None:
        self.people.update(missing)
        of_pupils = select(Person.id).where(Person.kind == PersonKind.STUDENT)
        self.students.update(row.id.hex for row in self._rows(of_pupils, Person.id, missing))

    def _learn_places(self, missing: set[Id]) -> None:
        self.places.update({student_id: [] for student_id in missing})
        place = (Enrolment.class_id, Enrolment.school_id, Enrolment.begins_on, Enrolment.ends_on)
        for student_id, *found in self._rows(select(Enrolment.student_id, *place), Enrolment.student_id, missing):
            self.places[student_id.hex].append(Place(*found))

    def _learn_guardians(self, missing: set[Id]) -> None:
        self.guardians.update(dict.fromkeys(missing, frozenset()))
        columns = select(Guardianship.student_id, Guardianship.guardian_id)
        for row in self._rows(columns, Guardianship.student_id, missing):
            self.guardians[row.student_id.hex] |= {row.guardian_id.hex}

    def _learn_children(self, missing: set[Id]) -> None:
        self.children.update(dict.fromkeys(missing, frozenset()))
        reader, parent = aliased(Person), aliased(Person)
        is_same = or_(
            parent.id == reader.id,
            and_(
                parent.controller_id == reader.controller_id,
                parent.kind == PersonKind.GUARDIAN,
                parent.identity_code_index == reader.identity_code_index,
            ),
        )
        ties = (
            select(reader.id.label("reader_id"), Guardianship.student_id)
            .join(parent, is_same)
            .join(Guardianship, Guardianship.guardian_id == parent.id)
        )
        for row in self._rows(ties, reader.id, missing):
            self.children[row.reader_id.hex] |= {row.student_id.hex}

    def _learn_likeness(self, missing: set[Id]) -> None:
        self.likeness.update(dict.fromkeys(missing, NOTHING))
        for some in _some_at_once(missing):
            self.likeness.update({id.hex: found for id, found in likeness_of(self.work, some).items()})

    def _learn_browsers(self, missing: set[Id]) -> None:
        self.browsers.update(dict.fromkeys(missing, ""))
        for row in self._rows(select(SignInSession.id, SignInSession.browser), SignInSession.id, missing):
            self.browsers[row.id.hex] = row.browser

    def _learn_devices(self, missing: set[Id]) -> None:
        self.devices.update({account_id: {} for account_id in missing})
        row = KnownDevice
        columns = select(row.account_id, row.browser, row.session_id, row.is_first)
        for account_id, browser, session_id, is_first in self._rows(columns, row.account_id, missing):
            self.devices[account_id.hex][browser] = Device(session_id.hex, is_first)

    def _rows(self, columns: Any, key: Any, wanted: set[Id]) -> Iterator[Any]:  # noqa: ANN401 - any selection
        for some in _some_at_once(wanted):
            yield from self.session.execute(columns.where(key.in_(some)))


def _some_at_once(wanted: set[Id]) -> Iterator[list[UUID]]:
    ids = [UUID(hex=found) for found in wanted]
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
