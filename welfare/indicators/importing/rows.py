"""From bytes to rows: the form is known by its first line, and each cell is read or noted."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import IO, Any, NoReturn

from welfare.indicators.importing.problems import FileProblemError, Problem, ProblemCode, ProblemLog
from welfare.rules.indicators import Group

LARGEST = 8 * 1024 * 1024
"""Bytes: all years of one indicator for every municipality take half a megabyte."""
MOST_ROWS = 250_000
LONGEST_LINE, LONGEST_CODE = 4096, 60
FIRST_YEAR, LAST_YEAR = 1990, 2100
NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?")
COMMA_NUMBER = re.compile(r"-?[0-9]{1,12},[0-9]{1,12}")
YEAR = re.compile(r"[12][0-9]{3}")


class FileForm(StrEnum):
    """What kind of file it is."""

    SOTKANET_CSV = "sotkanet_csv"
    SOTKANET_JSON = "sotkanet_json"
    SCHOOL_CSV = "school_csv"


COLUMNS: Mapping[FileForm, tuple[str, ...]] = {
    FileForm.SOTKANET_CSV: ("indicator", "region", "year", "gender", "primary value", "absolute value"),
    FileForm.SOTKANET_JSON: ("indicator", "region", "year", "gender", "value", "absValue"),
    FileForm.SCHOOL_CSV: ("indicator", "school", "year", "group", "value", "n"),
}


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row whose own cells are sound; indicator and place are still the sender's words for them."""

    row: int
    indicator: str
    place: str
    year: int
    group: Group
    value: float | None
    second: float | None
    """The absolute value, or how many answered."""


def read_capped(stream: IO[bytes], largest: int = LARGEST) -> bytes:
    """The whole file, read no further than it may be long. Raises FileProblemError."""
    content = stream.read(largest + 1)
    if len(content) > largest:
        _refuse(ProblemCode.TOO_LARGE)
    return content


def read_rows(content: bytes, log: ProblemLog) -> tuple[FileForm, Sequence[RawRow]]:
    """The rows of a file, with what is wrong noted. Raises FileProblemError when it is none of the known forms."""
    text = _decoded(content)
    if text.lstrip()[:1] in {"[", "{"}:
        return FileForm.SOTKANET_JSON, list(_read(_json_cells(text), FileForm.SOTKANET_JSON, log))
    form, cells = _csv_cells(text, log)
    return form, list(_read(cells, form, log))


def _decoded(content: bytes) -> str:
    """Text, with or without a byte order mark. A file of another encoding is refused, not guessed at."""
    if not content.strip():
        _refuse(ProblemCode.EMPTY_FILE)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse(ProblemCode.NOT_UTF8, content[: error.start].count(b"\n") + 1)


def _csv_cells(text: str, log: ProblemLog) -> tuple[FileForm, Iterator[tuple[int, Sequence[str]]]]:
    first = text.partition("\n")[0].strip("\r")
    header = [name.strip().strip('"').lower() for name in first.split(";")]
    if len(header) == 1 and ("," in first or "\t" in first):
        _refuse(ProblemCode.WRONG_SEPARATOR, 1, shown=first)
    form = FileForm.SCHOOL_CSV if "school" in header else FileForm.SOTKANET_CSV
    for name in COLUMNS[form]:
        if header.count(name) != 1:
            _refuse(ProblemCode.MISSING_COLUMN, 1, name, first)
    places = [header.index(name) for name in COLUMNS[form]]
    return form, _csv_rows(text, len(header), places, log)


def _csv_rows(text: str, width: int, places: Sequence[int], log: ProblemLog) -> Iterator[tuple[int, Sequence[str]]]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    next(lines)
    while True:
        try:
            line = next(lines, None)
        except csv.Error:
            _refuse(ProblemCode.NOT_CSV, lines.line_num)
        if line is None:
            return
        if not any(cell.strip() for cell in line):
            continue
        if len(line) != width:
            log.note(lines.line_num, ProblemCode.WRONG_NUMBER_OF_CELLS, shown=";".join(line))
            continue
        yield lines.line_num, [line[place].strip() for place in places]


def _json_cells(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    try:
        found = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        _refuse(ProblemCode.NOT_JSON, error.lineno)
    except (ValueError, RecursionError):
        _refuse(ProblemCode.NOT_JSON)
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        _refuse(ProblemCode.NOT_JSON)
    for number, each in enumerate(found, start=1):
        yield number, [_cell(each.get(name)) for name in COLUMNS[FileForm.SOTKANET_JSON]]


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    if value is None:
        return ""
    return format(value, ".12g") if isinstance(value, float) else str(value).strip()


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _read(cells: Iterator[tuple[int, Sequence[str]]], form: FileForm, log: ProblemLog) -> Iterator[RawRow]:
    names = COLUMNS[form]
    for count, (row, line) in enumerate(cells, start=1):
        if count > MOST_ROWS:
            _refuse(ProblemCode.TOO_MANY_ROWS, row)
        before = log.mistakes
        indicator, place, year, group, value, second = line
        found = RawRow(
            row=row,
            indicator=_code(row, names[0], indicator, log),
            place=place[:LONGEST_LINE],
            year=_year(row, names[2], year, log),
            group=_group(row, names[3], group, log),
            value=_number(row, names[4], value, log),
            second=_number(row, names[5], second, log),
        )
        if log.mistakes == before:
            yield found


def is_sound_code(text: str) -> bool:
    """Whether a publisher's code or id can be kept as it stands: either database takes it whole, and nobody cuts it."""
    return 0 < len(text) <= LONGEST_CODE and text.isprintable()


def _code(row: int, column: str, text: str, log: ProblemLog) -> str:
    if text and not is_sound_code(text):
        log.note(row, ProblemCode.BAD_CODE, column, text)
    return text


def _year(row: int, column: str, text: str, log: ProblemLog) -> int:
    if YEAR.fullmatch(text) and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    log.note(row, ProblemCode.BAD_YEAR, column, text)
    return 0


def _group(row: int, column: str, text: str, log: ProblemLog) -> Group:
    name = text.lower() or Group.TOTAL.value
    if name in set(Group):
        return Group(name)
    log.note(row, ProblemCode.BAD_GROUP, column, text)
    return Group.TOTAL


def _number(row: int, column: str, text: str, log: ProblemLog) -> float | None:
    """A number, or None for the publisher's blank; never a guess."""
    if not text:
        return None
    if NUMBER.fullmatch(text):
        return float(text)
    code = ProblemCode.DECIMAL_COMMA if COMMA_NUMBER.fullmatch(text) else ProblemCode.BAD_NUMBER
    log.note(row, code, column, text)
    return None


def _refuse(code: ProblemCode, row: int = 0, column: str = "", shown: str = "") -> NoReturn:
    raise FileProblemError(Problem(row, code, column, shown[:LONGEST_LINE]))
