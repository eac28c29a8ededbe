"""One CSV file as a stream of rows: the columns found by name, every used cell cleaned and bounded, mistakes noted."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import IO, Generic, TypeVar

from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.problems import HEADER_ROW, FilePen

SHORT, LONG = 200, 8000
"""Characters a cell may have: a plain one, and one that holds a list of ids."""
LONGEST_LINE = 1 << 20
UNDECODABLE = re.compile(r"[\ud800-\udfff]")
FORBIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
"""Control characters, line ends, marks that turn the writing direction around, and what was not UTF-8."""

Cells = TypeVar("Cells")
Picker = Callable[[list[str]], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Cells]):
    """Which columns of a file are used, in the order of the named tuple that carries them."""

    make: Callable[[Iterable[str]], Cells]
    columns: tuple[str, ...]
    long_columns: frozenset[str] = frozenset()


class SheetReader(Generic[Cells]):
    """Reads one file once. While it iterates, the pen stands at the row just handed out."""

    def __init__(self, stream: IO[bytes], sheet: Sheet[Cells], pen: FilePen) -> None:
        self.is_whole = True
        """False when reading ended early: then nobody may conclude that a row does not exist."""
        self._stream = stream
        self._sheet = sheet
        self._pen = pen
        self._limits = [LONG if column in sheet.long_columns else SHORT for column in sheet.columns]
        self._has_noted_encoding = False

    def __iter__(self) -> Iterator[Cells]:
        text = io.TextIOWrapper(self._stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
        lines = csv.reader(_bounded_lines(text), strict=True)
        self._pen.row = HEADER_ROW
        try:
            header = [name.strip() for name in next(lines, [])]
            pick = self._picker(header)
            if pick is None:
                self.is_whole = False
                return
            yield from self._rows(lines, len(header), pick)
        except csv.Error:
            self._pen.note_at(self._pen.row + 1, ProblemCode.NOT_CSV)
            self.is_whole = False

    def _rows(self, lines: Iterable[list[str]], width: int, pick: Picker) -> Iterator[Cells]:
        pen, make, strip = self._pen, self._sheet.make, str.strip
        for row, line in enumerate(lines, start=HEADER_ROW + 1):
            pen.row = row
            if not line:
                continue
            if len(line) != width:
                pen.note(ProblemCode.WRONG_NUMBER_OF_CELLS)
                self.is_whole = False
                continue
            cells = tuple(map(strip, pick(line)))
            joined = "".join(cells)
            if not joined.isprintable() or max(map(len, cells)) > SHORT:
                cells = tuple(map(self._cleaned, self._sheet.columns, cells, self._limits))
            if not unicodedata.is_normalized("NFC", joined):
                cells = tuple(unicodedata.normalize("NFC", cell) for cell in cells)
            yield make(cells)

    def _picker(self, header: list[str]) -> Picker | None:
        """Find the used columns; None, with problems noted, when the header does not hold them all once."""
        if (fault := _header_fault(header)) is not None:
            self._pen.note(fault)
            return None
        is_sound = True
        for column in self._sheet.columns:
            if (times := header.count(column)) != 1:
                code = ProblemCode.SAME_COLUMN_TWICE if times else ProblemCode.MISSING_COLUMN
                self._pen.note(code, column)
                is_sound = False
        return itemgetter(*map(header.index, self._sheet.columns)) if is_sound else None

    def _cleaned(self, column: str, cell: str, limit: int) -> str:
        """Note what is wrong with a cell and hand on the rest of it, so that the row's other mistakes are found too."""
        if UNDECODABLE.search(cell):
            self._note_encoding(column)
        elif FORBIDDEN.search(cell):
            self._pen.note(ProblemCode.CONTROL_CHARACTER, column, cell)
        if len(cell) > limit:
            self._pen.note(ProblemCode.TOO_LONG, column, cell)
        return FORBIDDEN.sub("", cell)[:limit]

    def _note_encoding(self, column: str) -> None:
        """Note a wrong encoding once for a file: one remedy cures all its rows."""
        if not self._has_noted_encoding:
            self._pen.note(ProblemCode.NOT_UTF8, column)
            self._has_noted_encoding = True


def _header_fault(header: list[str]) -> ProblemCode | None:
    """What is wrong with the file as a whole, told by its first line."""
    joined = "".join(header)
    if not joined:
        return ProblemCode.EMPTY_FILE
    if UNDECODABLE.search(joined) or "\0" in joined:
        return ProblemCode.NOT_UTF8
    if len(header) == 1 and (";" in joined or "\t" in joined):
        return ProblemCode.NOT_COMMAS
    return None


def _bounded_lines(text: io.TextIOWrapper) -> Iterator[str]:
    """Lines of the text; one endless line raises csv.Error instead of filling the memory."""
    while line := text.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            message = "line too long"
            raise csv.Error(message)
        yield line
