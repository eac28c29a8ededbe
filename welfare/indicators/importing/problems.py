"""What can be wrong with a file of numbers, by row."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

KEPT_OF_A_KIND = 100
LONGEST_SHOWN = 60


class ProblemCode(StrEnum):
    """One member per thing that can be wrong."""

    TOO_LARGE = "too_large"
    EMPTY_FILE = "empty_file"
    NOT_UTF8 = "not_utf8"
    WRONG_SEPARATOR = "wrong_separator"
    MISSING_COLUMN = "missing_column"
    NOT_CSV = "not_csv"
    NOT_JSON = "not_json"
    TOO_MANY_ROWS = "too_many_rows"
    WRONG_NUMBER_OF_CELLS = "wrong_number_of_cells"
    BAD_CODE = "bad_code"
    BAD_YEAR = "bad_year"
    BAD_GROUP = "bad_group"
    DECIMAL_COMMA = "decimal_comma"
    BAD_NUMBER = "bad_number"
    OUT_OF_RANGE = "out_of_range"
    MISSING_N = "missing_n"
    SAME_CELL_TWICE = "same_cell_twice"
    UNKNOWN_INDICATOR = "unknown_indicator"
    UNKNOWN_REGION = "unknown_region"
    UNKNOWN_SCHOOL = "unknown_school"
    NOT_AT_THIS_LEVEL = "not_at_this_level"
    NOT_OF_THIS_UNIT = "not_of_this_unit"
    FOREIGN_COLUMN = "foreign_column"
    IDENTITY_CODE = "identity_code"
    BAD_TERM = "bad_term"
    BAD_CATEGORY = "bad_category"
    BAD_REASON = "bad_reason"
    BAD_GRADE = "bad_grade"
    TWO_PARTS = "two_parts"
    BAD_COUNT = "bad_count"
    HALF_COUNT = "half_count"
    MISSING_ENROLLED = "missing_enrolled"
    MISSING_TOTAL = "missing_total"
    NOT_THE_SUM = "not_the_sum"


LEFT_OUT = frozenset(
    {
        ProblemCode.UNKNOWN_INDICATOR,
        ProblemCode.UNKNOWN_REGION,
        ProblemCode.UNKNOWN_SCHOOL,
        ProblemCode.NOT_AT_THIS_LEVEL,
        ProblemCode.NOT_OF_THIS_UNIT,
    }
)
"""The row is left out; the others may be imported. Everything else is a mistake, and nothing is imported."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing with its place; row 0 is the file as a whole, row 1 its first line."""

    row: int
    code: ProblemCode
    column: str = ""
    shown: str = ""

    @property
    def is_mistake(self) -> bool:
        """Whether it stops the import."""
        return self.code not in LEFT_OUT


class FileProblemError(Exception):
    """The file cannot be read at all; carries the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code.value)
        self.problem = problem


class ProblemLog:
    """What was found, in order; of one kind so many are kept, and all are counted."""

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self._counts: Counter[tuple[ProblemCode, str]] = Counter()

    def note(self, row: int, code: ProblemCode, column: str = "", shown: str = "") -> None:
        """Note one."""
        self._counts[code, column] += 1
        if self._counts[code, column] <= KEPT_OF_A_KIND:
            readable = "".join(sign if sign.isprintable() else "?" for sign in shown[:LONGEST_SHOWN])
            self._kept.append(Problem(row, code, column, readable))

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._kept, key=lambda each: (not each.is_mistake, each.row)))

    def __len__(self) -> int:
        return sum(self._counts.values())

    @property
    def mistakes(self) -> int:
        """How many stop the import."""
        return sum(count for (code, _column), count in self._counts.items() if code not in LEFT_OUT)

    @property
    def left_out(self) -> int:
        """How many rows are left out."""
        return len(self) - self.mistakes

    @property
    def unlisted(self) -> int:
        """How many were counted without being kept."""
        return len(self) - len(self._kept)
