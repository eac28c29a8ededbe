"""Rows of stacked bars with a mark for what is needed. ``_components/stacked.html`` draws them; a table follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

WIDTH, ROW, BAR = 360, 44, 14
_TOP_OF_BAR: Final = 20
_RIGHT: Final = 354.0


@dataclass(frozen=True)
class StackedRow:
    """One row: its name, its parts from left to right (look and size), what is needed, and words at its end."""

    name: str
    parts: Sequence[tuple[str, float]]
    needed: float | None
    words: str


@dataclass(frozen=True)
class Piece:
    """A drawn part."""

    look: str
    x: float
    width: float


@dataclass(frozen=True)
class DrawnRow:
    """A drawn row."""

    row: StackedRow
    words_y: float
    bar_y: float
    pieces: Sequence[Piece]
    mark: float | None


@dataclass(frozen=True)
class Stacked:
    """All rows on one scale."""

    title: str
    finding: str
    rows: Sequence[StackedRow]

    @property
    def width(self) -> int:
        """How wide the drawing is."""
        return WIDTH

    @property
    def height(self) -> int:
        """How high."""
        return ROW * len(self.rows) + 4

    @property
    def bar(self) -> int:
        """How thick a bar is."""
        return BAR

    @property
    def drawn(self) -> list[DrawnRow]:
        """Every row, the longest filling the width."""
        longest = max((max(sum(size for _look, size in row.parts), row.needed or 0) for row in self.rows), default=0)
        scale = _RIGHT / (longest or 1)
        return [self._row(place, row, scale) for place, row in enumerate(self.rows)]

    def _row(self, place: int, row: StackedRow, scale: float) -> DrawnRow:
        pieces, x = [], 0.0
        for look, size in row.parts:
            if size:
                pieces.append(Piece(look, round(x, 1), round(size * scale, 1)))
                x += size * scale
        mark = None if row.needed is None else round(row.needed * scale, 1)
        return DrawnRow(row, ROW * place + 14.0, float(ROW * place + _TOP_OF_BAR), pieces, mark)
