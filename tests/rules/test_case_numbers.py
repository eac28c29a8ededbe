import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare.rules.case_numbers import (
    CaseNumber,
    CaseNumberError,
    is_abbreviation,
    read_case_number,
    school_year_label,
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (CaseNumber(2026, "KOI", 14), "2026–27/KOI/014"),
        (CaseNumber(2026, "ÅBO", 1000), "2026–27/ÅBO/1000"),
        (CaseNumber(2099, "K2", 1), "2099–00/K2/001"),
    ],
)
def test_a_case_number_is_printed_as_school_year_school_and_running_number(number: CaseNumber, text: str) -> None:
    assert str(number) == text


def test_a_school_year_is_called_by_both_its_years() -> None:
    assert school_year_label(2026) == "2026–27"


@pytest.mark.parametrize("typed", ["2026–27/KOI/014", "2026-27/koi/014", " 2026-27/KOI/0014 "])
def test_a_case_number_reads_back_however_it_is_typed(typed: str) -> None:
    assert read_case_number(typed) == CaseNumber(2026, "KOI", 14)


@pytest.mark.parametrize(
    "text", ["", "KOI/014", "2026–28/KOI/014", "2026–27/K/014", "2026–27/KOI/14", "2026–27/KOI/000", "2026–27/KOI/٠١٤"]
)
def test_anything_else_is_no_case_number(text: str) -> None:
    with pytest.raises(CaseNumberError):
        read_case_number(text)


@pytest.mark.parametrize(("year", "school", "running"), [(1999, "KOI", 1), (2026, "koi", 1), (2026, "KOI", 0)])
def test_parts_that_make_no_number_are_refused(year: int, school: str, running: int) -> None:
    with pytest.raises(CaseNumberError):
        CaseNumber(year, school, running)


@pytest.mark.parametrize(
    ("text", "is_one"), [("KOI", True), ("Å2", True), ("koi", False), ("K", False), ("K/I", False)]
)
def test_a_schools_abbreviation_is_two_to_six_capitals_or_digits(text: str, *, is_one: bool) -> None:
    assert is_abbreviation(text) is is_one


@given(st.integers(2000, 2099), st.from_regex(r"[A-ZÅÄÖ0-9]{2,6}", fullmatch=True), st.integers(1, 999_999))
def test_every_number_reads_back_from_print(year: int, school: str, running: int) -> None:
    number = CaseNumber(year, school, running)

    assert read_case_number(str(number)) == number
