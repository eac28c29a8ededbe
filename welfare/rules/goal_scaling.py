"""Goal attainment scaling: five described levels of each goal, and one figure for all goals of a person together.

The method and the formula are those of T. J. Kiresuk and R. E. Sherman, "Goal attainment scaling: A general method for
evaluating comprehensive community mental health programs", Community Mental Health Journal 4 (1968), pp. 443-453:

    T = 50 + 10 * sum(w * x) / sqrt((1 - r) * sum(w^2) + r * (sum(w))^2)

where x is the level of a goal (-2 to +2), w how much it weighs, and r the correlation between goals that is expected,
0.3. With every goal at the level that was expected T is 50. It compares a person with what was agreed on with that
person, never with others.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from math import sqrt
from typing import Final

EXPECTED_CORRELATION: Final = 0.3
MIDDLE, SPREAD = 50.0, 10.0
LOWEST, HIGHEST = 10.0, 90.0
"""Between these T always lies, however many the goals are and whatever they weigh: at most 20 / sqrt(r) from 50."""


class Level(IntEnum):
    """How far a goal has been attained, against what was described when it was set."""

    MUCH_LESS = -2
    LESS = -1
    EXPECTED = 0
    MORE = 1
    MUCH_MORE = 2


class BadWeightError(ValueError):
    """A goal that weighs nothing, or less, cannot be counted."""


@dataclass(frozen=True, slots=True)
class Rated:
    """One goal as somebody has rated it; None where nobody has."""

    level: Level | None
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Score:
    """The figure, and on how many of the goals it rests; without a single rating there is none."""

    value: float | None
    rated: int
    of: int

    @property
    def is_whole(self) -> bool:
        """Whether every goal has been rated."""
        return self.rated == self.of


def score_of(goals: Iterable[Rated]) -> Score:
    """The T-score of those goals that have been rated; of the others only the number is told. Raises BadWeightError.

    A missing rating is no zero: zero says that what was expected has been reached.
    """
    asked = list(goals)
    if any(goal.weight <= 0 for goal in asked):
        raise BadWeightError
    rated = [(int(goal.level), goal.weight) for goal in asked if goal.level is not None]
    if not rated:
        return Score(None, 0, len(asked))
    together = sum(weight for _level, weight in rated)
    squares = sum(weight**2 for _level, weight in rated)
    spread = sqrt((1 - EXPECTED_CORRELATION) * squares + EXPECTED_CORRELATION * together**2)
    value = MIDDLE + SPREAD * sum(weight * level for level, weight in rated) / spread
    return Score(value, len(rated), len(asked))
