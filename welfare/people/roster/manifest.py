"""The manifest: which files come, how, and in which version of OneRoster."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.content import Mode
from welfare.people.roster.files import RosterSource, Tell, unreadable
from welfare.people.roster.names import MANIFEST, RosterFile
from welfare.people.roster.problems import FilePen, ProblemLog
from welfare.people.roster.tables import Sheet, SheetReader

VERSIONS = {"manifest.version": frozenset({"1.0"}), "oneroster.version": frozenset({"1.1", "1.1.1"})}
NAME, VALUE = "propertyName", "value"


class ManifestCells(NamedTuple):
    """Both cells of manifest.csv."""

    name: str
    value: str


SHEET = Sheet(ManifestCells._make, (NAME, VALUE))


def read_manifest(source: RosterSource, log: ProblemLog, tell: Tell) -> Mapping[RosterFile, Mode | None]:
    """How each file comes; None for one that was announced but is not there, or whose mode makes no sense.

    Raises RosterUnreadableError when there is no manifest: without it nobody knows whether a missing row has ended.
    """
    if MANIFEST not in source.sizes:
        raise unreadable(ProblemCode.MISSING_MANIFEST, MANIFEST)
    pen = FilePen(MANIFEST, log)
    values = dict(_values(source, pen, tell))
    for name, accepted in VERSIONS.items():
        row, value = values.get(name, (0, ""))
        if value not in accepted:
            pen.note_at(row, ProblemCode.UNKNOWN_VERSION, name, value)
    return {file: _mode(file, values, source, pen) for file in RosterFile}


def _values(source: RosterSource, pen: FilePen, tell: Tell) -> Iterator[tuple[str, tuple[int, str]]]:
    with source.open(MANIFEST, tell) as stream:
        for cells in SheetReader(stream, SHEET, pen):
            yield cells.name, (pen.row, cells.value)


def _mode(file: RosterFile, values: Mapping[str, tuple[int, str]], source: RosterSource, pen: FilePen) -> Mode | None:
    row, value = values.get(f"file.{file.value}", (0, ""))
    try:
        mode = Mode(value)
    except ValueError:
        pen.note_at(row, ProblemCode.UNKNOWN_MODE, f"file.{file.value}", value)
        return None
    is_there = file.file_name in source.sizes
    if mode is not Mode.ABSENT and not is_there:
        pen.beside(file.file_name).note(ProblemCode.MISSING_FILE)
        return None
    if mode is Mode.ABSENT and is_there:
        pen.beside(file.file_name).note(ProblemCode.FILE_NOT_ANNOUNCED)
    return mode
