"""Counts with all their sums, and what becomes of each: shown, hidden, or blank as in its source."""

from collections.abc import Iterator, Mapping
from itertools import product

from welfare.rules.suppression import BLANK, PROTECTED, UNANIMOUS_FROM, Figure, shown
from welfare.rules.suppression_dimensions import ALL, Dimension
from welfare.rules.suppression_moves import Place
from welfare.rules.suppression_plan import MOST_DIMENSIONS, Cell, Plan
from welfare.rules.suppression_walk import Walk


class ReleasedBeforeError(ValueError):
    """What was shown before does not agree with what is counted now: a released period does not change."""


class UnknownCellError(ValueError):
    """A count, or a figure released before, of what is in no dimension."""


class Cube:
    """The counts of one plan, summed up, with the walk that decides what is shown."""

    def __init__(self, plan: Plan, counts: Mapping[Cell, int | None]) -> None:
        """Raises UnknownCellError, ReleasedBeforeError."""
        self.plan = plan
        spare = (Dimension(f"none {number}", (), ()) for number in range(MOST_DIMENSIONS - len(plan.dimensions)))
        ordered = sorted(plan.dimensions, key=lambda dimension: -len(dimension.keys))
        self.dimensions = [*ordered, *spare]
        self._turn = [plan.dimensions.index(dimension) for dimension in ordered]
        _first, second, third = self.dimensions
        self._width = len(third.keys)
        fibres = range(len(second.keys) * self._width)
        self.sums = [[0] * len(self.dimensions[0].keys) for _ in fibres]
        self.blank: set[Place] = set()
        """Cells of which the source published none, and sums that they belong to."""
        self.unmoved: set[Place] = set()
        """Blanks themselves: of their number we know nothing, so nothing is proved by moving it."""
        for cell, count in counts.items():
            self._add(cell, count)
        self.published = {self._place(cell): cell for cell in plan.published}
        self._compare()
        self.walk = Walk(self.dimensions, self.sums, plan.floor)

    def decide(self) -> None:
        """Hide what is small, and with it what would tell it."""
        self._open_up()
        if self.walk.prove():
            self._open_noughts()
            self.walk.return_to_truth()
            if self.walk.prove():
                self._hide_all()
                return
        self.walk.reopen(self.plan.effort)

    def figures(self) -> dict[Cell, Figure]:
        """What every published cell shows."""
        return {cell: self._figure(place) for place, cell in self.published.items()}

    def _add(self, cell: Cell, count: int | None) -> None:
        paths = [
            self._path(dimension, cell[turn]) for dimension, turn in zip(self.dimensions, self._turn, strict=False)
        ]
        paths += [(0,)] * (MOST_DIMENSIONS - len(paths))
        places = [(second * self._width + third, first) for first, second, third in product(*paths)]
        if count is None:
            self.blank.update(places)
            self.unmoved.add(places[0])
            return
        for fibre, node in places:
            self.sums[fibre][node] += count

    def _path(self, dimension: Dimension, key: object) -> tuple[int, ...]:
        place = dimension.places.get(key)
        if place is None or place >= len(dimension.lines):
            raise UnknownCellError(dimension.name, key)
        return dimension.paths[place]

    def _place(self, cell: Cell) -> Place:
        nodes = []
        for dimension, turn in zip(self.dimensions, self._turn, strict=False):
            if cell[turn] not in dimension.places:
                raise UnknownCellError(dimension.name, cell[turn])
            nodes.append(dimension.places[cell[turn]])
        first, second, third = (*nodes, 0, 0)[:MOST_DIMENSIONS]
        return second * self._width + third, first

    def _compare(self) -> None:
        for cell, count in self.plan.before.shown.items():
            fibre, node = place = self._place(cell)
            if place in self.blank or self.sums[fibre][node] != count:
                raise ReleasedBeforeError(cell)

    def _open_up(self) -> None:
        frozen = {self._place(cell) for cell in self.plan.before.shown}
        hidden = {self._place(cell) for cell in self.plan.before.hidden} | set(self._telling())
        for fibre, row in enumerate(self.sums):
            for node, count in enumerate(row):
                place = fibre, node
                if place in self.unmoved or place in frozen:
                    continue
                if place in self.blank or place not in self.published:
                    self.walk.loosen(place, 0)
                elif place in hidden or shown(count, self.plan.floor) is None:
                    self.walk.hide(place, min(1, count))
                elif count:
                    self.walk.hideable(place)

    def _telling(self) -> Iterator[Place]:
        """Of a sensitive dimension what tells that nobody or everybody of a few is of a kind."""
        for cell, place in ((cell, place) for place, cell in self.published.items() if self.plan.sensitive):
            at = [dimension.name for dimension in self.plan.dimensions].index(self.plan.sensitive)
            fibre, node = self._place((*cell[:at], ALL, *cell[at + 1 :]))
            whole = self.sums[fibre][node]
            if cell[at] != ALL and 0 < whole < UNANIMOUS_FROM and self.sums[place[0]][place[1]] in {0, whole}:
                yield place

    def _open_noughts(self) -> None:
        """The last cover but one: where nothing else is left, a nought may be hidden too."""
        frozen = {self._place(cell) for cell in self.plan.before.shown}
        for fibre, node in self.published.keys() - frozen - self.unmoved:
            if not self.sums[fibre][node] and not self.walk.closed[fibre] >> node & 1:
                self.walk.hideable((fibre, node))

    def _hide_all(self) -> None:
        """The last cover: where what was released before leaves no other, nothing more is told than was told then."""
        frozen = {self._place(cell) for cell in self.plan.before.shown}
        for place in self.published.keys() - frozen - self.blank:
            self.walk.hide(place, 0)

    def _figure(self, place: Place) -> Figure:
        fibre, node = place
        if place in self.blank:
            return BLANK
        return PROTECTED if self.walk.closed[fibre] >> node & 1 else Figure(self.sums[fibre][node])
