"""Opening a roster that came as a ZIP: the directory is judged before a byte is unpacked."""

import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.files import (
    DEFAULT_LIMITS,
    Limits,
    MeteredReader,
    RosterFolder,
    RosterSource,
    Tell,
    check_sizes,
    unreadable,
)
from welfare.people.roster.names import MANIFEST, READ_NAMES

END_SIZE, END_MARK = 22, b"PK\x05\x06"
ZIP64_LOCATOR_SIZE, ZIP64_LOCATOR_MARK = 20, b"PK\x06\x07"
LONGEST_ENTRY = 1024
"""Bytes one entry of the directory may take, name and extra fields together."""
SMALL_FILE = 1024**2
ENCRYPTED_FLAG = 0x1
BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class UnpackingReader:
    """An entry being unpacked; whatever is broken in it becomes one kind of error."""

    def __init__(self, entry: IO[bytes], name: str) -> None:
        self._entry = entry
        self._name = name

    def close(self) -> None:
        """Close the entry."""
        self._entry.close()

    def read(self, size: int, /) -> bytes:
        """Unpack some bytes. Raises RosterUnreadableError."""
        try:
            return self._entry.read(size)
        except BROKEN as error:
            raise unreadable(ProblemCode.BAD_ARCHIVE, self._name) from error


class RosterArchive:
    """A ZIP with CSV files at its top. Raises RosterUnreadableError for everything that smells of a trap."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive = archive
        entries = _known_entries(archive)
        for name, entry in entries.items():
            _check_entry(name, entry, limits)
        self.sizes: Mapping[str, int] = {name: entry.file_size for name, entry in entries.items()}
        check_sizes(self.sizes, limits)

    def open(self, name: str, tell: Tell) -> IO[bytes]:
        """Open an entry for reading."""
        try:
            entry = self._archive.open(name)
        except BROKEN as error:
            raise unreadable(ProblemCode.BAD_ARCHIVE, name) from error
        return io.BufferedReader(MeteredReader(UnpackingReader(entry, name), name, self.sizes[name], tell), 1 << 16)


@contextmanager
def open_archive(stream: IO[bytes], limits: Limits = DEFAULT_LIMITS) -> Iterator[RosterSource]:
    """Open a seekable stream, such as an uploaded file, as a roster. Raises RosterUnreadableError."""
    _check_directory(stream, limits)
    try:
        archive = zipfile.ZipFile(stream)
    except BROKEN as error:
        raise unreadable(ProblemCode.BAD_ARCHIVE) from error
    with archive:
        yield RosterArchive(archive, limits)


@contextmanager
def open_roster(path: Path, limits: Limits = DEFAULT_LIMITS) -> Iterator[RosterSource]:
    """Open a folder or a ZIP file. Raises RosterUnreadableError when it is neither."""
    if path.is_dir():
        yield RosterFolder(path, limits)
        return
    if not path.is_file():
        raise unreadable(ProblemCode.NOT_A_ROSTER)
    try:
        stream = path.open("rb")
    except OSError as error:
        raise unreadable(ProblemCode.NOT_A_ROSTER) from error
    with stream, open_archive(stream, limits) as archive:
        yield archive


def _check_directory(stream: IO[bytes], limits: Limits) -> None:
    """Look at the end record by hand: the library would first read a directory of any length into memory."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - END_SIZE - ZIP64_LOCATOR_SIZE))
    tail = stream.read(END_SIZE + ZIP64_LOCATOR_SIZE)
    end = tail[-END_SIZE:]
    if len(end) < END_SIZE or not end.startswith(END_MARK) or not end.endswith(b"\0\0"):
        raise unreadable(ProblemCode.BAD_ARCHIVE)
    entries, directory_size = struct.unpack("<HL", end[10:16])
    is_zip64 = tail[:-END_SIZE].startswith(ZIP64_LOCATOR_MARK)
    if is_zip64 or entries > limits.entries or directory_size > limits.entries * LONGEST_ENTRY:
        raise unreadable(ProblemCode.TOO_MANY_FILES)


def _known_entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in archive.infolist():
        if entry.filename in found:
            raise unreadable(ProblemCode.SAME_FILE_TWICE, entry.filename)
        if entry.filename in READ_NAMES:
            found[entry.filename] = entry
    if MANIFEST not in found and any(name.endswith(f"/{MANIFEST}") for name in archive.namelist()):
        raise unreadable(ProblemCode.FILES_IN_SUBFOLDER)
    return found


def _check_entry(name: str, entry: zipfile.ZipInfo, limits: Limits) -> None:
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise unreadable(ProblemCode.LINK_INSTEAD_OF_FILE, name)
    if entry.flag_bits & ENCRYPTED_FLAG:
        raise unreadable(ProblemCode.ENCRYPTED_ARCHIVE, name)
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise unreadable(ProblemCode.BAD_ARCHIVE, name)
    if entry.file_size > SMALL_FILE and entry.file_size > limits.ratio * entry.compress_size:
        raise unreadable(ProblemCode.TOO_LARGE, name)
