"""All views of the same counts, decided together: what is hidden in one is hidden in every one (COM §4).

Tables by school and term, sums of terms, of schools and of municipalities are one cube and its sums. Whoever publishes
them one by one lets them be subtracted from each other; so a release takes all views at once, and what has
been released before as well. Counts must add up: of pupils who may be counted twice no sum is made here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from welfare.rules.suppression import PROTECTED, Figure
from welfare.rules.suppression_cube import Cube
from welfare.rules.suppression_dimensions import ALL, Key
from welfare.rules.suppression_plan import Cell, Plan, Released, View


@dataclass(frozen=True, slots=True)
class Release:
    """The figures of every view, alike for page, picture, paper and file."""

    plan: Plan
    figures: Mapping[Cell, Figure]

    def figure(self, **keys: Key) -> Figure:
        """One figure, by the name of each dimension; one that is not named is not divided. KeyError if in no view."""
        return self.figures[tuple(keys.get(each.name, ALL) for each in self.plan.dimensions)]

    def table(self, view: View) -> Iterator[tuple[Cell, Figure]]:
        """The figures of one view in the order of the dimensions."""
        return ((cell, self.figures[cell]) for cell in self.plan.cells(view))

    @property
    def hidden_share(self) -> float:
        """How much of the figures that are not nought is hidden: the price that the reader pays."""
        hidden = sum(1 for figure in self.figures.values() if figure == PROTECTED)
        return hidden / (sum(1 for figure in self.figures.values() if figure.count != 0) or 1)

    @property
    def released(self) -> Released:
        """What the next release has to be told, with all that was released before."""
        shown = {cell: figure.count for cell, figure in self.figures.items() if figure.count is not None}
        hidden = {cell for cell, figure in self.figures.items() if figure.count is None}
        before = self.plan.before
        return Released({**before.shown, **shown}, before.hidden | hidden)


def release(plan: Plan, counts: Mapping[Cell, int | None]) -> Release:
    """What may be shown of these counts of leaves; one that is not given is nought, None is a blank of the source.

    Raises FloorError, DimensionError, ReleasedBeforeError.
    """
    cube = Cube(plan, counts)
    cube.decide()
    return Release(plan, cube.figures())
