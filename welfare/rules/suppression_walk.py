"""Whether what is hidden stays hidden: the cell suppression problem, and the walk that answers it.

A number below the floor is hidden (*primary suppression*); its row and column still tell it, so others are hidden with
it (*secondary* or *complementary suppression*: Cox 1980; Willenborg and de Waal 2001). Which others are fewest is a
hard problem of integer programming (Fischetti and Salazar 2001); we do not look for the fewest but for few, and prove
that they are enough.

The proof: a reader knows every shown number, that all of them add up, that nothing is less than nothing, and that we do
not hide a nought. What he cannot tell apart from the truth are all tables that agree with that. We walk from
the true table to others of these by *moves*: one step along each dimension at once, so that a hidden box of eight
cells changes by one up and one down and every sum stays (the boxes of Repsilber's hypercube method, with totals
among their corners). A cell changes by no more than one a step, so it takes every value between the least and the most
that it was seen with: when these are as many as the floor, a reader is left with as many candidates.
Where the walk gets no further, the cheapest cells that let it pass are hidden, and must be proved themselves.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from welfare.rules.suppression_dimensions import Dimension, Step

LEAST_WEIGHT = 8

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


def bits(mask: int) -> Iterator[int]:
    """The places of the ones in a number."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


class Walk:
    """A table of three dimensions with all its sums, and where a reader could believe it to be."""

    def __init__(self, dimensions: Sequence[Dimension], counts: Sequence[Sequence[int]], floor: int) -> None:
        """``counts`` by fibre and node, sums included. Everything is shown at first, and nothing may be hidden yet."""
        self.first, self.second, self.third = dimensions
        self.range = floor - 1
        self.size = len(self.first.keys)
        self.truth = [count for row in counts for count in row]
        self.at, self.least, self.low, self.high = (list(self.truth) for _ in range(4))
        self.weights = self._weights()
        fibres = range(len(counts))
        self.rise, self.fall = [0 for _ in fibres], [0 for _ in fibres]
        """Cells that may rise, for nobody is shown them; of these the ones that may fall."""
        self.closed, self.doubtful = [0 for _ in fibres], [0 for _ in fibres]
        """Cells that must be proved; of these the ones that are not yet."""
        self.open, self.open_above_one = [0 for _ in fibres], [0 for _ in fibres]
        """Cells that are shown and could be hidden; of these the ones that could fall then."""
        self._steps: dict[int, list[tuple[int, int, int]]] = {}
        self._fibres: dict[tuple[int, int], Fibres] = {}

    def hide(self, place: Place, least: int) -> None:
        """Hide a cell; a reader knows that it is no less than this."""
        fibre, node = place
        self.closed[fibre] |= 1 << node
        self.doubtful[fibre] |= 1 << node
        self.loosen(place, least)

    def loosen(self, place: Place, least: int) -> None:
        """Let a cell move that is not shown anywhere, and need not be proved."""
        fibre, node = place
        self.open[fibre] &= ~(1 << node)
        self.open_above_one[fibre] &= ~(1 << node)
        self.rise[fibre] |= 1 << node
        self.least[fibre * self.size + node] = least
        if self.at[fibre * self.size + node] > least:
            self.fall[fibre] |= 1 << node

    def hideable(self, place: Place) -> None:
        """Let a shown cell be hidden if need be."""
        fibre, node = place
        self.open[fibre] |= 1 << node
        if self.truth[fibre * self.size + node] > 1:
            self.open_above_one[fibre] |= 1 << node

    def hidden(self) -> list[Place]:
        """Every closed cell, in order."""
        return [(fibre, node) for fibre, mask in enumerate(self.closed) for node in bits(mask)]

    def prove(self) -> list[Place]:
        """Walk until every closed cell is proved, and hide what that takes. Back come those that cannot be."""
        pending = self.hidden()
        for place in pending:
            self._stretch(place)
        failed = []
        pending = [place for place in reversed(pending) if not self._is_proved(place)]
        while pending:
            place = pending.pop()
            while not self._stretch(place):
                given = self._give_way(place)
                if not given:
                    failed.append(place)
                    break
                pending += given
        return failed

    def return_to_truth(self) -> None:
        """Begin the walk anew; what has been proved stays proved."""
        self.at = list(self.truth)
        for fibre, mask in enumerate(self.rise):
            above = (
                node for node in bits(mask) if self.at[fibre * self.size + node] > self.least[fibre * self.size + node]
            )
            self.fall[fibre] = _mask(above)

    def _is_proved(self, place: Place) -> bool:
        return not self.doubtful[place[0]] >> place[1] & 1

    def _stretch(self, place: Place) -> bool:
        """Move a cell up and then down as far as it goes or needs; whether it is proved now."""
        self._run(place, 1)
        self._run(place, -1)
        return self._is_proved(place)

    def _run(self, place: Place, way: int) -> None:
        """Move a cell one way until it is proved or no hidden cells let it go further."""
        while not self._is_proved(place):
            move = next(self._moves(place, way, self.rise, self.fall), None)
            if move is None:
                return
            partner = move.partners & self.doubtful[place[0]] or move.partners
            self._go(place, way, self._met(move, partner & -partner))

    def _moves(self, place: Place, way: int, rise: Sequence[int], fall: Sequence[int]) -> Iterator[Move]:
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

    def _go(self, place: Place, way: int, cells: Cells) -> None:
        """Move as far as this cell needs, and the others let it."""
        at, least, low, high, here = self.at, self.least, self.low, self.high, place[0] * self.size + place[1]
        gone = at[here] - low[here] if way > 0 else high[here] - at[here]
        room = [
            at[each] - least[each] for fibre, node, sign in cells if sign < 0 for each in [fibre * self.size + node]
        ]
        distance = min(self.range - gone, min(room, default=self.range))
        for fibre, node, sign in cells:
            each, bit = fibre * self.size + node, 1 << node
            now = at[each] = at[each] + sign * distance
            if now > least[each]:
                self.fall[fibre] |= bit
            else:
                self.fall[fibre] &= ~bit
            low[each], high[each] = min(low[each], now), max(high[each], now)
            if high[each] - low[each] >= self.range:
                self.doubtful[fibre] &= ~bit

    def _give_way(self, place: Place) -> list[Place]:
        """Hide what lets a cell move further at the least cost. Back come the newly hidden; none if nothing lets it."""
        found = []
        for way in (1, -1):
            self._run(place, way)
            cheapest = self._cheapest(place, way)
            found += [cheapest] if cheapest else []
        if not found:
            return []
        _cost, cells = min(found, key=lambda each: each[0])
        given = [(fibre, node) for fibre, node, _sign in cells if self.open[fibre] >> node & 1]
        for fibre, node in given:
            self.hide((fibre, node), min(1, self.truth[fibre * self.size + node]))
        return given

    def _cheapest(self, place: Place, way: int) -> tuple[int, Cells] | None:
        """The move one way that hides the least of what is shown, and its cost."""
        rise = [moving | opened for moving, opened in zip(self.rise, self.open, strict=True)]
        fall = [moving | opened for moving, opened in zip(self.fall, self.open_above_one, strict=True)]
        cost, best = sum(self.weights), None
        for move in self._moves(place, way, rise, fall):
            known = self._cost(move.fibres, move.rising | move.falling)
            if known >= cost:
                continue
            for mask in self._cheap_partners(move):
                whole = known + self._cost(move.fibres, mask)
                if whole < cost:
                    cost, best = whole, (move, mask)
            if cost < 2 * LEAST_WEIGHT:
                break
        return (cost, self._met(*best)) if best else None

    def _cheap_partners(self, move: Move) -> Iterable[int]:
        """Partners by which nothing more is hidden, else those by which one cell is; 0 where none is needed."""
        once = twice = 0
        for fibre, _sign in move.fibres:
            twice |= once & self.open[fibre]
            once |= self.open[fibre]
        if free := move.partners & ~once:
            return (free & -free,)
        single = move.partners & ~twice
        return [1 << node for node in bits(single or move.partners)] or (0,)

    def _cost(self, fibres: Signed, nodes: int) -> int:
        found = 0
        for fibre, _sign in fibres:
            wanted = nodes & self.open[fibre]
            if wanted:
                found += sum(self.weights[fibre * self.size + node] for node in bits(wanted))
        return found

    def _weights(self) -> list[int]:
        """What hiding each cell costs the reader: a sum more than a part, a large number a little more than a small."""
        heights = [
            second + third + first
            for second in self.second.heights
            for third in self.third.heights
            for first in self.first.heights
        ]
        return [
            LEAST_WEIGHT + count.bit_length() << 2 * height for count, height in zip(self.truth, heights, strict=True)
        ]

    @staticmethod
    def _met(move: Move, partner: int) -> Cells:
        nodes = [(node, 1) for node in bits(move.rising)] + [(node, -1) for node in bits(move.falling | partner)]
        return [(fibre, node, sign * turn) for fibre, sign in move.fibres for node, turn in nodes]

    def _steps_from(self, node: int) -> list[tuple[int, int, int]]:
        found = self._steps.get(node)
        if found is None:
            steps = self.first.steps(node)
            found = [(_mask(step.rising), _mask(step.falling), _mask(step.leaves)) for step in steps]
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


def _mask(nodes: Iterable[int]) -> int:
    return sum(1 << node for node in nodes)


def _signed(node: int, step: Step) -> Iterator[Signed]:
    """One step with each of its leaves: the node asked for comes first."""
    rising = ((node, 1), *((each, 1) for each in step.rising if each != node))
    falling = tuple((each, -1) for each in step.falling)
    for leaf in step.leaves or (None,):
        yield (*rising, *falling) if leaf is None else (*rising, *falling, (leaf, -1))
