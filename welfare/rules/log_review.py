"""Looking after those who read: what about an opening is looked at by somebody else, and how much it weighs.

The controller has to see to it that data is used for the task alone (TihL 14-17 §; GDPR 5(1)(f), 32), and the log is
there for that (ATL 10 §; TihL 17 §). A *signal* is a reason to ask, and proves nothing: a person asks, hears, decides.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple


class Signal(StrEnum):
    """What may stand out about an opening."""

    DECOY = "decoy"
    OWN_FAMILY = "own_family"
    SAME_HOME = "same_home"
    SAME_NAME = "same_name"
    OWN_CHILDS_CLASS = "own_childs_class"
    OWN_CHILDS_SCHOOL = "own_childs_school"
    NEIGHBOUR_SOUGHT = "neighbour_sought"
    WITHOUT_MEMBERSHIP = "without_membership"
    CLOSED_LONG_AGO = "closed_long_ago"
    MANY_PUPILS = "many_pupils"
    MANY_PRINTS = "many_prints"
    NIGHT = "night"
    DAY_OFF = "day_off"
    NEW_DEVICE = "new_device"


ALWAYS_ASKED = frozenset({Signal.DECOY, Signal.OWN_FAMILY, Signal.WITHOUT_MEMBERSHIP})
"""No earlier explanation makes these weigh less: each has its own reason, or has none."""

OFTEN_CHANCE = frozenset({Signal.SAME_NAME, Signal.OWN_CHILDS_CLASS, Signal.OWN_CHILDS_SCHOOL, Signal.NEIGHBOUR_SOUGHT})
"""Weighs half where the family has let the reader in by name, or has come to the reader: small places are like that."""

WEIGHTS: Mapping[Signal, int] = {
    Signal.DECOY: 100,
    Signal.OWN_FAMILY: 60,
    Signal.SAME_HOME: 50,
    Signal.SAME_NAME: 30,
    Signal.OWN_CHILDS_CLASS: 20,
    Signal.OWN_CHILDS_SCHOOL: 5,
    Signal.NEIGHBOUR_SOUGHT: 30,
    Signal.WITHOUT_MEMBERSHIP: 30,
    Signal.CLOSED_LONG_AGO: 30,
    Signal.MANY_PUPILS: 40,
    Signal.MANY_PRINTS: 30,
    Signal.NIGHT: 20,
    Signal.DAY_OFF: 15,
    Signal.NEW_DEVICE: 15,
}


class Relation(StrEnum):
    """By what the reader had the pupil's data before them: with the signal and the reader it makes a *pattern*."""

    GROUP = "group"
    OWN_CLIENT = "own_client"
    SERVICE = "service"
    TEACHING = "teaching"
    EMERGENCY = "emergency"
    OTHER = "other"


BY_CONSENT = frozenset({Relation.GROUP, Relation.OWN_CLIENT})


class FindingState(StrEnum):
    """How far an item of the queue has come."""

    OPEN = "open"
    EXPLAINED = "explained"
    BREACH = "breach"


class FindingKind(StrEnum):
    """Why it is in the queue."""

    SIGNALS = "signals"
    SAMPLE = "sample"
    """One of the ordinary openings that are looked at each week."""


class Explanation(StrEnum):
    """Why it was in order after all."""

    OWN_TASK = "own_task"
    COVERING = "covering"
    ASKED_BY_FAMILY = "asked_by_family"
    CHANCE_LIKENESS = "chance_likeness"
    TECHNICAL = "technical"
    WRONG_PUPIL = "wrong_pupil"
    """Opened by mistake and left at once: not in order, but nothing to be followed."""


LESSENS = frozenset(Explanation) - {Explanation.WRONG_PUPIL}
"""The explanations that make a false alarm: a mistake that happens again has to be seen again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What an installation weighs by (config/settings.py)."""

    weights: Mapping[Signal, int] = field(default_factory=lambda: WEIGHTS)
    queue_from: int = 30
    """From which sum on it is looked at."""
    night_begins: time = time(22)
    night_ends: time = time(6)
    closed_after: timedelta = timedelta(days=30)
    """How long after its closing a matter is still being finished."""
    many_pupils: int = 15
    many_prints: int = 5
    lately: timedelta = timedelta(minutes=30)


