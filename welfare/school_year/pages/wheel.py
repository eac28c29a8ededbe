"""The annual clock as a wheel: where each thing stands. ``school_year/_wheel.html`` draws it; a list says the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin

from welfare.rules.annual_clock import TaskState
from welfare.rules.school_years import MONTHS, SchoolYear

CENTRE = 200
OUTER, INNER = 166, 72
RING = 58
_QUARTER, _HALF = 90, 180
_TURN = 360 / len(MONTHS)
_GAP = 0.7
_WRITTEN_ABOVE, _WRITTEN_BELOW = 177.0, 188.0
_ROOM = (3, 3, 2)
_ROWS: Mapping[int, Sequence[float]] = {1: (130.0,), 2: (143.0, 112.0), 3: (148.0, 122.0, 95.0)}
_APART = 21.5

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """One task."""

    at: Point
    state: TaskState


@dataclass(frozen=True, slots=True)
class Sector:
    """One month: its piece of the wheel, the line its name is written along, and its tasks."""

    number: int
    name: str
    outline: str
    line: str
    dots: Sequence[Dot]
    more: int
    """Tasks for which there is no room; the list has them."""
    more_at: Point
    is_now: bool
    is_summer: bool


@dataclass(frozen=True, slots=True)
class Wheel:
    """The whole drawing."""

    sectors: Sequence[Sector]
    hand: tuple[Point, Point] | None
    """Where today is, from the middle outwards; nothing in another year."""
    done_arc: str
    """The share that is done, clockwise from the top; empty where none is, and where all are."""
    is_full: bool
    done: int
    total: int

    @classmethod
    def of(
        cls, year: SchoolYear, tasks: Iterable[tuple[int, TaskState]], names: Mapping[int, str], on: date
    ) -> "Wheel":
        """Draw tasks, each by its month and state; ``names`` are those of the months."""
        by_month: defaultdict[int, list[TaskState]] = defaultdict(list)
        for month, state in tasks:
            by_month[month].append(state)
        states = [state for found in by_month.values() for state in found]
        done, total = states.count(TaskState.DONE), len(states)
        is_this_year = year.starts_on <= on <= year.ends_on
        return cls(
            sectors=[
                _sector(place, names[month], by_month[month], is_now=is_this_year and on.month == month)
                for place, month in enumerate(MONTHS)
            ],
            hand=_hand(on) if is_this_year else None,
            done_arc=_arc(done / total * 360) if 0 < done < total else "",
            is_full=0 < total == done,
            done=done,
            total=total,
        )


def _sector(place: int, name: str, states: Sequence[TaskState], *, is_now: bool) -> Sector:
    first, last = place * _TURN + _GAP, (place + 1) * _TURN - _GAP
    middle = (first + last) / 2
    shown = states[: sum(_ROOM)]
    return Sector(
        number=place + 1,
        name=name,
        outline=_outline(first, last),
        line=_line_of_name(first, last, middle),
        dots=[Dot(at, state) for at, state in zip(_places(len(shown), middle), shown, strict=True)],
        more=len(states) - len(shown),
        more_at=_at(middle, INNER + 8),
        is_now=is_now,
        is_summer=MONTHS[place] in {6, 7},
    )


def _outline(first: float, last: float) -> str:
    a, b, c, d = _at(first, OUTER), _at(last, OUTER), _at(last, INNER), _at(first, INNER)
    return f"M{a[0]} {a[1]}A{OUTER} {OUTER} 0 0 1 {b[0]} {b[1]}L{c[0]} {c[1]}A{INNER} {INNER} 0 0 0 {d[0]} {d[1]}Z"


def _line_of_name(first: float, last: float, middle: float) -> str:
    """Names stand upright also in the lower half, where they are written the other way round."""
    if _QUARTER < middle < _QUARTER + _HALF:
        radius, sweep, (a, b) = _WRITTEN_BELOW, 0, (_at(last, _WRITTEN_BELOW), _at(first, _WRITTEN_BELOW))
    else:
        radius, sweep, (a, b) = _WRITTEN_ABOVE, 1, (_at(first, _WRITTEN_ABOVE), _at(last, _WRITTEN_ABOVE))
    return f"M{a[0]} {a[1]}A{radius} {radius} 0 0 {sweep} {b[0]} {b[1]}"


def _places(count: int, middle: float) -> list[Point]:
    """Where so many dots stand in a month: in rows along the rim, the outermost first."""
    sizes, left = [], count
    for room in _ROOM:
        sizes.append(min(left, room))
        left -= sizes[-1]
    rows = [size for size in sizes if size]
    found = []
    for size, radius in zip(rows, _ROWS.get(len(rows), ()), strict=True):
        step = _APART / radius * _HALF / pi
        found += [_at(middle + (place - (size - 1) / 2) * step, radius) for place in range(size)]
    return found


def _hand(on: date) -> tuple[Point, Point]:
    angle = (MONTHS.index(on.month) + (on.day - 0.5) / 31) * _TURN
    return _at(angle, INNER - 6), _at(angle, OUTER + 4)


def _arc(angle: float) -> str:
    top, end = _at(0, RING), _at(angle, RING)
    return f"M{top[0]} {top[1]}A{RING} {RING} 0 {int(angle > _HALF)} 1 {end[0]} {end[1]}"


def _at(angle: float, radius: float) -> Point:
    """A point by its angle clockwise from the top, in degrees."""
    turned = angle * pi / _HALF
    return round(CENTRE + radius * sin(turned), 1), round(CENTRE - radius * cos(turned), 1)
