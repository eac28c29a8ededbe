from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare.rules.ages import NotYetBornError, age_on, comes_of_age_on, is_minor

BIRTHS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (date(2012, 5, 14), date(2012, 5, 14), 0),
        (date(2012, 5, 14), date(2026, 5, 13), 13),
        (date(2012, 5, 14), date(2026, 5, 14), 14),
        (date(2012, 2, 29), date(2026, 2, 27), 13),
        (date(2012, 2, 29), date(2026, 2, 28), 14),
        (date(2012, 2, 29), date(2028, 2, 28), 15),
        (date(2012, 2, 29), date(2028, 2, 29), 16),
    ],
)
def test_age_is_counted_in_completed_years(born: date, on: date, age: int) -> None:
    assert age_on(born, on) == age


@pytest.mark.parametrize(
    ("born", "adult_from"),
    [
        (date(2008, 11, 23), date(2026, 11, 23)),
        (date(2008, 12, 31), date(2026, 12, 31)),
        (date(2008, 2, 29), date(2026, 2, 28)),
    ],
)
def test_coming_of_age_is_the_eighteenth_birthday_from_its_beginning(born: date, adult_from: date) -> None:
    assert comes_of_age_on(born) == adult_from
    assert is_minor(born, adult_from - timedelta(days=1))
    assert not is_minor(born, adult_from)


def test_nobody_has_an_age_before_being_born() -> None:
    with pytest.raises(NotYetBornError):
        age_on(date(2026, 1, 2), date(2026, 1, 1))


@given(BIRTHS)
def test_everyone_turns_eighteen_on_the_day_of_coming_of_age(born: date) -> None:
    day = comes_of_age_on(born)

    assert age_on(born, day) == 18
    assert age_on(born, day - timedelta(days=1)) == 17


@given(BIRTHS, st.integers(0, 40_000))
def test_nobody_grows_younger(born: date, days: int) -> None:
    later = born + timedelta(days=days)

    assert 0 <= age_on(born, later) <= age_on(born, later + timedelta(days=1)) <= age_on(born, later) + 1
