"""A roster of four pupils that tests spoil cell by cell."""

import csv
import zipfile
from collections.abc import Callable
from pathlib import Path

from bench.make_roster import make_roster
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.known import NOTHING_KNOWN, KnownState
from welfare.people.roster.reading import Reading, ReadingRules, read_path

PUPIL, SIBLING, OTHER_PUPIL = "p0000000", "p0000001", "p0000002"
GUARDIAN, TEACHER, PRINCIPAL = "g0000000", "t000000", "s000000"
CLASS, SCHOOL, PROVIDER, COUNTY = "k000000", "o999-1", "o999", "o18"

Line = dict[str, str]


class SmallRoster:
    """Rows by file, to be changed and written. One school, one class with a subject group, two families, nine staff."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        make_roster(folder, 4)
        self.rows: dict[str, list[Line]] = {}
        self.headers: dict[str, list[str]] = {}
        for path in sorted(folder.glob("*.csv")):
            with path.open(encoding="utf-8", newline="") as stream:
                reader = csv.DictReader(stream)
                self.rows[path.stem] = list(reader)
                self.headers[path.stem] = list(reader.fieldnames or ())

    def row(self, file: str, source_id: str) -> Line:
        """The row of an id, to look at or to change."""
        return next(row for row in self.rows[file] if row["sourcedId"] == source_id)

    def number(self, file: str, source_id: str) -> int:
        """The number a person sees beside that row in a spreadsheet."""
        return self.rows[file].index(self.row(file, source_id)) + 2

    def change(self, file: str, source_id: str, column: str, value: str) -> None:
        """Put another value into a cell that is there."""
        row = self.row(file, source_id)
        assert column in row
        row[column] = value

    def remove(self, file: str, keep: Callable[[Line], bool]) -> None:
        """Keep only some rows of a file."""
        self.rows[file] = [row for row in self.rows[file] if keep(row)]

    def say(self, name: str, value: str) -> None:
        """Change a line of the manifest."""
        next(row for row in self.rows["manifest"] if row["propertyName"] == name)["value"] = value

    def send_delta(self, **rows: list[Line]) -> None:
        """Make it a delta of these rows alone: every other file is absent."""
        for file in list(self.rows):
            if file == "manifest":
                continue
            self.say(f"file.{file}", "delta" if file in rows else "absent")
            self.rows[file] = rows.get(file, [])

    def write(self) -> Path:
        """Write the folder anew; files that are absent by the manifest are not written."""
        modes = {row["propertyName"]: row["value"] for row in self.rows["manifest"]}
        for file, rows in self.rows.items():
            path = self.folder / f"{file}.csv"
            path.unlink(missing_ok=True)
            if modes.get(f"file.{file}") != "absent":
                with path.open("w", encoding="utf-8", newline="") as stream:
                    writer = csv.DictWriter(stream, self.headers[file], lineterminator="\n")
                    writer.writeheader()
                    writer.writerows(rows)
        return self.folder

    def read(self, known: KnownState = NOTHING_KNOWN) -> Reading:
        """Write the folder and read it."""
        return read_path(self.write(), ReadingRules(), lambda _: known)


def places(reading: Reading) -> list[tuple[ProblemCode, str]]:
    """Every problem as its code and its place."""
    return [(problem.code, problem.place) for problem in reading.problems]


def codes(reading: Reading) -> set[ProblemCode]:
    """Which problems there are."""
    return {problem.code for problem in reading.problems}


def zipped(folder: Path, target: Path, prefix: str = "") -> Path:
    """The folder's files in a ZIP."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, prefix + path.name)
    return target
