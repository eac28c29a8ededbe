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
from welfare.rules.identity_code import mentions_code
from welfare.rules.indicators import Group

LARGEST = 8 * 1024 * 1024
"""Bytes: all years of one indicator for every municipality take half a megabyte."""
MOST_ROWS = 250_000
LONGEST_LINE, LONGEST_CODE = 4096, 60
FIRST_YEAR, LAST_YEAR = 1990, 2100
NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?")
COMMA_NUMBER = re.compile(r"-?[0-9]{1,12},[0-9]{1,12}")
YEAR = re.compile(r"[12][0-9]{3}")

Cells = Iterator[tuple[int, Sequence[str]]]
"""Each row by its number in the file, with its cells in the order of COLUMNS."""


class FileForm(StrEnum):
    """What kind of file it is."""

    SOTKANET_CSV = "sotkanet_csv"
    SOTKANET_JSON = "sotkanet_json"
    SCHOOL_CSV = "school_csv"
    ABSENCES_CSV = "absences_csv"


COLUMNS: Mapping[FileForm, tuple[str, ...]] = {
    FileForm.SOTKANET_CSV: ("indicator", "region", "year", "gender", "primary value", "absolute value"),
    FileForm.SOTKANET_JSON: ("indicator", "region", "year", "gender", "value", "absValue"),
    FileForm.SCHOOL_CSV: ("indicator", "school", "year", "group", "value", "n"),
    FileForm.ABSENCES_CSV: (
        *("school", "year", "term", "category", "reason", "grade"),
        *("pupils", "hours", "enrolled"),
    ),
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
        refuse(ProblemCode.TOO_LARGE)
    return content


def read_cells(content: bytes, log: ProblemLog) -> tuple[FileForm, Cells]:
    """What kind of file it is, and the cells of each row. Raises FileProblemError for none of the known forms."""
    text = _decoded(content)
    if text.lstrip()[:1] in {"[", "{"}:
        return FileForm.SOTKANET_JSON, _json_cells(text)
    return _csv_cells(text, log)


def read_rows(form: FileForm, cells: Cells, log: ProblemLog) -> Sequence[RawRow]:
    """The rows of a file of values, with what is wrong noted. Raises FileProblemError."""
    return list(_read(counted(cells), form, log))


def counted(cells: Cells) -> Cells:
    """The rows, as long as there are not too many of them. Raises FileProblemError."""
    for count, (row, line) in enumerate(cells, start=1):
        if count > MOST_ROWS:
            refuse(ProblemCode.TOO_MANY_ROWS, row)
        yield row, line


def _decoded(content: bytes) -> str:
    """Text, with or without a byte order mark. A file of another encoding is refused, not guessed at."""
    if not content.strip():
        refuse(ProblemCode.EMPTY_FILE)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        refuse(ProblemCode.NOT_UTF8, content[: error.start].count(b"\n") + 1)


def _csv_cells(text: str, log: ProblemLog) -> tuple[FileForm, Cells]:
    first = text.partition("\n")[0].strip("\r")
    header = [name.strip().strip('"').lower() for name in first.split(";")]
    if len(header) == 1 and ("," in first or "\t" in first):
        refuse(ProblemCode.WRONG_SEPARATOR, 1, shown=first)
    form = _form_of(header)
    for name in COLUMNS[form]:
        if header.count(name) != 1:
            refuse(ProblemCode.MISSING_COLUMN, 1, name, first)
    if form is FileForm.ABSENCES_CSV:
        _check_impersonal(text, header)
    places = [header.index(name) for name in COLUMNS[form]]
    return form, _csv_rows(text, len(header), places, log)


def _check_impersonal(text: str, header: Sequence[str]) -> None:
    """A list of pupils is no file of counts: it is not even kept to be looked at."""
    if len(header) > len(COLUMNS[FileForm.ABSENCES_CSV]):
        refuse(ProblemCode.FOREIGN_COLUMN, 1)
    for row, line in enumerate(text.split("\n"), start=1):
        if mentions_code(line):
            refuse(ProblemCode.IDENTITY_CODE, row)


def _form_of(header: Sequence[str]) -> FileForm:
    if "category" in header:
        return FileForm.ABSENCES_CSV
    return FileForm.SCHOOL_CSV if "school" in header else FileForm.SOTKANET_CSV


def _csv_rows(text: str, width: int, places: Sequence[int], log: ProblemLog) -> Cells:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    next(lines)
    while True:
        try:
            line = next(lines, None)
        except csv.Error:
            refuse(ProblemCode.NOT_CSV, lines.line_num)
        if line is None:
            return
        if not any(cell.strip() for cell in line):
            continue
        if len(line) != width:
            log.note(lines.line_num, ProblemCode.WRONG_NUMBER_OF_CELLS, shown=";".join(line))
            continue
        yield lines.line_num, [line[place].strip() for place in places]


def _json_cells(text: str) -> Cells:
    try:
        found = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        refuse(ProblemCode.NOT_JSON, error.lineno)
    except (ValueError, RecursionError):
        refuse(ProblemCode.NOT_JSON)
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        refuse(ProblemCode.NOT_JSON)
    for number, each in enumerate(found, start=1):
        yield number, [_cell(each.get(name)) for name in COLUMNS[FileForm.SOTKANET_JSON]]


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    if value is None:
        return ""
    return format(value, ".12g") if isinstance(value, float) else str(value).strip()


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _read(cells: Cells, form: FileForm, log: ProblemLog) -> Iterator[RawRow]:
    names = COLUMNS[form]
    for row, line in cells:
        before = log.mistakes
        indicator, place, year, group, value, second = line
        found = RawRow(
            row=row,
            indicator=_code(row, names[0], indicator, log),
            place=place[:LONGEST_LINE],
            year=read_year(row, names[2], year, log),
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


def read_year(row: int, column: str, text: str, log: ProblemLog) -> int:
    """A year of four figures; anything else is noted."""
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


def refuse(code: ProblemCode, row: int = 0, column: str = "", shown: str = "") -> NoReturn:
    """Give up on the whole file. Raises FileProblemError."""
    raise FileProblemError(Problem(row, code, column, shown[:LONGEST_LINE]))
