"""Filling the content of a roster, one file after another: ids of their own, deletions, and records for the rest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from welfare.people.roster.cells import CellReader
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.content import FileContent, Mode
from welfare.people.roster.files import RosterSource, Tell
from welfare.people.roster.names import RosterFile
from welfare.people.roster.problems import FilePen, ProblemLog
from welfare.people.roster.records import Record
from welfare.people.roster.tables import Sheet, SheetReader

DELETED, ACTIVE = "tobedeleted", "active"


class RowCells(Protocol):
    """What the cells of every file but the manifest begin with."""

    @property
    def source_id(self) -> str:
        """The sender's id of the row."""

    @property
    def status(self) -> str:
        """Blank in bulk; active or tobedeleted in delta."""


Cells = TypeVar("Cells", bound=RowCells)
Kind = TypeVar("Kind", bound=Record)
Parse = Callable[[Cells, CellReader], Kind | None]


@dataclass(frozen=True, slots=True)
class RosterFiller:
    """The files of one roster, read one after another into their contents."""

    source: RosterSource
    modes: Mapping[RosterFile, Mode | None]
    log: ProblemLog
    tell: Tell

    def read(
        self, file: RosterFile, content: FileContent[Kind], sheet: Sheet[Cells], parse: Parse[Cells, Kind]
    ) -> None:
        """Read one file into its content."""
        mode = self.modes[file]
        content.is_whole = mode is not None
        if mode is None or mode is Mode.ABSENT:
            return
        content.mode = mode
        cell_reader = CellReader(FilePen(file.file_name, self.log))
        with self.source.open(file.file_name, self.tell) as stream:
            sheet_reader = SheetReader(stream, sheet, cell_reader.pen)
            for cells in sheet_reader:
                if _is_in_force(content, cells, cell_reader.pen):
                    _take(content, cells.source_id, parse(cells, cell_reader))
        content.is_whole = sheet_reader.is_whole


def _is_in_force(content: FileContent[Kind], cells: RowCells, pen: FilePen) -> bool:
    """Whether a row is to become a record: it has an id of its own and is not marked as deleted."""
    source_id = cells.source_id
    if not source_id:
        pen.note(ProblemCode.BLANK, "sourcedId")
        return False
    if content.has_seen(source_id):
        pen.note(ProblemCode.SAME_ID_TWICE, "sourcedId", source_id)
        return False
    if "," in source_id:
        pen.note(ProblemCode.BAD_ID, "sourcedId", source_id)
    if _is_deleted(content.mode, cells.status, pen):
        content.deleted[source_id] = pen.row
        return False
    return True


def _is_deleted(mode: Mode, status: str, pen: FilePen) -> bool:
    """Whether a delta row says that its record is gone. In bulk a row that is there is in force."""
    if status == DELETED:
        if mode is Mode.BULK:
            pen.note(ProblemCode.DELETED_IN_BULK, "status", status)
        return mode is Mode.DELTA
    if status != ACTIVE and (status or mode is Mode.DELTA):
        pen.note(ProblemCode.BAD_CHOICE if status else ProblemCode.BLANK, "status", status)
    return False


def _take(content: FileContent[Kind], source_id: str, record: Kind | None) -> None:
    if record is None:
        content.broken.add(source_id)
    else:
        content.records[source_id] = record
