"""The manifest decides how each file is understood."""

import pytest

from tests.rooms.people.roster.small import SmallRoster, places
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.reading import ReadingRules, read_path

HEADER_LINES = 2


def test_without_a_manifest_nothing_is_read(small: SmallRoster) -> None:
    (small.write() / "manifest.csv").unlink()
    reading = read_path(small.folder, ReadingRules())
    assert places(reading) == [(ProblemCode.MISSING_MANIFEST, "manifest.csv")]
    assert reading.content.users.records == {}


@pytest.mark.parametrize(("name", "value"), [("oneroster.version", "1.2"), ("manifest.version", "2.0")])
def test_another_version_is_refused_at_its_row(small: SmallRoster, name: str, value: str) -> None:
    small.say(name, value)
    row = [line["propertyName"] for line in small.rows["manifest"]].index(name) + HEADER_LINES
    assert places(small.read()) == [(ProblemCode.UNKNOWN_VERSION, f"manifest.csv:{row}:{name}")]


def test_a_mode_that_is_none_is_refused_and_its_file_not_read(small: SmallRoster) -> None:
    small.say("file.classes", "everything")
    reading = small.read()
    assert [code for code, _ in places(reading)] == [ProblemCode.UNKNOWN_MODE]
    assert reading.content.classes.records == {}


def test_a_file_the_manifest_does_not_mention_is_asked_for(small: SmallRoster) -> None:
    small.rows["manifest"] = [row for row in small.rows["manifest"] if row["propertyName"] != "file.users"]
    assert places(small.read()) == [(ProblemCode.UNKNOWN_MODE, "manifest.csv:file.users")]


def test_a_promised_file_that_is_missing_is_the_only_problem(small: SmallRoster) -> None:
    (small.write() / "users.csv").unlink()
    reading = read_path(small.folder, ReadingRules())
    assert places(reading) == [(ProblemCode.MISSING_FILE, "users.csv")]


def test_a_file_said_to_be_absent_is_not_read_but_listed(small: SmallRoster) -> None:
    folder = small.write()
    text = (folder / "manifest.csv").read_text(encoding="utf-8")
    (folder / "manifest.csv").write_text(text.replace("demographics,bulk", "demographics,absent"), encoding="utf-8")
    reading = read_path(folder, ReadingRules())
    assert places(reading) == [(ProblemCode.FILE_NOT_ANNOUNCED, "demographics.csv")]
    assert reading.is_sound
    assert reading.content.demographics.records == {}
