"""A reader who wants to know more than was shown: every table that agrees with what is published, by search.

Nothing here knows how numbers are hidden. The reader knows the dimensions, every figure of a release, that counts add
up, that none is less than nought and, if he is shrewd, that nobody hides a nought: so what is hidden is at least one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

from welfare.rules.suppression import Figure, Hidden
from welfare.rules.suppression_dimensions import Dimension
from welfare.rules.suppression_plan import Cell

MOST = 60
"""No count of these tests is near it: what may be so large is not known at all."""
Ranges = dict[Cell, tuple[int, int]]


@dataclass(frozen=True)
class Sum:
    """That these leaves add up to no less and no more."""

    leaves: tuple[Cell, ...]
    least: int
    most: int


class Reader:
    """One who has all figures before him."""

    def __init__(
        self, dimensions: tuple[Dimension, ...], figures: Mapping[Cell, Figure], *, is_shrewd: bool = True
    ) -> None:
        self.below = {
            cell: tuple(product(*(_leaves(dimension, key) for dimension, key in zip(dimensions, cell, strict=True))))
            for cell in product(*(dimension.keys for dimension in dimensions))
        }
        self.sums = []
        for cell, figure in figures.items():
            if figure.count is not None:
                self.sums.append(Sum(self.below[cell], figure.count, figure.count))
            elif is_shrewd and figure.hidden is Hidden.PROTECTED:
                self.sums.append(Sum(self.below[cell], 1, MOST * len(self.below[cell])))
        self.leaves = tuple(product(*((line[0] for line in dimension.lines) for dimension in dimensions)))
        assert len(self.leaves) == prod(len(dimension.lines) for dimension in dimensions)

    def candidates(self, cell: Cell, enough: int) -> list[int]:
        """Numbers that a cell may have, until there are enough."""
        leaves, found = self.below[cell], []
        for number in range(MOST):
            if self._is_possible([*self.sums, Sum(leaves, number, number)]):
                found.append(number)
                if len(found) == enough:
                    break
        return found

    def _is_possible(self, sums: list[Sum]) -> bool:
        start: Ranges = dict.fromkeys(self.leaves, (0, MOST))
        return next(self._tables(sums, start), None) is not None

    def _tables(self, sums: list[Sum], ranges: Ranges) -> Iterator[Ranges]:
        narrowed = _narrowed(sums, ranges)
        if narrowed is None:
            return
        loose = [leaf for leaf, (least, most) in narrowed.items() if least < most]
        if not loose:
            yield narrowed
            return
        leaf = min(loose, key=lambda each: narrowed[each][1] - narrowed[each][0])
        least, most = narrowed[leaf]
        for number in range(least, most + 1):
            yield from self._tables(sums, {**narrowed, leaf: (number, number)})


def _leaves(dimension: Dimension, key: object) -> Iterator[object]:
    place = dimension.places[key]
    return (line[0] for line, path in zip(dimension.lines, dimension.paths, strict=True) if place in path)


def _narrowed(sums: list[Sum], ranges: Ranges) -> Ranges | None:
    """What the sums leave of the ranges; None where nothing agrees with them."""
    found, is_new = dict(ranges), True
    while is_new:
        is_new = False
        for each in sums:
            lowest = sum(found[leaf][0] for leaf in each.leaves)
            highest = sum(found[leaf][1] for leaf in each.leaves)
            if lowest > each.most or highest < each.least:
                return None
            for leaf in each.leaves:
                least, most = found[leaf]
                tight = max(least, each.least - (highest - most)), min(most, each.most - (lowest - least))
                if tight[0] > tight[1]:
                    return None
                if tight != (least, most):
                    found[leaf], is_new = tight, True
                    lowest, highest = lowest + tight[0] - least, highest + tight[1] - most
    return found
