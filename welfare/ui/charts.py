"""Small plots drawn on the server: a line per series, told apart by shape, dash and words, never by colour alone.

This module counts where things stand; ``_components/charts.html`` draws them, and a table of the same numbers follows.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import Final

LEFT, RIGHT, TOP, BOTTOM = 48.0, 360.0, 14.0, 230.0
_LEFT_OF_WORDS: Final = 130.0
_MOST_LABELS: Final = 7
WIDTH, HEIGHT = 470, 262
_LABEL_GAP: Final = 16.0
_NAMES: Final = 372.0
_OF_A_LETTER: Final = 8.0
_APART: Final = 5.0

LOOKS: Final = {
    "pupil": ("ln s1", "circle", "f1"),
    "guardian": ("ln s2 dash thin", "square", "f2"),
    "worker": ("ln s3 thin", "triangle", "f3"),
    "own": ("ln s3", "dot", "f3"),
    "municipality": ("ln ref thin", "", "fref"),
    "country": ("ln ref dot", "", "fref"),
}


@dataclass(frozen=True)
class Series:
    """One line: its name, a value for each label (None is not shown), and a look of LOOKS."""

    name: str
    values: Sequence[float | None]
    look: str


@dataclass(frozen=True)
class Line:
    """A drawn series: polylines, marks and the place of its name."""

    series: Series
    css: str
    mark: str
    fill: str
    pieces: tuple[str, ...]
    points: tuple[tuple[float, float], ...]
    label_y: float | None


@dataclass(frozen=True)
class Tick:
    """A line of the grid and its number, or a label below."""

    at: float
    value: float
    words: str = ""


@dataclass(frozen=True)
class Plot:
    """A plot with its title and its finding in words (for those who do not see it)."""

    title: str
    finding: str
    labels: Sequence[str]
    series: Sequence[Series]
    low: float
    high: float
    words: Sequence[str] = ()
    """What each line of the grid is called, from low to high, where figures alone would say too little."""
    middle: tuple[float, float] | None = None
    """Between which values lies what is expected."""
    gap: str = ""
    """What the table says where there is no value; else that it is not shown."""
    told_gaps: Collection[int] | None = None
    """In which columns a gap is told of; in every one unless given."""
    is_signed: bool = False
    """Whether a figure is written with its plus."""

    @property
    def left(self) -> float:
        """Where the grid begins."""
        return _LEFT_OF_WORDS if self.words else LEFT

    @property
    def names(self) -> float:
        """Where the names of the lines begin."""
        return _NAMES

    @property
    def width(self) -> int:
        """How wide the drawing is: wider where a name is long."""
        longest = max((len(series.name) for series in self.series), default=0)
        return max(WIDTH, ceil(_NAMES + _OF_A_LETTER * longest))

    @property
    def columns(self) -> list[float]:
        """Where each label stands."""
        step = (RIGHT - self.left) / max(1, len(self.labels) - 1)
        return [round(self.left + step * place, 1) for place in range(len(self.labels))]

    @property
    def shown_labels(self) -> list[tuple[float, str]]:
        """The labels for which there is room, the last one always; the table has them all."""
        step = ceil(len(self.labels) / _MOST_LABELS)
        last = len(self.labels) - 1
        pairs = list(enumerate(zip(self.columns, self.labels, strict=True)))
        return [pair for place, pair in pairs if (last - place) % max(step, 1) == 0]

    @property
    def band(self) -> tuple[float, float] | None:
        """Top and height of what is expected."""
        if self.middle is None:
            return None
        low, high = (self._height(value) for value in self.middle)
        return high, round(low - high, 1)

    @property
    def ticks(self) -> list[Tick]:
        """Five lines of the grid, from low to high."""
        values = [self.low + (self.high - self.low) * part / 4 for part in range(5)]
        words = list(self.words) or [""] * len(values)
        return [Tick(self._height(value), value, word) for value, word in zip(values, words, strict=True)]

    @property
    def lines(self) -> list[Line]:
        """Every series as it is drawn; names that would lie upon each other are moved apart."""
        ends = {series.name: self._end(series) for series in self.series}
        places = spread({name: end for name, end in ends.items() if end is not None})
        return [self._line(series, places.get(series.name)) for series in self.series]

    @property
    def gaps(self) -> list[tuple[float, float]]:
        """Where to say that a value is not shown: at the foot of its column, or at the top if lines run below."""
        columns = list(zip(self.columns, zip(*(series.values for series in self.series), strict=True), strict=True))
        told = range(len(columns)) if self.told_gaps is None else self.told_gaps
        return [
            (x, self._free_height(values))
            for place, (x, values) in enumerate(columns)
            if None in values and place in told
        ]

    def _line(self, series: Series, label_y: float | None) -> Line:
        css, mark, fill = LOOKS[series.look]
        runs = groupby(enumerate(series.values), key=lambda pair: pair[1] is not None)
        shown = [[self._point(series, place) for place, _value in run] for is_shown, run in runs if is_shown]
        pieces = tuple(" ".join(f"{x},{y}" for x, y in run) for run in shown if len(run) > 1)
        return Line(series, css, mark, fill, pieces, tuple(point for run in shown for point in run), label_y)

    def _point(self, series: Series, place: int) -> tuple[float, float]:
        value = series.values[place] or 0.0
        return self.columns[place], round(self._height(value) + self._nudge(series, place), 1)

    def _free_height(self, values: Sequence[float | None]) -> float:
        lowest = max((self._height(value) for value in values if value is not None), default=TOP)
        return BOTTOM - 6 if lowest < BOTTOM - 40 else TOP + 12

    def _nudge(self, series: Series, place: int) -> float:
        """Lines that meet are drawn apart, so that each is seen."""
        same = [other.name for other in self.series if other.values[place] == series.values[place]]
        return _APART * (same.index(series.name) - (len(same) - 1) / 2)

    def _end(self, series: Series) -> float | None:
        known = [value for value in series.values if value is not None]
        return self._height(known[-1]) if known else None

    def _height(self, value: float) -> float:
        span = (self.high - self.low) or 1.0
        return round(BOTTOM - (BOTTOM - TOP) * (value - self.low) / span, 1)


def spread(wanted: dict[str, float]) -> dict[str, float]:
    """Heights of names, moved apart where they would lie upon each other."""
    placed: dict[str, float] = {}
    lowest = 0.0
    for name, height in sorted(wanted.items(), key=lambda pair: pair[1]):
        lowest = max(height + 4, lowest + _LABEL_GAP if placed else height + 4)
        placed[name] = round(lowest, 1)
    return placed
