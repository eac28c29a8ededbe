"""One CSV file: encodings, columns, quotes and the characters nobody can see."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.rooms.people.roster.small import GUARDIAN, PUPIL, SCHOOL, SmallRoster, codes, places
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.reading import Reading, ReadingRules, read_path

ROW_OF_SCHOOL = 4


def reread(small: SmallRoster, name: str, change: Callable[[bytes], bytes]) -> Reading:
    """The roster with the bytes of one file changed."""
    path = small.write() / name
    path.write_bytes(change(path.read_bytes()))
    return read_path(small.folder, ReadingRules())


def test_a_byte_order_mark_changes_nothing(small: SmallRoster) -> None:
    plain = small.read()
    marked = reread(small, "users.csv", lambda data: b"\xef\xbb\xbf" + data)
    assert marked.is_sound
    assert marked.content == plain.content


def test_windows_line_ends_and_blank_lines_change_nothing_but_row_numbers(small: SmallRoster) -> None:
    reading = reread(small, "orgs.csv", lambda data: data.replace(b"\n", b"\r\n") + b"\r\n\r\n")
    assert places(reading) == []


def test_columns_are_found_by_name_wherever_they_are(small: SmallRoster) -> None:
    for row in small.rows["orgs"]:
        row["metadata.extra"] = "unused"
    small.headers["orgs"] = [*reversed(small.headers["orgs"]), "metadata.extra"]
    reading = small.read()
    assert places(reading) == []
    assert reading.content.orgs.records[SCHOOL].name == "Koulu 1"


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_another_encoding_is_one_problem_with_its_row_and_column(small: SmallRoster, encoding: str) -> None:
    small.change("orgs", SCHOOL, "name", "Slättfors skola")
    reading = reread(small, "orgs.csv", lambda data: data.decode().replace("–", "-").encode(encoding))
    assert (ProblemCode.NOT_UTF8, "orgs.csv:3:name") in places(reading)
    assert [code for code, _ in places(reading)].count(ProblemCode.NOT_UTF8) == 1


def test_utf_16_is_told_from_the_first_line(small: SmallRoster) -> None:
    reading = reread(small, "users.csv", lambda data: data.decode().encode("utf-16"))
    assert places(reading) == [(ProblemCode.NOT_UTF8, "users.csv:1")]


@pytest.mark.parametrize("separator", [b";", b"\t"])
def test_semicolons_or_tabs_are_named_as_such(small: SmallRoster, separator: bytes) -> None:
    reading = reread(small, "courses.csv", lambda data: data.replace(b",", separator))
    assert places(reading)[0] == (ProblemCode.NOT_COMMAS, "courses.csv:1")


@pytest.mark.parametrize("content", [b"", b"\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told_to_be_empty(small: SmallRoster, content: bytes) -> None:
    assert places(reread(small, "demographics.csv", lambda _: content)) == [
        (ProblemCode.EMPTY_FILE, "demographics.csv:1")
    ]


def test_missing_and_doubled_columns_are_named(small: SmallRoster) -> None:
    reading = reread(
        small,
        "users.csv",
        lambda data: data.replace(b"metadata.addressRestricted", b"restricted", 1).replace(b"middleName", b"email", 1),
    )
    assert places(reading) == [
        (ProblemCode.MISSING_COLUMN, "users.csv:1:middleName"),
        (ProblemCode.SAME_COLUMN_TWICE, "users.csv:1:email"),
        (ProblemCode.MISSING_COLUMN, "users.csv:1:metadata.addressRestricted"),
    ]


def test_a_row_with_too_few_or_too_many_cells_is_named_and_the_rest_is_read(small: SmallRoster) -> None:
    reading = reread(small, "orgs.csv", lambda data: data + b"o999-9,,,short\n" + b"," * 7 + b"\n")
    assert places(reading) == [
        (ProblemCode.WRONG_NUMBER_OF_CELLS, "orgs.csv:5"),
        (ProblemCode.WRONG_NUMBER_OF_CELLS, "orgs.csv:6"),
    ]
    assert SCHOOL in reading.content.orgs.records


def test_quoted_cells_may_hold_commas_and_quotes(small: SmallRoster) -> None:
    small.change("orgs", SCHOOL, "name", 'Koulu "Onni", Lakeus')
    assert small.read().content.orgs.records[SCHOOL].name == 'Koulu "Onni", Lakeus'


@pytest.mark.parametrize(
    "line", [b'o999-9,,,"never closed,school,1,o999\n', b'o999-9,,,"closed"too early,school,1,o999\n']
)
def test_a_broken_quote_is_a_problem_at_its_row(small: SmallRoster, line: bytes) -> None:
    reading = reread(small, "orgs.csv", lambda data: data + line)
    assert places(reading) == [(ProblemCode.NOT_CSV, "orgs.csv:5")]


def test_an_endless_line_does_not_fill_the_memory(small: SmallRoster) -> None:
    reading = reread(small, "orgs.csv", lambda data: data + b"x" * 3_000_000)
    assert places(reading) == [(ProblemCode.NOT_CSV, "orgs.csv:5")]


@pytest.mark.parametrize(
    "character",
    ["\0", "\a", "\x1b", "\x85", "\u202e", "\u2066", "\u2028", "\ufeff"],
    ids=["NUL", "bell", "escape", "next line", "right-to-left override", "isolate", "line separator", "mark"],
)
def test_a_character_nobody_can_see_is_refused_at_its_cell(small: SmallRoster, character: str) -> None:
    small.change("orgs", SCHOOL, "name", f"Kou{character}lu")
    assert places(small.read()) == [(ProblemCode.CONTROL_CHARACTER, f"orgs.csv:{ROW_OF_SCHOOL}:name")]


def test_a_line_break_within_a_cell_is_refused(small: SmallRoster) -> None:
    small.change("users", PUPIL, "metadata.streetAddress", "Keksitynkatu 1\nC 2")
    row = small.number("users", PUPIL)
    assert places(small.read()) == [(ProblemCode.CONTROL_CHARACTER, f"users.csv:{row}:metadata.streetAddress")]


@pytest.mark.parametrize("name", ["فاطمة", "Zoë-Åsa O’Hara", "Наталія", "ஸ்ரீ", "\u0645\u06cc\u200c\u062e\u0648"])
def test_names_of_every_script_are_names(small: SmallRoster, name: str) -> None:
    small.change("users", PUPIL, "givenName", name)
    reading = small.read()
    assert places(reading) == []
    assert reading.content.users.records[PUPIL].given_name == name


def test_letters_in_two_parts_are_joined(small: SmallRoster) -> None:
    small.change("users", PUPIL, "familyName", "Ma\u0308ki")
    assert small.read().content.users.records[PUPIL].family_name == "Mäki"


def test_spaces_around_a_cell_mean_nothing(small: SmallRoster) -> None:
    small.change("users", PUPIL, "familyName", "  Mäki\u00a0")
    assert small.read().content.users.records[PUPIL].family_name == "Mäki"


def test_a_text_that_is_too_long_is_refused_and_one_that_fits_is_not(small: SmallRoster) -> None:
    small.change("orgs", SCHOOL, "name", "k" * 200)
    assert places(small.read()) == []
    small.change("orgs", SCHOOL, "name", "k" * 201)
    assert places(small.read()) == [(ProblemCode.TOO_LONG, f"orgs.csv:{ROW_OF_SCHOOL}:name")]


def test_a_list_of_ids_may_be_longer_than_a_text(small: SmallRoster) -> None:
    small.change("users", GUARDIAN, "orgSourcedIds", ",".join([SCHOOL] * 100))
    reading = small.read()
    assert codes(reading) == set()
    assert reading.content.users.records[GUARDIAN].org_ids == (SCHOOL,)


def test_unused_columns_may_hold_anything(small: SmallRoster) -> None:
    small.change("users", PUPIL, "password", "x" * 5000 + "\0")
    small.change("demographics", PUPIL, "sex", "\u202e?")
    assert places(small.read()) == []


def test_a_folder_of_bare_headers_is_an_empty_roster(small: SmallRoster, tmp_path: Path) -> None:
    for file in list(small.rows):
        if file != "manifest":
            small.rows[file] = []
    assert places(small.read()) == []
    assert tmp_path.exists()


@pytest.mark.parametrize("name", ["manifest.csv", "orgs.csv", "classes.csv", "users.csv", "enrollments.csv"])
def test_no_damage_to_a_file_crashes_the_reading(small: SmallRoster, name: str) -> None:
    sound = (small.write() / name).read_bytes()
    for step in range(60):
        data = bytearray(sound)
        at = step * 7919 % len(data)
        data[at : at + step % 4] = bytes((step * 37 % 256, 0x22, 0x2C))[: 1 + step % 3]
        (small.folder / name).write_bytes(data)
        read_path(small.folder, ReadingRules())
