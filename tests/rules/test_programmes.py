"""Sums of programmes by term, what a year has changed, and who finds no hobby (COM F20-F28, §4)."""

import pytest

from welfare.rules.programmes import (
    Change,
    HobbyGap,
    Leisure,
    changes_between,
    hobby_gaps,
    term_in,
    terms_of_year,
)
from welfare.rules.school_years import school_year_of
from welfare.rules.terms import Season

AUTUMN, SPRING = terms_of_year(2026)
OPEN = Leisure(fee=0, distance=1, languages=frozenset({"fi", "sv"}), is_accessible=True)


def test_a_school_year_has_an_autumn_and_the_spring_after() -> None:
    assert (AUTUMN.starts_on.isoformat(), SPRING.starts_on.isoformat()) == ("2026-08-01", "2027-01-01")
    assert (AUTUMN.season, SPRING.season) == (Season.AUTUMN, Season.SPRING)
    years = {school_year_of(day) for term in (AUTUMN, SPRING) for day in (term.starts_on, term.ends_on)}
    assert [year.begins_in for year in years] == [2026]
    assert term_in(2026, Season.SPRING) == SPRING


def test_what_a_year_has_changed_is_told_in_the_order_of_the_questions() -> None:
    before, now = {"fee": 20, "when": "ti", "same": 1}, {"fee": 0, "place": "sali", "when": "", "same": 1}
    assert changes_between(before, now, ["place", "when", "fee", "same"]) == (
        Change("place", None, "sali"),
        Change("when", "ti", None),
        Change("fee", 20, 0),
    )


def test_nothing_is_missing_where_one_club_is_open_to_all() -> None:
    assert hobby_gaps([OPEN], ["fi", "sv"]) == ()


@pytest.mark.parametrize(
    ("club", "gap"),
    [
        (Leisure(fee=10, distance=1, languages=frozenset({"fi", "sv"}), is_accessible=True), HobbyGap.NOTHING_FREE),
        (Leisure(fee=None, distance=1, languages=frozenset({"fi", "sv"}), is_accessible=True), HobbyGap.NOTHING_FREE),
        (Leisure(fee=0, distance=3, languages=frozenset({"fi", "sv"}), is_accessible=True), HobbyGap.NOTHING_NEAR),
        (Leisure(fee=0, distance=1, languages=frozenset({"sv"}), is_accessible=True), HobbyGap.NO_FINNISH),
        (Leisure(fee=0, distance=1, languages=frozenset({"fi"}), is_accessible=True), HobbyGap.NO_SWEDISH),
        (Leisure(fee=0, distance=1, languages=frozenset({"fi", "sv"}), is_accessible=False), HobbyGap.NOT_ACCESSIBLE),
    ],
)
def test_each_gap_is_seen_and_is_closed_by_a_club_that_is_open(club: Leisure, gap: HobbyGap) -> None:
    assert hobby_gaps([club], ["fi", "sv"]) == (gap,)
    assert hobby_gaps([club, OPEN], ["fi", "sv"]) == ()
