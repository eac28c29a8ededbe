"""A reader of large tables, who subtracts: what the others of a sum leave of one, and what all sums together fix.

The other reader (reader.py) tries every table and is sure, and too slow for a municipality.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product

from welfare.rules.suppression import Figure
from welfare.rules.suppression_dimensions import Dimension
from welfare.rules.suppression_plan import Cell

MOST = 10**6
PRIME = 2**61 - 1
"""Fractions would do as well, and slowly."""
Row = dict[Cell, int]


class Subtractor:
    """One who has all figures before him and knows that hidden ones are at least so many."""

    def __init__(self, dimensions: Sequence[Dimension], figures: Mapping[Cell, Figure], *, least: int = 1) -> None:
        self.cells = tuple(product(*(dimension.keys for dimension in dimensions)))
        self.shown = {cell: figure.count for cell, figure in figures.items() if figure.count is not None}
        self.hidden = [cell for cell, figure in figures.items() if figure.count is None]
        self.least = least
        self.sums = list(_sums(dimensions))

    def narrowed(self, enough: int) -> dict[Cell, tuple[int, int]]:
        """Hidden cells of which fewer numbers are left, by what each sum leaves of its parts, over and over."""
        hidden = set(self.hidden)
        ranges = {cell: (self.least if cell in hidden else 0, MOST) for cell in self.cells}
        ranges |= {cell: (count, count) for cell, count in self.shown.items()}
        is_new = True
        while is_new:
            is_new = False
            for whole, parts in self.sums:
                is_new |= _tighten(ranges, whole, parts)
        return {cell: ranges[cell] for cell in self.hidden if ranges[cell][1] - ranges[cell][0] + 1 < enough}

    def reckoned(self) -> set[Cell]:
        """Hidden cells that all sums together fix, whatever a number may be (Gauss and Jordan)."""
        rows: dict[Cell, Row] = {}
        for whole, parts in self.sums:
            row = {cell: 1 for cell in parts if cell not in self.shown}
            if whole not in self.shown:
                row[whole] = -1
            _reduce(rows, row)
        return {pivot for pivot, row in rows.items() if len(row) == 1} & set(self.hidden)


def _sums(dimensions: Sequence[Dimension]) -> Iterator[tuple[Cell, tuple[Cell, ...]]]:
    """Every sum with its parts, one level at a time."""
    for place, dimension in enumerate(dimensions):
        children: dict[int, dict[int, None]] = {}
        for path in dimension.paths:
            for below, above in pairwise(path):
                children.setdefault(above, {})[below] = None
        others = [each.keys if at != place else (None,) for at, each in enumerate(dimensions)]
        for rest in product(*others):
            for above, parts in children.items():
                at = [(*rest[:place], dimension.keys[node], *rest[place + 1 :]) for node in (above, *parts)]
                yield at[0], tuple(at[1:])


def _tighten(ranges: dict[Cell, tuple[int, int]], whole: Cell, parts: Sequence[Cell]) -> bool:
    lowest, highest = (sum(ranges[part][end] for part in parts) for end in (0, 1))
    least, most = ranges[whole]
    found = {whole: (max(least, lowest), min(most, highest))}
    for part in parts:
        low, high = ranges[part]
        found[part] = max(low, least - (highest - high)), min(high, most - (lowest - low))
    changed = {cell: each for cell, each in found.items() if each != ranges[cell]}
    ranges.update(changed)
    return bool(changed)


def _reduce(rows: dict[Cell, Row], row: Row) -> None:
    """Take one more equation in: no row has the pivot of another."""
    for pivot in [cell for cell in row if cell in rows]:
        _subtract(row, rows[pivot], row[pivot])
    if not row:
        return
    pivot = next(iter(row))
    inverse = pow(row[pivot], -1, PRIME)
    row = {cell: factor * inverse % PRIME for cell, factor in row.items()}
    for other in rows.values():
        if pivot in other:
            _subtract(other, row, other[pivot])
    rows[pivot] = row


def _subtract(row: Row, other: Row, times: int) -> None:
    for cell, factor in other.items():
        left = (row.get(cell, 0) - times * factor) % PRIME
        if left:
            row[cell] = left
        else:
            row.pop(cell, None)
