"""What is to be published together, and what has been published before (COM §4)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from welfare.rules.suppression import FLOOR, checked_floor
from welfare.rules.suppression_dimensions import ALL, Dimension, DimensionError, Key

Cell = tuple[Key, ...]
"""One key of each dimension, in the order of the dimensions; ALL where it is not divided."""
View = Mapping[str, str]
"""By dimension the level that a table shows; a dimension that is not named is not divided."""
MOST_DIMENSIONS = 3


@dataclass(frozen=True, slots=True)
class Released:
    """What was shown before with its counts, and what was hidden: it stays so."""

    shown: Mapping[Cell, int] = field(default_factory=dict)
    hidden: frozenset[Cell] = frozenset()


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be released: which dimensions, in which views, from which floor on, after what was released before.

    ``sensitive`` names the dimension whose kinds one would rather not have told of anyone: of fewer than twenty none of
    them is told to be nobody's or everybody's.
    """

    dimensions: Sequence[Dimension]
    views: Sequence[View]
    floor: int = FLOOR
    before: Released = field(default_factory=Released)
    sensitive: str = ""
    effort: int = 0
    """How many proofs may be spent on showing again what need not be hidden; a page has no time for any."""

    def __post_init__(self) -> None:
        """Raises FloorError, DimensionError."""
        checked_floor(self.floor)
        names = [dimension.name for dimension in self.dimensions]
        if len(names) > MOST_DIMENSIONS or len(set(names)) < len(names):
            message = f"A table has up to {MOST_DIMENSIONS} dimensions with names of their own, not {names}"
            raise DimensionError(message)
        if wrong := {*(name for view in self.views for name in view), self.sensitive or ALL} - {*names, ALL}:
            message = f"There is no dimension {', '.join(sorted(wrong))}"
            raise DimensionError(message)

    def cells(self, view: View) -> Iterator[Cell]:
        """The cells of one view in the order of the dimensions. Raises DimensionError."""
        return product(*(each.keys_on(view.get(each.name, ALL)) for each in self.dimensions))

    @property
    def published(self) -> frozenset[Cell]:
        """Every cell that is in a view, or was in one before."""
        now = (cell for view in self.views for cell in self.cells(view))
        return frozenset(now) | self.before.shown.keys() | self.before.hidden
