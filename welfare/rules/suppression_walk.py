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

from collections.abc import Iterable, Sequence
from itertools import product

from welfare.rules.suppression_dimensions import Dimension
from welfare.rules.suppression_moves import Cells, Move, Moves, Place, Signed, bits, mask_of

LEAST_WEIGHT = 8


class Walk:
    """A table of three dimensions with all its sums, and where a reader could believe it to be."""

    def __init__(self, dimensions: Sequence[Dimension], counts: Sequence[Sequence[int]], floor: int) -> None:
        """``counts`` by fibre and node, sums included. Everything is shown at first, and nothing may be hidden yet."""
        self.moves = Moves(dimensions)
        self.range = floor - 1
        self.size = len(dimensions[0].keys)
        self.truth = [count for row in counts for count in row]
        self.at, self.least, self.low, self.high = (list(self.truth) for _ in range(4))
        self.weights = self._weights(dimensions)
        fibres = range(len(counts))
        self.rise, self.fall = [0 for _ in fibres], [0 for _ in fibres]
        """Cells that may rise, for nobody is shown them; of these the ones that may fall."""
        self.closed, self.doubtful = [0 for _ in fibres], [0 for _ in fibres]
        """Cells that must be proved; of these the ones that are not yet."""
        self.open, self.open_above_one = [0 for _ in fibres], [0 for _ in fibres]
        """Cells that are shown and could be hidden; of these the ones that could fall then."""
        self.given: list[Place] = []
        """Cells that were hidden for the sake of others, in that order."""

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

    def reopen(self, effort: int) -> None:
        """Show again what was hidden for others and is not needed any more, the dearest first.

        What was hidden later may cover enough by itself. Each trial proves everything anew; ``effort`` is how many
        proofs of one cell that may take.
        """
        for place in sorted(self.given, key=lambda each: -self.weights[each[0] * self.size + each[1]]):
            hidden = [each for each in self.hidden() if each != place]
            effort -= len(hidden)
            if effort < 0:
                return
            before = list(self.rise), list(self.closed)
            for masks in (self.rise, self.closed):
                masks[place[0]] &= ~(1 << place[1])
            self._begin_anew()
            if not all(self._stretch(each) for each in hidden):
                self.rise, self.closed = before
                self._begin_anew()

    def _begin_anew(self) -> None:
        self.doubtful = list(self.closed)
        self.low, self.high = list(self.truth), list(self.truth)
        self.return_to_truth()

    def return_to_truth(self) -> None:
        """Begin the walk anew; what has been proved stays proved."""
        self.at = list(self.truth)
        for fibre, mask in enumerate(self.rise):
            above = (
                node for node in bits(mask) if self.at[fibre * self.size + node] > self.least[fibre * self.size + node]
            )
            self.fall[fibre] = mask_of(above)

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
            move = next(self.moves.of(place, way, self.rise, self.fall), None)
            if move is None:
                return
            partner = move.partners & self.doubtful[place[0]] or move.partners
            self._go(place, way, move.cells(partner & -partner))

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
        self.given += given
        return given

    def _cheapest(self, place: Place, way: int) -> tuple[int, Cells] | None:
        """The move one way that hides the least of what is shown, and its cost."""
        rise = [moving | opened for moving, opened in zip(self.rise, self.open, strict=True)]
        fall = [moving | opened for moving, opened in zip(self.fall, self.open_above_one, strict=True)]
        cost, best = sum(self.weights), None
        for move in self.moves.of(place, way, rise, fall):
            known = self._cost(move.fibres, move.rising | move.falling)
            if known >= cost:
                continue
            for mask in self._cheap_partners(move):
                whole = known + self._cost(move.fibres, mask)
                if whole < cost:
                    cost, best = whole, (move, mask)
            if cost < 2 * LEAST_WEIGHT:
                break
        return (cost, best[0].cells(best[1])) if best else None

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

    def _weights(self, dimensions: Sequence[Dimension]) -> list[int]:
        """What hiding each cell costs the reader: a sum more than a part, a large number a little more than a small."""
        first, second, third = (dimension.heights for dimension in dimensions)
        heights = (one + two + three for two, three, one in product(second, third, first))
        return [
            LEAST_WEIGHT + count.bit_length() << 2 * height for count, height in zip(self.truth, heights, strict=True)
        ]
