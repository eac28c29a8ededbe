"""Small numbers tell of somebody: they are hidden, and so is what they could be reckoned from (rule 38)."""

from collections.abc import Sequence

import pytest

from welfare.rules.suppression import FLOOR, FloorError, shown, shown_mean, shown_row


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (1, None), (4, None), (5, 5), (400, 400)])
def test_one_to_four_are_hidden(count: int, expected: int | None) -> None:
    assert shown(count) == expected


def test_the_floor_may_be_raised_and_never_lowered() -> None:
    assert shown(9, floor=10) is None
    assert shown(10, floor=10) == 10
    for refuse in (lambda: shown(9, floor=FLOOR - 1), lambda: shown_mean([9], floor=1), lambda: shown_row([9], 0)):
        with pytest.raises(FloorError):
            refuse()


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((10, 2, 7), (10, None, None)),  # 2 would be the sum less the others: the next smallest goes with it
        ((10, 2, 3), (10, None, None)),  # two are hidden already
        ((10, 2, 0), (None, None, 0)),  # nothing is no cover: zero tells of nobody and hides nobody
        ((10, 12, 7), (10, 12, 7)),
        ((3,), (None,)),
        ((0, 3, 0), (0, None, 0)),
        ((), ()),
    ],
)
def test_a_hidden_number_cannot_be_reckoned_from_the_others(
    counts: Sequence[int], expected: tuple[int | None, ...]
) -> None:
    assert shown_row(counts) == expected


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
    assert shown_mean(counts) == mean
