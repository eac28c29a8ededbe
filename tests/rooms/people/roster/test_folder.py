"""Reading a folder: only its own regular files, under a size, whatever else lies there."""

import os
from pathlib import Path

import pytest

from tests.rooms.people.roster.small import SmallRoster, codes, places
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.files import Limits, RosterFolder
from welfare.people.roster.problems import RosterUnreadableError
from welfare.people.roster.reading import ReadingRules, read_path


def quietly(_count: int) -> None:
    """Take no notice of progress."""


def test_other_files_in_the_folder_are_left_alone(small: SmallRoster) -> None:
    (small.folder / "README.md").write_text("not a roster file")
    (small.folder / "lineItems.csv").write_bytes(b"\xff\xfe rubbish")
    assert places(small.read()) == []


@pytest.mark.parametrize("name", ["nothing-here", "a-file.txt"])
def test_what_is_neither_folder_nor_zip_is_a_problem_and_no_crash(tmp_path: Path, name: str) -> None:
    (tmp_path / "a-file.txt").write_text("hello")
    reading = read_path(tmp_path / name, ReadingRules())
    assert codes(reading) <= {ProblemCode.NOT_A_ROSTER, ProblemCode.BAD_ARCHIVE}
    assert not reading.is_sound


def test_an_empty_folder_lacks_its_manifest(tmp_path: Path) -> None:
    assert places(read_path(tmp_path, ReadingRules())) == [(ProblemCode.MISSING_MANIFEST, "manifest.csv")]


def test_a_link_is_not_followed(small: SmallRoster, tmp_path: Path) -> None:
    folder = small.write()
    (folder / "users.csv").rename(tmp_path / "elsewhere.csv")
    (folder / "users.csv").symlink_to(tmp_path / "elsewhere.csv")
    assert places(read_path(folder, ReadingRules())) == [(ProblemCode.LINK_INSTEAD_OF_FILE, "users.csv")]


def test_a_pipe_does_not_hang_the_import(small: SmallRoster) -> None:
    folder = small.write()
    (folder / "users.csv").unlink()
    os.mkfifo(folder / "users.csv")
    assert places(read_path(folder, ReadingRules())) == [(ProblemCode.LINK_INSTEAD_OF_FILE, "users.csv")]


def test_a_link_put_there_after_the_look_is_not_followed_either(small: SmallRoster, tmp_path: Path) -> None:
    source = RosterFolder(small.write())
    (small.folder / "users.csv").rename(tmp_path / "elsewhere.csv")
    (small.folder / "users.csv").symlink_to(tmp_path / "elsewhere.csv")
    with pytest.raises(RosterUnreadableError, match=r"link_instead_of_file users\.csv"):
        source.open("users.csv", quietly)


def test_a_file_over_the_limit_is_refused_before_it_is_read(small: SmallRoster) -> None:
    size = (small.write() / "users.csv").stat().st_size
    rules = ReadingRules(limits=Limits(file_bytes=size))
    assert places(read_path(small.folder, rules)) == []
    rules = ReadingRules(limits=Limits(file_bytes=size - 1))
    assert places(read_path(small.folder, rules)) == [(ProblemCode.TOO_LARGE, "users.csv")]


def test_all_files_together_have_a_limit_too(small: SmallRoster) -> None:
    total = sum(path.stat().st_size for path in small.write().iterdir())
    assert places(read_path(small.folder, ReadingRules(limits=Limits(total_bytes=total)))) == []
    assert places(read_path(small.folder, ReadingRules(limits=Limits(total_bytes=total - 1)))) == [
        (ProblemCode.TOO_LARGE, "")
    ]


def test_a_file_that_grows_while_it_is_read_is_refused(small: SmallRoster) -> None:
    source = RosterFolder(small.write())
    with (small.folder / "users.csv").open("a", encoding="utf-8") as stream:
        stream.write("x" * 1000)
    with (
        source.open("users.csv", quietly) as stream,
        pytest.raises(RosterUnreadableError, match=r"too_large users\.csv"),
    ):
        stream.read()
