"""The moves by which a table is walked: one step along each dimension at once, and every sum stays as it is.

Cells of the first dimension are bits of a number, so that all brothers of a school are looked at in one go.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from welfare.rules.suppression_dimensions import Dimension, Step

Place = tuple[int, int]
"""A cell: its fibre (one node of the second and of the third dimension) and its node of the first."""
Cells = list[tuple[int, int, int]]
"""Cells, as fibre and node, with the way in which each moves."""
Signed = tuple[tuple[int, int], ...]
Fibres = list[tuple[Signed, list[Signed]]]
"""The fibres of moves: those beside the cell's own along the second dimension, then all that may go with them."""


@dataclass(frozen=True, slots=True)
class Move:
    """What changes: in each fibre, with its sign, these nodes; and of these partners one, against them."""

    fibres: Signed
    rising: int
    falling: int
    partners: int

    def cells(self, partner: int) -> Cells:
        """All of it with one partner, a mask of one bit, or of none where none is needed."""
        nodes = [(node, 1) for node in bits(self.rising)] + [(node, -1) for node in bits(self.falling | partner)]
        return [(fibre, node, sign * turn) for fibre, sign in self.fibres for node, turn in nodes]


class Moves:
    """Every move of a table of three dimensions."""

    def __init__(self, dimensions: Sequence[Dimension]) -> None:
        """What was found once is kept."""
        self.first, self.second, self.third = dimensions
        self._steps: dict[int, list[tuple[int, int, int]]] = {}
        self._fibres: dict[tuple[int, int], Fibres] = {}

    def of(self, place: Place, way: int, rise: Sequence[int], fall: Sequence[int]) -> Iterator[Move]:
        """The moves that take a cell one way, where these cells may rise and those may fall."""
        fibre, node = place
        wanted, steps = 1 << node, self._steps_from(node)
        for near, further in self._fibres_from(fibre, way):
            ups, downs = _free(near, rise, fall)
            if not ups & wanted:
                continue
            for far in further:
                up, down = _free(far, rise, fall)
                up, down = up & ups, down & downs
                if up & wanted:
                    for rising, falling, partners in steps:
                        if not (rising & ~up or falling & ~down) and (partners & down or not partners):
                            yield Move((*near, *far), rising, falling, partners & down)

    def _steps_from(self, node: int) -> list[tuple[int, int, int]]:
        found = self._steps.get(node)
        if found is None:
            steps = self.first.steps(node)
            found = [(mask_of(step.rising), mask_of(step.falling), mask_of(step.leaves)) for step in steps]
            self._steps[node] = found
        return found

    def _fibres_from(self, fibre: int, way: int) -> Fibres:
        found = self._fibres.get((fibre, way))
        if found is None:
            width = len(self.third.keys)
            second, third = (
                [signed for step in dimension.steps(node) for signed in _signed(node, step)]
                for dimension, node in ((self.second, fibre // width), (self.third, fibre % width))
            )
            found = [
                (_across(left, right[:1], width, way), [_across(left, right[1:], width, way) for right in third])
                for left in second
                for right in third[:1]
            ]
            self._fibres[fibre, way] = found
        return found


def bits(mask: int) -> Iterator[int]:
    """The places of the ones in a number."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def _free(fibres: Signed, rise: Sequence[int], fall: Sequence[int]) -> tuple[int, int]:
    """The nodes that may rise, and those that may fall, in all these fibres at once."""
    up = down = -1
    for fibre, sign in fibres:
        if sign > 0:
            up &= rise[fibre]
            down &= fall[fibre]
        else:
            up &= fall[fibre]
            down &= rise[fibre]
    return up, down


def _across(left: Signed, right: Signed, width: int, way: int) -> Signed:
    return tuple((second * width + third, way * one * two) for second, one in left for third, two in right)


def mask_of(nodes: Iterable[int]) -> int:
    """The number whose ones stand at these places."""
    return sum(1 << node for node in nodes)


def _signed(node: int, step: Step) -> Iterator[Signed]:
    """One step with each of its leaves: the node asked for comes first."""
    rising = ((node, 1), *((each, 1) for each in step.rising if each != node))
    falling = tuple((each, -1) for each in step.falling)
    for leaf in step.leaves or (None,):
        yield (*rising, *falling) if leaf is None else (*rising, *falling, (leaf, -1))
