from datetime import date

import pytest

from welfare.rules.series import MOST, SeriesTooLongError, days_of_series

THURSDAY = date(2026, 11, 26)
CHRISTMAS_EVE = date(2026, 12, 24)


def test_every_second_thursday_to_the_end_of_the_period() -> None:
    found = days_of_series(THURSDAY, 2, date(2026, 12, 31), lambda _day: True)
    assert found == [THURSDAY, date(2026, 12, 10), CHRISTMAS_EVE]


def test_days_on_which_the_school_is_closed_are_left_out() -> None:
    found = days_of_series(THURSDAY, 2, date(2027, 1, 7), lambda day: day != CHRISTMAS_EVE)
    assert found == [THURSDAY, date(2026, 12, 10), date(2027, 1, 7)]


def test_the_day_that_was_chosen_stays_even_when_the_school_is_closed() -> None:
    assert days_of_series(CHRISTMAS_EVE, 1, CHRISTMAS_EVE, lambda _day: False) == [CHRISTMAS_EVE]


def test_a_series_has_its_limit() -> None:
    with pytest.raises(SeriesTooLongError):
        days_of_series(THURSDAY, 1, date(2027, 12, 31), lambda _day: True)
    assert len(days_of_series(THURSDAY, 1, date(2027, 8, 26), lambda _day: True)) <= MOST
