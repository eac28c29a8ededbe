"""What a year has changed, and who finds no hobby (COM F20-F28, §4)."""

import pytest

from welfare.rules.programmes import Change, HobbyGap, Leisure, changes_between, hobby_gaps

OPEN = Leisure(fee=0, distance=1, languages=frozenset({"fi", "sv"}), is_accessible=True)


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