class Opening(NamedTuple):
    """One opening of one pupil's data, as far as events and clear ids tell it. No name, no word of the matter."""

    at: datetime
    """In the time of Finland."""
    relation: Relation
    is_search: bool = False
    is_day_off: bool = False
    """A day that is no working day in Finland."""
    is_decoy: bool = False
    is_own_child: bool = False
    """The reader is the pupil's guardian."""
    has_same_home: bool = False
    has_same_name: bool = False
    is_neighbour: bool = False
    is_in_own_childs_class: bool = False
    is_in_own_childs_school: bool = False
    closed_on: date | None = None
    pupils_lately: int = 1
    prints_lately: int = 0
    is_from_new_device: bool = False


def signals_of(opening: Opening, scale: Scale) -> frozenset[Signal]:
    """What stands out about an opening."""
    return frozenset(signal for signal, stands_out in _LOOKED_FOR.items() if stands_out(opening, scale))


def weight_of(signals: Collection[Signal], relation: Relation, false_alarms: Mapping[Signal, int], scale: Scale) -> int:
    """The sum of the weights; each false alarm of the same pattern halves what its signal weighs."""
    halvings = {
        signal: false_alarms.get(signal, 0) + (relation in BY_CONSENT and signal in OFTEN_CHANCE) for signal in signals
    }
    return sum(_weight(signal, times, scale) for signal, times in halvings.items())


def is_looked_at(weight: int, scale: Scale) -> bool:
    """Whether it goes into the queue."""
    return weight >= scale.queue_from


def relation_of(grounds: Collection[str]) -> Relation:
    """By what the rules granted an opening, from the clauses in its event."""
    return next(
        (relation for relation, clauses in _GROUNDS if any(said in clauses for said in grounds)), _rest(grounds)
    )


def sample_due(week_on: date) -> date:
    """The last working day on which a week's sample is looked at before the next is drawn: the Friday after it."""
    return week_on + timedelta(days=11)


def is_false_alarm(explanation: Explanation) -> bool:
    """Whether an explanation makes the same pattern weigh less from now on."""
    return explanation in LESSENS


def _weight(signal: Signal, halvings: int, scale: Scale) -> int:
    full = scale.weights.get(signal, 0)
    return full if signal in ALWAYS_ASKED else int(full / 2**halvings)


def _is_night(opening: Opening, scale: Scale) -> bool:
    clock = opening.at.time()
    return clock >= scale.night_begins or clock < scale.night_ends


def _was_closed_long_ago(opening: Opening, scale: Scale) -> bool:
    return opening.closed_on is not None and opening.at.date() - opening.closed_on > scale.closed_after


def _rest(grounds: Collection[str]) -> Relation:
    is_emergency = any(said.startswith("break_glass:") for said in grounds)
    return Relation.EMERGENCY if is_emergency else Relation.OTHER


_GROUNDS = (
    (Relation.GROUP, frozenset({"is_group_member", "is_responsible"})),
    (Relation.OWN_CLIENT, frozenset({"is_own_worker", "covers_the_worker", "is_handler", "is_sender"})),
    (Relation.TEACHING, frozenset({"teaches_the_student"})),
    (Relation.SERVICE, frozenset({"gives_the_service", "works_in_the_service"})),
)
_LOOKED_FOR: Mapping[Signal, Callable[[Opening, Scale], bool]] = {
    Signal.DECOY: lambda opening, _scale: opening.is_decoy,
    Signal.OWN_FAMILY: lambda opening, _scale: opening.is_own_child,
    Signal.SAME_HOME: lambda opening, _scale: opening.has_same_home and not opening.is_own_child,
    Signal.SAME_NAME: lambda opening, _scale: opening.has_same_name and not opening.is_own_child,
    Signal.OWN_CHILDS_CLASS: lambda opening, _scale: opening.is_in_own_childs_class,
    Signal.OWN_CHILDS_SCHOOL: lambda opening, _scale: opening.is_in_own_childs_school,
    Signal.NEIGHBOUR_SOUGHT: lambda opening, _scale: opening.is_search and opening.is_neighbour,
    Signal.WITHOUT_MEMBERSHIP: lambda opening, _scale: opening.relation is Relation.EMERGENCY,
    Signal.CLOSED_LONG_AGO: _was_closed_long_ago,
    Signal.MANY_PUPILS: lambda opening, scale: opening.pupils_lately >= scale.many_pupils,
    Signal.MANY_PRINTS: lambda opening, scale: opening.prints_lately >= scale.many_prints,
    Signal.NIGHT: _is_night,
    Signal.DAY_OFF: lambda opening, _scale: opening.is_day_off,
    Signal.NEW_DEVICE: lambda opening, _scale: opening.is_from_new_device,
}
