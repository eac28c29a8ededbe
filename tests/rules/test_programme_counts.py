"""Counts of programmes in a term: none is told that is small, or by which a small one could be worked out (COM §4)."""

from collections.abc import Mapping, Sequence
from itertools import product
from uuid import UUID

import pytest

from welfare.rules.programme_counts import TermCounts
from welfare.rules.programmes import Counted
from welfare.rules.terms import Season, term_in

TERM = term_in(2026, Season.AUTUMN)
CLUBS = [UUID(int=number, version=4) for number in range(3)]
PLACES = ("yard", "net", "way")


def counted(
    rows: Sequence[Mapping[str, int]], floor: int = 5, *, of_pupils: bool = True, is_over: bool = True
) -> TermCounts:
    entries = {
        club: [Counted(TERM, {"place": place}, count) for place, count in row.items()]
        for club, row in zip(CLUBS, rows, strict=False)
    }
    return TermCounts(entries, floor, of_pupils, is_over)


def test_a_small_number_is_hidden_and_with_it_what_would_tell_it() -> None:
    told = counted([{"yard": 3}, {"yard": 8}, {"yard": 20}])
    assert told.whole == 31
    assert [told.total(club) for club in CLUBS] == [None, None, 20]
    assert counted([{"yard": 3}]).whole is None
    assert counted([{"yard": 3}], of_pupils=False).total(CLUBS[0]) == 3
    assert counted([{}]).total(CLUBS[0]) == 0


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ({"yard": 4, "net": 5}, (None, None, 0)),
        ({"yard": 5, "net": 9}, (5, 9, 0)),
        ({"yard": 5}, (5, 0, 0)),
        ({"yard": 9, "net": 6, "way": 2}, (9, None, None)),
    ],
)
def test_the_parts_of_a_sum_tell_no_hidden_one(row: Mapping[str, int], shown: tuple[int | None, ...]) -> None:
    assert counted([row]).shares(CLUBS[0], "place", PLACES) == shown
    plain = counted([row], of_pupils=False).shares(CLUBS[0], "place", PLACES)
    assert plain == tuple(row.get(place, 0) for place in PLACES)


def test_what_is_hidden_as_a_whole_is_not_told_in_parts() -> None:
    """The second is hidden for the sake of the first; its parts would give both away."""
    told = counted([{"yard": 3}, {"yard": 8}])
    assert (told.total(CLUBS[1]), told.shares(CLUBS[1], "place", PLACES)[0]) == (None, None)


def test_while_a_term_runs_no_pupils_are_told_and_all_else_is() -> None:
    rows = [{"yard": 30}, {"yard": 40}]
    running = counted(rows, is_over=False)
    assert (running.whole, running.total(CLUBS[0])) == (None, None)
    assert running.shares(CLUBS[0], "place", PLACES) == (None, None, None)
    ended = counted(rows)
    assert (ended.whole, ended.total(CLUBS[0]), ended.shares(CLUBS[0], "place", PLACES)) == (70, 30, (30, 0, 0))
    lessons = counted(rows, of_pupils=False, is_over=False)
    assert (lessons.whole, lessons.total(CLUBS[0]), lessons.shares(CLUBS[0], "place", PLACES)) == (70, 30, (30, 0, 0))


def test_a_higher_floor_hides_more() -> None:
    assert counted([{"yard": 8}], floor=5).whole == 8
    assert counted([{"yard": 8}], floor=10).whole is None


def test_a_hidden_number_is_never_the_only_one_that_is_hidden() -> None:
    """Else it would be the sum less the others. The engine has attacks of its own: test_suppression_tables."""
    for counts in product((0, 1, 4, 5, 12), repeat=3):
        told = counted([{"yard": count} if count else {} for count in counts])
        hidden = [count for club, count in zip(CLUBS, counts, strict=True) if told.total(club) is None]
        assert set(filter(lambda count: 0 < count < 5, counts)) <= set(hidden)
        assert told.whole is None or not hidden or (len(hidden) > 1 and sum(hidden) >= 5)
