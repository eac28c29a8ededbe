"""Two terms a school year, without a gap and without a choice of days."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from welfare.rules.school_years import school_year_of
from welfare.rules.terms import SchoolTerm, Season, latest_terms, term_in, term_of, terms_of_year


@pytest.mark.parametrize(
    ("day", "season", "first", "last"),
    [
        (date(2026, 8, 1), Season.AUTUMN, date(2026, 8, 1), date(2026, 12, 31)),
        (date(2026, 12, 31), Season.AUTUMN, date(2026, 8, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), Season.SPRING, date(2027, 1, 1), date(2027, 7, 31)),
        (date(2027, 7, 31), Season.SPRING, date(2027, 1, 1), date(2027, 7, 31)),
    ],
)
def test_every_day_is_of_one_term(day: date, season: Season, first: date, last: date) -> None:
    term = term_of(day)
    assert (term.season, term.starts_on, term.ends_on) == (season, first, last)


def test_the_terms_meet_without_a_gap() -> None:
    terms = latest_terms(date(2027, 3, 1), 5)
    assert [term.season for term in terms[:3]] == [Season.SPRING, Season.AUTUMN, Season.SPRING]
    for later, earlier in pairwise(terms):
        assert later.starts_on - earlier.ends_on == timedelta(days=1)
        assert later.before == earlier < later
        assert earlier.after == later
    assert terms[-1] == SchoolTerm(date(2025, 1, 1))


def test_a_school_year_has_an_autumn_and_the_spring_after() -> None:
    autumn, spring = terms_of_year(2026)
    assert (autumn.starts_on.isoformat(), spring.starts_on.isoformat()) == ("2026-08-01", "2027-01-01")
    assert (autumn.season, spring.season) == (Season.AUTUMN, Season.SPRING)
    years = {school_year_of(day) for term in (autumn, spring) for day in (term.starts_on, term.ends_on)}
    assert [year.begins_in for year in years] == [2026]
    assert term_in(2026, Season.SPRING) == spring


def test_a_term_is_over_the_day_after_its_last() -> None:
    autumn = term_of(date(2026, 11, 23))
    assert not autumn.is_over(date(2026, 12, 31))
    assert autumn.is_over(date(2027, 1, 1))
