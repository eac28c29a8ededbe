"""One thing that is wrong with a roster, and the list of them that one reading gathers."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from welfare.people.roster.codes import FOR_REVIEW, ProblemCode, Severity
from welfare.people.roster.remedies import REMEDY_OF, Remedy
from welfare.people.roster.showing import shown

HEADER_ROW = 1
KEPT_OF_A_KIND = 1000
"""Of one mistake in one column so many rows are kept, the rest are counted: a wrong export must not fill the memory."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake with its place. Row 1 is the header, row 0 means the file as a whole; an empty file name the roster."""

    file: str
    row: int
    column: str
    code: ProblemCode
    value_shown: str = ""

    @property
    def severity(self) -> Severity:
        """Whether it stops the import."""
        return Severity.REVIEW if self.code in FOR_REVIEW else Severity.ERROR

    @property
    def remedy(self) -> Remedy:
        """What the sender should do about it."""
        return REMEDY_OF[self.code]

    @property
    def place(self) -> str:
        """File, row and column as far as they are known, for lists and logs: ``users.csv:12:email``."""
        return ":".join(part for part in (self.file, str(self.row or ""), self.column) if part)


class RosterUnreadableError(Exception):
    """The roster cannot be read at all; carries the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.code.value} {problem.place}".strip())
        self.problem = problem


class ProblemLog:
    """The problems of one reading in the order they were found, bounded for each kind and counted in full."""

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self._counts: Counter[tuple[str, str, ProblemCode]] = Counter()

    def add(self, problem: Problem) -> None:
        """Note one problem; beyond the bound of its kind it is only counted."""
        kind = (problem.file, problem.column, problem.code)
        self._counts[kind] += 1
        if self._counts[kind] <= KEPT_OF_A_KIND:
            self._kept.append(problem)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._kept)

    def __len__(self) -> int:
        return sum(self._counts.values())

    @property
    def unlisted(self) -> int:
        """How many problems were counted without being kept."""
        return len(self) - len(self._kept)

    @property
    def has_errors(self) -> bool:
        """Whether anything here stops the import."""
        return any(code not in FOR_REVIEW for _, _, code in self._counts)

    def of(self, severity: Severity) -> tuple[Problem, ...]:
        """The kept problems of one severity."""
        return tuple(problem for problem in self._kept if problem.severity is severity)

    def count(self, code: ProblemCode) -> int:
        """How many problems of one code there are, kept or not."""
        return sum(number for (_, _, each), number in self._counts.items() if each is code)


class FilePen:
    """Writes problems of one file, at the row it has been set to."""

    __slots__ = ("_log", "file", "row")

    def __init__(self, file: str, log: ProblemLog) -> None:
        self.file = file
        self.row = 0
        self._log = log

    def note(self, code: ProblemCode, column: str = "", value: str = "") -> None:
        """Note a problem in this row; the value is shown only as far as its column allows."""
        self._log.add(Problem(self.file, self.row, column, code, shown(column, value)))

    def note_at(self, row: int, code: ProblemCode, column: str = "", value: str = "") -> None:
        """Note a problem in another row of the same file."""
        self.row = row
        self.note(code, column, value)

    def beside(self, file: str) -> "FilePen":
        """Take a pen for another file, writing to the same log."""
        return FilePen(file, self._log)
