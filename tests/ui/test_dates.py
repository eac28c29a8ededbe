"""Days and times are read as people type them."""

from datetime import date, time

import pytest

from welfare.ui.dates import parse_date, parse_time

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("typed", ["1.2.2026", "01.02.2026", " 1.2.2026 ", "1. 2. 2026", "2026-02-01", "1.2.2026."])
def test_a_whole_day_is_read(typed: str) -> None:
    assert parse_date(typed) == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("20.11.", date(2026, 11, 20)), ("3.1", date(2027, 1, 3)), ("29.2.", date(2028, 2, 29))],
)
def test_a_day_without_a_year_is_the_nearest_one(typed: str, meant: date) -> None:
    today = date(2027, 5, 1) if typed == "29.2." else TODAY
    assert parse_date(typed, today=today) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "eilen", "31.2.2026", "1.13.2026", "1.2.26", "2/1/2026", "1.2.0026", "1.2.9999", "٣.2.2026", "1.2.20261"],
)
def test_anything_else_is_no_day(typed: str) -> None:
    with pytest.raises(ValueError, match=r"date|time|year|day|month|hour|minute"):
        parse_date(typed, today=TODAY)


def test_without_a_day_to_count_from_the_year_must_be_written() -> None:
    with pytest.raises(ValueError, match="year"):
        parse_date("1.2.")


def test_a_leap_day_that_no_near_year_has_is_no_day() -> None:
    with pytest.raises(ValueError, match=r"date|time|year|day|month|hour|minute"):
        parse_date("29.2.", today=date(2026, 6, 1))


@pytest.mark.parametrize("typed", ["9.15", "9:15", "09.15", "klo 9.15", "kl. 9.15"])
def test_a_time_is_read(typed: str) -> None:
    assert parse_time(typed) == time(9, 15)


def test_a_bare_hour_is_a_time() -> None:
    assert parse_time("14") == time(14, 0)


@pytest.mark.parametrize("typed", ["", "25", "9.60", "9.1", "puoli yksi", "9.15.30"])
def test_anything_else_is_no_time(typed: str) -> None:
    with pytest.raises(ValueError, match=r"date|time|year|day|month|hour|minute"):
        parse_time(typed)
