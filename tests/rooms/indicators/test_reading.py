"""A file is read to its last row or refused with the row that is wrong; nothing is guessed."""

import io
from collections.abc import Callable, Sequence

import pytest

from tests.rooms.indicators.files import REGIONS, Endless, schools, sotkanet
from welfare.indicators.importing.problems import FileProblemError, ProblemCode, ProblemLog
from welfare.indicators.importing.regions import read_regions, shipped_regions, shipped_titles
from welfare.indicators.importing.rows import FileForm, RawRow, read_capped, read_cells, read_rows
from welfare.rules.indicators import Group, Level

ROW = "90001;658;2023;total;7.9;9210"


def read(content: bytes, log: ProblemLog) -> tuple[FileForm, Sequence[RawRow]]:
    form, cells = read_cells(content, log)
    return form, read_rows(form, cells, log)


def test_the_published_csv_is_read_with_its_blanks() -> None:
    log = ProblemLog()
    form, rows = read(sotkanet(ROW, "90001;658;2021;female;;"), log)
    assert form is FileForm.SOTKANET_CSV
    assert rows == [
        RawRow(2, "90001", "658", 2023, Group.TOTAL, 7.9, 9210.0),
        RawRow(3, "90001", "658", 2021, Group.GIRLS, None, None),
    ]
    assert len(log) == 0


def test_the_published_json_is_read_as_well() -> None:
    text = '[{"indicator": 90001, "region": 658, "year": 2023, "gender": "total", "value": 7.9, "absValue": null}]'
    form, rows = read(text.encode(), ProblemLog())
    assert form is FileForm.SOTKANET_JSON
    assert rows == [RawRow(1, "90001", "658", 2023, Group.TOTAL, 7.9, None)]


def test_a_byte_order_mark_and_the_line_ends_of_another_system_change_nothing() -> None:
    plain = read(sotkanet(ROW), ProblemLog())
    assert read(b"\xef\xbb\xbf" + sotkanet(ROW).replace(b"\n", b"\r\n"), ProblemLog()) == plain


def test_the_houses_own_form_for_schools_is_known_by_its_first_line() -> None:
    form, rows = read(schools("bullied-weekly-8-9;Koivurannan koulu;2025;total;7.4;118"), ProblemLog())
    assert form is FileForm.SCHOOL_CSV
    assert rows[0].second == 118.0


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("90001;658;2023;total;7,9;9210", ProblemCode.DECIMAL_COMMA, "primary value"),
        ("90001;658;;total;7.9;9210", ProblemCode.BAD_YEAR, "year"),
        ("90001;658;23;total;7.9;9210", ProblemCode.BAD_YEAR, "year"),
        ("90001;658;2023;all;7.9;9210", ProblemCode.BAD_GROUP, "gender"),
        ("90001;658;2023;total;nan;9210", ProblemCode.BAD_NUMBER, "primary value"),
        ("90001;658;2023;total;1e9;9210", ProblemCode.BAD_NUMBER, "primary value"),
        ("90001;658;2023;total;7.9", ProblemCode.WRONG_NUMBER_OF_CELLS, ""),
        ("90001;658;2023;total;7.9;;", ProblemCode.WRONG_NUMBER_OF_CELLS, ""),
    ],
)
def test_a_mistake_is_told_with_its_row_and_column_and_the_other_rows_are_read(
    row: str, code: ProblemCode, column: str
) -> None:
    log = ProblemLog()
    _form, rows = read(sotkanet(ROW, row, ROW), log)
    assert [(each.row, each.code, each.column) for each in log] == [(3, code, column)]
    assert [each.row for each in rows] == [2, 4]
    assert log.mistakes == 1


@pytest.mark.parametrize(
    ("content", "code", "row"),
    [
        (b"", ProblemCode.EMPTY_FILE, 0),
        (b" \n ", ProblemCode.EMPTY_FILE, 0),
        (sotkanet(ROW) + "90001;Närpiö;2023;total;7.9;1\n".encode("cp1252"), ProblemCode.NOT_UTF8, 3),
        (sotkanet(ROW).replace(b";", b","), ProblemCode.WRONG_SEPARATOR, 1),
        (sotkanet(ROW).replace(b";", b"\t"), ProblemCode.WRONG_SEPARATOR, 1),
        (sotkanet(ROW).replace(b"year", b"vuosi"), ProblemCode.MISSING_COLUMN, 1),
        (sotkanet(ROW, '90001;"658;2023;total;7.9;1'), ProblemCode.NOT_CSV, 3),
        (b'[{"indicator": 1}', ProblemCode.NOT_JSON, 1),
        (b'[{"indicator": NaN}]', ProblemCode.NOT_JSON, 0),
        (b'{"indicator": 1}', ProblemCode.NOT_JSON, 0),
        (b"[" * 100_000, ProblemCode.NOT_JSON, 0),
    ],
)
def test_a_file_that_is_no_such_file_is_refused_with_the_row_that_shows_it(
    content: bytes, code: ProblemCode, row: int
) -> None:
    with pytest.raises(FileProblemError) as raised:
        read(content, ProblemLog())
    assert (raised.value.problem.code, raised.value.problem.row) == (code, row)


def test_a_file_of_a_hundred_megabytes_is_read_no_further_than_it_may_be_long() -> None:
    stream = Endless()
    with pytest.raises(FileProblemError) as raised:
        read_capped(stream, 1024)  # type: ignore[arg-type]  # it reads, and that is all
    assert raised.value.problem.code is ProblemCode.TOO_LARGE
    assert stream.taken == 1025
    assert read_capped(io.BytesIO(b"0" * 1024), 1024) == b"0" * 1024


def test_of_one_mistake_only_so_many_rows_are_listed_and_all_are_counted() -> None:
    log = ProblemLog()
    read(sotkanet(*["90001;658;;total;7.9;1"] * 250), log)
    assert (log.mistakes, len(list(log)), log.unlisted) == (250, 100, 150)


def test_two_generations_of_region_ids_lead_to_the_same_county() -> None:
    known = shipped_regions()
    assert known["658"] == (Level.COUNTRY, "FI")
    assert known["964"] == known["884"] == shipped_titles()["mellersta österbottens välfärdsområde"]
    assert known["971"] == known["891"] != known["964"]


def test_the_publishers_list_of_regions_is_resolved_by_category_and_title() -> None:
    found = read_regions(REGIONS)
    assert found["77001"] == (Level.MUNICIPALITY, "272")
    assert found["77002"] == found["77003"] == shipped_regions()["964"]
    assert "77004" not in found


@pytest.mark.parametrize(
    "spoil", [lambda text: text[:-1], lambda _text: b"{}", lambda text: text.decode().encode("utf-16")]
)
def test_a_spoilt_list_of_regions_is_refused(spoil: Callable[[bytes], bytes]) -> None:
    with pytest.raises(FileProblemError):
        read_regions(spoil(REGIONS))
