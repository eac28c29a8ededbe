"""Weighing what was opened, event by event: which openings stand out, and why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.log_reviews.known import Device, Known
from welfare.log_reviews.models import KnownDevice
from welfare.log_reviews.pace import Pace
from welfare.log_reviews.reading import Id, Read
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

Pattern = tuple[Id, Signal, Relation]
"""A reader, a signal, and by what they had the pupil before them."""
OF_THE_PACE = frozenset({Signal.MANY_PUPILS, Signal.MANY_PRINTS})
"""What is about the reader's pace, and not about one pupil."""
MOST_SOUGHT = 3
"""A search that shows more pupils was for none of them."""


@dataclass(frozen=True, slots=True)
class Stood:
    """An opening that stands out."""

    read: Read
    student_id: Id | None
    unit_id: UUID | None
    relation: Relation
    signals: frozenset[Signal]
    weight: int


@dataclass
class Scorer:
    """Looks at the events of one chain in their order."""

    known: Known
    scale: Scale
    false_alarms: Mapping[Pattern, int]
    paces: defaultdict[Id, Pace] = field(default_factory=lambda: defaultdict(Pace))
    days: dict[date, bool] = field(default_factory=dict)
    near: dict[tuple[Id, Id], dict[str, bool]] = field(default_factory=dict)
    weights: dict[tuple[Id, Relation, frozenset[Signal]], int] = field(default_factory=dict)
    """What has been worked out once: days off, who is near to whom, what a reader's signals weigh."""
    new_devices: list[KnownDevice] = field(default_factory=list)
    """To be kept."""

    def warm(self, reads: Sequence[Read]) -> None:
        """Take in what was looked at before, so that a pace is not broken off where a run ended."""
        self.known.learn(reads)
        for read in reads:
            pupils = self.known.pupils_of(read)
            if len(pupils) == 1 and not read.is_search:
                self.paces[read.account_id].step(read, pupils.pop(), self.scale)

    def score(self, reads: Sequence[Read]) -> Iterator[Stood]:
        """What stands out among the next events."""
        self.known.learn(reads)
        for read in reads:
            is_new, pupils = self._is_from_new_device(read), self.known.pupils_of(read)
            if len(pupils) > (MOST_SOUGHT if read.is_search else 1):
                continue
            for student_id in sorted(pupils):
                if not read.is_search:
                    self.paces[read.account_id].step(read, student_id, self.scale)
                opening = self._opening(read, student_id, is_new=is_new)
                if signals := signals_of(opening, self.scale):
                    yield from self._standing_out(read, student_id, opening, signals)

    def _standing_out(
        self, read: Read, student_id: Id, opening: Opening, signals: frozenset[Signal]
    ) -> Iterator[Stood]:
        for found, whom in ((signals - OF_THE_PACE, student_id), (signals & OF_THE_PACE, None)):
            weight = self._weight(read.account_id, opening.relation, found)
            if found and is_looked_at(weight, self.scale):
                places = self.known.places_on(student_id, opening.at.date())
                yield Stood(read, whom, places[0].school_id if places else None, opening.relation, found, weight)

    def _weight(self, account_id: Id, relation: Relation, found: frozenset[Signal]) -> int:
        weight = self.weights.get((account_id, relation, found))
        if weight is None:
            alarms = {signal: self.false_alarms.get((account_id, signal, relation), 0) for signal in found}
            weight = self.weights[account_id, relation, found] = weight_of(found, relation, alarms, self.scale)
        return weight

    def _opening(self, read: Read, student_id: Id, *, is_new: bool) -> Opening:
        at, pace = read.at.astimezone(HOME_ZONE), self.paces[read.account_id]
        day = at.date()
        near = self._nearness(read.person_id, student_id, day) if read.person_id else {}
        return Opening(
            at=at,
            relation=read.relation,
            is_search=read.is_search,
            is_day_off=self._is_day_off(day),
            is_decoy=student_id in self.known.decoys,
            closed_on=self.known.closed_on(read),
            pupils_lately=0 if read.is_search else len(pace.pupils),
            prints_lately=len(pace.prints) if read.is_print else 0,
            is_from_new_device=is_new,
            **near,
        )

    def _nearness(self, reader: Id, student_id: Id, day: date) -> dict[str, bool]:
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

    def _at_school_with(self, children: frozenset[Id], student_id: Id, day: date) -> dict[str, bool]:
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
        if not read.session_id or not (browser := self.known.browsers[read.session_id]):
            return False
        devices = self.known.devices[read.account_id]
        if browser not in devices:
            devices[browser] = Device(read.session_id, is_first=not devices)
            self.new_devices.append(_kept(read.account_id, browser, devices[browser]))
        found = devices[browser]
        return found.session_id == read.session_id and not found.is_first


def _kept(account_id: Id, browser: str, device: Device) -> KnownDevice:
    session_id = UUID(hex=device.session_id)
    account = UUID(hex=account_id)
    return KnownDevice(account_id=account, browser=browser, session_id=session_id, is_first=device.is_first)
