"""Small numbers tell of somebody: they are hidden, and so is what they could be reckoned from (rule 38)."""

from collections.abc import Sequence

import pytest

from welfare.rules.suppression import (
    BLANK,
    FLOOR,
    PROTECTED,
    Basis,
    Figure,
    FloorError,
    Hidden,
    Share,
    shown,
    shown_mean,
    shown_share,
)
from welfare.rules.suppression_plan import Plan


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (1, None), (4, None), (5, 5), (400, 400)])
def test_one_to_four_are_hidden(count: int, expected: int | None) -> None:
    assert shown(count, FLOOR) == expected


def test_the_floor_may_be_raised_and_never_lowered() -> None:
    assert shown(9, floor=10) is None
    assert shown(10, floor=10) == 10
    for refuse in (lambda: shown(9, floor=FLOOR - 1), lambda: shown_mean([9], floor=1), lambda: Plan((), (), floor=4)):
        with pytest.raises(FloorError):
            refuse()


@pytest.mark.parametrize(
    ("counts", "mean"),
    [
        ((0, 0, 2, 2), None),  # four answered
        ((0, 0, 2, 3), 3.6),
        ((0, 0, 0, 5), None),  # all alike: what each answered would be known
        ((0, 0, 0, 20), 4.0),
        ((), None),
    ],
)
def test_a_mean_needs_enough_answers_that_are_not_all_alike(counts: Sequence[int], mean: float | None) -> None:
    assert shown_mean(counts, FLOOR) == mean


@pytest.mark.parametrize(
    ("part", "of", "basis", "percent", "hidden"),
    [
        (5, 10, Basis.REGISTER, 50.0, None),
        (5, 9, Basis.REGISTER, None, Hidden.FEW),
        (0, 0, Basis.REGISTER, None, Hidden.FEW),
        (5, 19, Basis.SURVEY, None, Hidden.FEW),
        (5, 20, Basis.SURVEY, 25.0, None),
        (0, 10, Basis.REGISTER, 0.0, None),
    ],
)
def test_a_share_needs_enough_of_the_whole(
    part: int, of: int, basis: Basis, percent: float | None, hidden: Hidden | None
) -> None:
    assert shown_share(Figure(part), Figure(of), basis) == Share(percent, Figure(of), hidden)


@pytest.mark.parametrize("part", [0, 19])
def test_of_a_sensitive_matter_nobody_and_everybody_need_twenty(part: int) -> None:
    told = shown_share(Figure(part), Figure(19), is_sensitive=True)
    assert (told.percent, told.hidden) == (None, Hidden.UNANIMOUS)
    assert shown_share(Figure(9), Figure(19), is_sensitive=True).hidden is None
    assert shown_share(Figure(part), Figure(19)).hidden is None
    assert shown_share(Figure(0), Figure(20), is_sensitive=True).percent == 0
    assert shown_share(Figure(20), Figure(20), is_sensitive=True).percent == 100


def test_nothing_hidden_is_told_as_a_share() -> None:
    assert shown_share(PROTECTED, Figure(40)) == Share(None, Figure(40), Hidden.PROTECTED)
    assert shown_share(Figure(8), PROTECTED) == Share(None, PROTECTED, Hidden.PROTECTED)
    assert shown_share(BLANK, Figure(40)).hidden is Hidden.BLANK
    assert shown_share(Figure(8), Figure(40)) == Share(20.0, Figure(40))
