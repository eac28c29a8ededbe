"""Weighing what was opened, event by event: which openings stand out, and why."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.log_reviews.known import Known
from welfare.log_reviews.models import KnownDevice
from welfare.log_reviews.reading import Read
from welfare.organisations.queries import WEEKDAYS
from welfare.rules.log_review import (
    Opening,
    Relation,
    Scale,
    Signal,
    is_looked_at,
    signals_of,
    weight_of,
)

Pattern = tuple[UUID, Signal, Relation]
"""A reader, a signal, and by what they had the pupil before them."""
OF_THE_PACE = frozenset({Signal.MANY_PUPILS, Signal.MANY_PRINTS})
"""What is about the reader's pace, and not about one pupil."""
MOST_SOUGHT = 3
"""A search that shows more pupils was for none of them."""


@dataclass(frozen=True, slots=True)
class Stood:
    """An opening that stands out."""

    read: Read
    student_id: UUID | None
    unit_id: UUID | None
    relation: Relation
    signals: frozenset[Signal]
    weight: int


@dataclass
class Pace:
    """What one reader has opened lately."""

    opened: deque[tuple[datetime, UUID, bool]] = field(default_factory=deque)
    pupils: Counter[UUID] = field(default_factory=Counter)
    prints: int = 0

    def step(self, read: Read, student_id: UUID, scale: Scale) -> None:
        """Take in one more, and let go of what is too long ago."""
        self.opened.append((read.at, student_id, read.is_print))
        self.pupils[student_id] += 1
        self.prints += read.is_print
        while self.opened[0][0] < read.at - scale.lately:
            _at, gone, was_print = self.opened.popleft()
            self.prints -= was_print
            self.pupils[gone] -= 1
            if not self.pupils[gone]:
                del self.pupils[gone]


@dataclass
class Scorer:
    """Looks at the events of one chain in their order."""

    known: Known
    scale: Scale
    false_alarms: Mapping[Pattern, int]
    paces: defaultdict[UUID, Pace] = field(default_factory=lambda: defaultdict(Pace))
    days: dict[date, bool] = field(default_factory=dict)
    near: dict[tuple[UUID, UUID], dict[str, bool]] = field(default_factory=dict)
    new_devices: list[KnownDevice] = field(default_factory=list)
    """To be kept."""

    def warm(self, reads: Sequence[Read]) -> None:
        """Take in what was looked at before, so that a pace is not broken off where a run ended."""
        self.known.learn(reads)
        for read in reads:
            student_id = self._one_pupil(read)
            if student_id and not read.is_search:
                self.paces[read.account_id].step(read, student_id, self.scale)

    def score(self, reads: Sequence[Read]) -> Iterator[Stood]:
        """What stands out among the next events."""
        self.known.learn(reads)
        for read in reads:
            is_new = self._is_from_new_device(read)
            if read.is_search:
                pupils = self.known.pupils_of(read)
                for student_id in sorted(pupils) if len(pupils) <= MOST_SOUGHT else ():
                    yield from self._of_pupil(read, student_id, is_new=is_new)
            elif (one := self._one_pupil(read)) is not None:
                self.paces[read.account_id].step(read, one, self.scale)
                yield from self._of_pupil(read, one, is_new=is_new)

    def _one_pupil(self, read: Read) -> UUID | None:
        pupils = self.known.pupils_of(read)
        return next(iter(pupils)) if len(pupils) == 1 else None

    def _of_pupil(self, read: Read, student_id: UUID, *, is_new: bool) -> Iterator[Stood]:
        opening = self._opening(read, student_id, is_new=is_new)
        signals = signals_of(opening, self.scale)
        if not signals:
            return
        places = self.known.places_on(student_id, opening.at.date())
        unit_id = places[0].school_id if places else None
        for of_pace in (False, True):
            found = frozenset(signal for signal in signals if (signal in OF_THE_PACE) is of_pace)
            alarms = {signal: self.false_alarms.get((read.account_id, signal, opening.relation), 0) for signal in found}
            weight = weight_of(found, opening.relation, alarms, self.scale)
            if found and is_looked_at(weight, self.scale):
                yield Stood(read, None if of_pace else student_id, unit_id, opening.relation, found, weight)

    def _opening(self, read: Read, student_id: UUID, *, is_new: bool) -> Opening:
        at, pace = read.at.astimezone(HOME_ZONE), self.paces[read.account_id]
        near = self._nearness(read.person_id, student_id, at.date()) if read.person_id else {}
        return Opening(
            at=at,
            relation=read.relation,
            is_search=read.is_search,
            is_day_off=self._is_day_off(at.date()),
            is_decoy=student_id in self.known.decoys,
            closed_on=self.known.closed_on(read),
            pupils_lately=0 if read.is_search else len(pace.pupils),
            prints_lately=pace.prints if read.is_print else 0,
            is_from_new_device=is_new,
            **near,
        )

    def _nearness(self, reader: UUID, student_id: UUID, day: date) -> dict[str, bool]:
        """How near the reader is to the pupil: likeness is looked at once, where children go to school on each day."""
        near = self.near.get((reader, student_id))
        if near is None:
            mine, family = self.known.likeness[reader], self.known.family_of(student_id)
            near = self.near[reader, student_id] = {
                "is_own_child": self.known.is_child_of(student_id, reader),
                "has_same_home": any(mine.shares_home(one) for one in family),
                "has_same_name": any(mine.shares_name(one) for one in family),
                "is_neighbour": any(mine.lives_beside(one) for one in family),
            }
        children = self.known.children[reader]
        return near | self._at_school_with(children - {student_id}, student_id, day) if children else near

    def _at_school_with(self, children: frozenset[UUID], student_id: UUID, day: date) -> dict[str, bool]:
        here = self.known.places_on(student_id, day)
        theirs = [place for child in children for place in self.known.places_on(child, day)]
        return {
            "is_in_own_childs_class": bool({place.class_id for place in here} & {place.class_id for place in theirs}),
            "is_in_own_childs_school": bool(
                {place.school_id for place in here} & {place.school_id for place in theirs}
            ),
        }

    def _is_day_off(self, day: date) -> bool:
        known = self.days.get(day)
        if known is None:
            known = self.days[day] = not WEEKDAYS.is_working_day(day)
        return known

    def _is_from_new_device(self, read: Read) -> bool:
        browser = self.known.browsers.get(read.session_id or "", "")
        if not browser:
            return False
        devices = self.known.devices[read.account_id]
        session_id = UUID(hex=read.session_id)
        if browser not in devices:
            devices[browser] = KnownDevice(
                account_id=read.account_id, browser=browser, session_id=session_id, is_first=not devices
            )
            self.new_devices.append(devices[browser])
        found = devices[browser]
        return found.session_id == session_id and not found.is_first
