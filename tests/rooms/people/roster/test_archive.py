"""Reading a ZIP: the same as the folder, and nothing that smells of a trap is unpacked."""

import io
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.rooms.people.roster.small import SmallRoster, places, zipped
from welfare.people.roster.archive import open_archive
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.files import Limits
from welfare.people.roster.reading import ReadingRules, read_path, read_roster


@pytest.fixture
def packed(small: SmallRoster, tmp_path: Path) -> Path:
    return zipped(small.write(), tmp_path / "roster.zip")


def found(path: Path, limits: Limits | None = None) -> list[tuple[ProblemCode, str]]:
    return places(read_path(path, ReadingRules(limits=limits) if limits else ReadingRules()))


def repacked(source: Path, target: Path, change: Callable[[zipfile.ZipInfo, bytes], None]) -> Path:
    """The same ZIP with each entry passed through a change of its record."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            change(entry, data)
            new.writestr(entry, data)
    return target


def test_a_zip_gives_the_same_records_as_its_folder(small: SmallRoster, packed: Path) -> None:
    from_folder, from_zip = small.read(), read_path(packed, ReadingRules())
    assert from_zip.is_sound
    assert from_zip.content == from_folder.content


def test_an_uploaded_stream_is_read_like_a_file(packed: Path) -> None:
    with open_archive(io.BytesIO(packed.read_bytes())) as source:
        reading = read_roster(source, ReadingRules())
    assert reading.is_sound
    assert len(reading.content.users.records) == 17


def test_other_entries_are_left_alone(packed: Path) -> None:
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("README.md", "not a roster file")
        archive.writestr("../../users.csv", "an escape")
        archive.writestr("inner.zip", packed.read_bytes())
    assert found(packed) == []


def test_a_packed_folder_is_told_to_be_packed_without_the_folder(small: SmallRoster, tmp_path: Path) -> None:
    path = zipped(small.write(), tmp_path / "folder.zip", prefix="export/")
    assert found(path) == [(ProblemCode.FILES_IN_SUBFOLDER, "")]


def test_a_file_that_packs_too_well_is_refused_without_unpacking(packed: Path, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("manifest.csv", old.read("manifest.csv"))
        new.writestr("users.csv", b"\0" * 100 * 1024**2)
    assert bomb.stat().st_size < 200_000
    before = time.perf_counter()
    assert found(bomb) == [(ProblemCode.TOO_LARGE, "users.csv")]
    assert time.perf_counter() - before < 0.2


def test_unpacked_sizes_are_limited_one_by_one_and_together(packed: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    assert found(packed, Limits(file_bytes=max(sizes.values()), total_bytes=sum(sizes.values()))) == []
    assert found(packed, Limits(file_bytes=max(sizes.values()) - 1)) == [(ProblemCode.TOO_LARGE, "users.csv")]
    assert found(packed, Limits(total_bytes=sum(sizes.values()) - 1)) == [(ProblemCode.TOO_LARGE, "")]


def test_a_size_that_lies_about_its_entry_is_found_out(packed: Path) -> None:
    data = bytearray(packed.read_bytes())
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        name_place = {b"PK\x03\x04": 30, b"PK\x01\x02": 46}[mark]
        at = next(at for at in positions(data, mark) if data[at + name_place : at + name_place + 9] == b"users.csv")
        data[at + place : at + place + 4] = struct.pack("<L", 100)
    packed.write_bytes(data)
    assert (ProblemCode.BAD_ARCHIVE, "users.csv") in found(packed)


def positions(data: bytes | bytearray, mark: bytes) -> list[int]:
    """Everywhere the mark is."""
    return [at for at in range(len(data)) if data.startswith(mark, at)]


def test_a_crowd_of_entries_is_refused_without_reading_its_directory(tmp_path: Path) -> None:
    crowd = tmp_path / "crowd.zip"
    with zipfile.ZipFile(crowd, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"{number}.csv", "")
    before = time.perf_counter()
    assert found(crowd) == [(ProblemCode.TOO_MANY_FILES, "")]
    assert time.perf_counter() - before < 0.2


def test_a_zip64_directory_cannot_hide_behind_a_small_one(packed: Path) -> None:
    data = packed.read_bytes()
    locator = b"PK\x06\x07" + struct.pack("<LQL", 0, 0, 1)
    packed.write_bytes(data[:-22] + locator + data[-22:])
    assert found(packed) == [(ProblemCode.TOO_MANY_FILES, "")]


def test_a_link_in_a_zip_is_refused(packed: Path, tmp_path: Path) -> None:
    def link(entry: zipfile.ZipInfo, _data: bytes) -> None:
        if entry.filename == "users.csv":
            entry.external_attr = 0o120777 << 16

    path = repacked(packed, tmp_path / "link.zip", link)
    assert found(path) == [(ProblemCode.LINK_INSTEAD_OF_FILE, "users.csv")]


def test_a_locked_zip_asks_for_one_without_a_password(packed: Path) -> None:
    data = bytearray(packed.read_bytes())
    for at in positions(data, b"PK\x01\x02"):
        data[at + 8] |= 1
    packed.write_bytes(data)
    assert [code for code, _ in found(packed)] == [ProblemCode.ENCRYPTED_ARCHIVE]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_ways_of_packing_are_refused(small: SmallRoster, tmp_path: Path, method: int) -> None:
    path = tmp_path / "unusual.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        for file in small.write().iterdir():
            archive.write(file, file.name)
    assert [code for code, _ in found(path)] == [ProblemCode.BAD_ARCHIVE]


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_the_same_file_twice_is_refused(packed: Path) -> None:
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("users.csv", "another")
    assert found(packed) == [(ProblemCode.SAME_FILE_TWICE, "users.csv")]


def test_a_truncated_or_foreign_file_is_a_broken_archive(packed: Path, tmp_path: Path) -> None:
    packed.write_bytes(packed.read_bytes()[:-100])
    assert found(packed) == [(ProblemCode.BAD_ARCHIVE, "")]
    (tmp_path / "empty.zip").touch()
    assert found(tmp_path / "empty.zip") == [(ProblemCode.BAD_ARCHIVE, "")]


def test_damage_inside_is_found_while_reading(packed: Path) -> None:
    data = bytearray(packed.read_bytes())
    at = next(at for at in positions(data, b"PK\x03\x04") if data[at + 30 : at + 39] == b"users.csv")
    data[at + 60 : at + 90] = bytes(30)
    packed.write_bytes(data)
    reading = read_path(packed, ReadingRules())
    assert not reading.is_sound
    assert (ProblemCode.BAD_ARCHIVE, "users.csv") in places(reading)


def test_no_single_wrong_byte_crashes_the_reading(packed: Path) -> None:
    sound = packed.read_bytes()
    for step in range(150):
        data = bytearray(sound)
        data[step * 9973 % len(data)] ^= 0x5A
        packed.write_bytes(data)
        read_path(packed, ReadingRules())
