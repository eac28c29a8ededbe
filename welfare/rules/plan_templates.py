"""Templates of a plan: what a provider offers to begin from. A template knows no student, and says nothing for one.

The student's own words are never a template's to give (OHL 18 § 1; rule 36), and neither are the guardian's: a template
asks, the writer answers. A goal in it is an example with its five levels and measures, to be made the student's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from welfare.rules.goal_scaling import Level
from welfare.rules.plans import MEASURES, PlanPart

TEMPLATE_PARTS: Final = (
    PlanPart.STRENGTHS,
    PlanPart.NEED,
    PlanPart.PROFESSIONAL_VIEW,
    PlanPart.RHYTHM,
    PlanPart.PARTNERS,
    PlanPart.DURATION,
)
"""The sections that a template may begin with headings and questions."""
SHORT_PARTS: Final = frozenset({PlanPart.RHYTHM, PlanPart.DURATION})
"""Those of one line."""
MOST_EXAMPLES, LONGEST_LINE = 3, 300


class ExampleFault(StrEnum):
    """What is wrong with lines that should be an example of a goal."""

    UNEVEN = "uneven"
    FEW = "few"
    MANY = "many"
    LONG = "long"


class ExampleError(ValueError):
    """The lines do not make an example; a fault of one line names it."""

    def __init__(self, fault: ExampleFault, line: int = 0) -> None:
        super().__init__(fault.value)
        self.fault, self.line = fault, line


@dataclass(frozen=True, slots=True)
class ExampleGoal:
    """A goal as an example, in one language. ``levels`` go from much less than expected to much more."""

    title: str
    levels: tuple[str, ...]
    measures: tuple[str, ...]


def read_example(fi: str, sv: str) -> tuple[ExampleGoal, ExampleGoal] | None:
    """An example of a goal written one line a thing in both languages; None where nothing is. Raises ExampleError.

    The first line is the goal, the next five its levels from -2 to +2, and what follows are measures.
    """
    finnish, swedish = lines_of(fi), lines_of(sv)
    if not finnish and not swedish:
        return None
    if len(finnish) != len(swedish):
        raise ExampleError(ExampleFault.UNEVEN)
    if len(finnish) <= len(Level):
        raise ExampleError(ExampleFault.FEW)
    if len(finnish) > 1 + len(Level) + MEASURES:
        raise ExampleError(ExampleFault.MANY)
    for number, pair in enumerate(zip(finnish, swedish, strict=True), start=1):
        if max(map(len, pair)) > LONGEST_LINE:
            raise ExampleError(ExampleFault.LONG, number)
    return example_of(finnish), example_of(swedish)


def example_of(lines: Sequence[str]) -> ExampleGoal:
    """The lines of one language as a goal."""
    first = 1 + len(Level)
    return ExampleGoal(lines[0], tuple(lines[1:first]), tuple(lines[first:]))


def lines_of(text: str) -> list[str]:
    """The lines that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]
