"""Counts by period as a row of small columns. ``_components/columns.html`` draws them, and a table of the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from welfare.ui.formats import number_text

WIDTH, HEIGHT, TOP, BOTTOM, GAP = 320, 150, 22.0, 122.0, 10.0
_LEAST: Final = 2.0


@dataclass(frozen=True)
class Column:
    """One drawn column: where it stands, how high, and its words."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    label: str
    words: str
    is_shown: bool


@dataclass(frozen=True)
class Columns:
    """Counts by label. None is one that may not be shown."""

    title: str
    finding: str
    labels: Sequence[str]
    values: Sequence[int | None]
    hidden: str
    """What stands for a count that may not be shown."""
    unit: str = ""

    @property
    def width(self) -> int:
        """How wide the drawing is."""
        return WIDTH

    @property
    def height(self) -> int:
        """How high."""
        return HEIGHT

    @property
    def bottom(self) -> float:
        """Where the columns stand."""
        return BOTTOM

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Label and figure of each, for the table."""
        return [(label, self._words(value)) for label, value in zip(self.labels, self.values, strict=True)]

    @property
    def columns(self) -> list[Column]:
        """Every column, the highest filling the height."""
        step = WIDTH / max(1, len(self.labels))
        most = max((value for value in self.values if value), default=1)
        return [
            self._column(place * step, step - GAP, label, value, most)
            for place, (label, value) in enumerate(zip(self.labels, self.values, strict=True))
        ]

    def _column(self, x: float, width: float, label: str, value: int | None, most: int) -> Column:
        height = max(_LEAST, (BOTTOM - TOP) * (value or 0) / most)
        left = round(x + GAP / 2, 1)
        middle = round(left + width / 2, 1)
        figure = self.hidden if value is None else number_text(value)
        return Column(
            left, round(BOTTOM - height, 1), round(width, 1), round(height, 1), middle, label, figure, value is not None
        )

    def _words(self, value: int | None) -> str:
        return self.hidden if value is None else f"{number_text(value)} {self.unit}".strip()
