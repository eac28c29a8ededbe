"""Small multiples: the same little plot many times, so that the eye compares; each line ends in its name and number.

The look of a line tells it apart without colour (welfare/ui/charts.py); the same numbers follow as a table.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from welfare.ui.charts import LOOKS, spread

LEFT, RIGHT, TOP, BOTTOM, NAMES = 10.0, 196.0, 12.0, 112.0, 206.0
_MARGIN = 0.12
_MOST_LABELS = 4
_HALF_AT_ZERO, _FROM_ZERO_TO = 0.5, 30.0


@dataclass(frozen=True)
class SmallSeries:
    """One line by year (None is a gap), its look, and the words at its end."""

    name: str
    values: Mapping[int, float | None]
    look: str
    end: str
    hidden: Collection[int] = ()
    """The years of which it has a number that is not shown; of others it has none."""


@dataclass(frozen=True)
class SmallLine:
    """A drawn line."""

    css: str
    mark: str
    fill: str
    pieces: Sequence[str]
    points: Sequence[tuple[float, float]]
    label: tuple[float, str] | None


@dataclass(frozen=True)
class SmallPlot:
    """A little plot, years from left to right as far apart as they are."""

    series: Sequence[SmallSeries]

    @property
    def years(self) -> Sequence[int]:
        """Every year of any line."""
        return sorted({year for each in self.series for year in each.values})

    @property
    def labels(self) -> Sequence[tuple[float, int, str]]:
        """Where the years stand that there is room for, the last one always; the ends stay within the picture."""
        years = self.years
        step = max(1, -(-len(years) // _MOST_LABELS))
        told = [year for place, year in enumerate(years) if (len(years) - 1 - place) % step == 0]
        anchors = {years[0]: "start", years[-1]: "middle"} if years else {}
        return [(self._x(year), year, anchors.get(year, "middle")) for year in told]

    @property
    def gaps(self) -> Sequence[float]:
        """Where the first line has a number that is not shown."""
        return [self._x(year) for year in self.series[0].hidden]

    @property
    def lines(self) -> Sequence[SmallLine]:
        """Every line; the own one last, so that it lies on top."""
        ends = {each.name: self._end(each) for each in self.series}
        places = spread({name: end for name, end in ends.items() if end is not None})
        return [self._line(each, places.get(each.name)) for each in reversed(self.series)]

    def _line(self, series: SmallSeries, label_y: float | None) -> SmallLine:
        css, mark, fill = LOOKS[series.look]
        runs = groupby(sorted(series.values.items()), key=lambda pair: pair[1] is not None)
        shown = [[(self._x(year), self._y(value or 0.0)) for year, value in run] for is_shown, run in runs if is_shown]
        return SmallLine(
            css=css,
            mark=mark or ("dot-small" if sum(map(len, shown)) == 1 else ""),
            fill=fill,
            pieces=[" ".join(f"{x},{y}" for x, y in run) for run in shown if len(run) > 1],
            points=[point for run in shown for point in run],
            label=None if label_y is None else (label_y, series.end),
        )

    def _end(self, series: SmallSeries) -> float | None:
        known = [value for _year, value in sorted(series.values.items()) if value is not None]
        return self._y(known[-1]) if known else None

    @property
    def _range(self) -> tuple[float, float]:
        known = [value for each in self.series for value in each.values.values() if value is not None] or [0.0]
        low, high = min(known), max(known)
        margin = (high - low or high or 1.0) * _MARGIN
        is_whole = high <= _FROM_ZERO_TO or low < high * _HALF_AT_ZERO
        return (0.0 if is_whole else max(0.0, low - margin)), high + margin

    def _x(self, year: int) -> float:
        first, last = self.years[0], self.years[-1]
        return round(LEFT + (RIGHT - LEFT) * ((year - first) / (last - first) if last > first else 1.0), 1)

    def _y(self, value: float) -> float:
        low, high = self._range
        return round(BOTTOM - (BOTTOM - TOP) * (value - low) / ((high - low) or 1.0), 1)
