"""The figure of goal attainment scaling, against cases worked out by hand from the formula of 1968."""

from itertools import product

import pytest

from welfare.rules.goal_scaling import HIGHEST, LOWEST, BadWeightError, Level, Rated, Score, score_of


def goals(*levels: int | None) -> list[Rated]:
    return [Rated(None if level is None else Level(level)) for level in levels]


@pytest.mark.parametrize(
    ("levels", "value"),
    [
        ((0,), 50.0),
        ((0, 0, 0, 0, 0, 0), 50.0),
        ((1,), 60.0),
        ((-2,), 30.0),
        ((2,), 70.0),
        ((1, 1), 62.403),  # 50 + 10 * 2 / sqrt(0.7 * 2 + 0.3 * 4)
        ((1, -1), 50.0),
        ((-1, -1, -1), 36.307),  # 50 - 30 / sqrt(0.7 * 3 + 0.3 * 9)
        ((2, 0, 1), 63.693),
        ((2, 2, 2, 2, 2, 2), 80.984),
    ],
)
def test_goals_that_weigh_alike(levels: tuple[int, ...], value: float) -> None:
    assert score_of(goals(*levels)).value == pytest.approx(value, abs=0.001)


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        (((1, 3),), 60.0),  # one goal alone: its weight cancels
        (((1, 3), (-1, 1)), 55.822),  # 50 + 10 * 2 / sqrt(0.7 * 10 + 0.3 * 16)
        (((2, 2), (0, 1)), 66.064),  # 50 + 10 * 4 / sqrt(0.7 * 5 + 0.3 * 9)
    ],
)
def test_goals_that_weigh_differently(pairs: tuple[tuple[int, int], ...], value: float) -> None:
    score = score_of(Rated(Level(level), weight) for level, weight in pairs)
    assert score.value == pytest.approx(value, abs=0.001)


def test_a_missing_rating_is_no_zero_and_weighs_nothing() -> None:
    assert score_of(goals(1, None, 1)) == Score(score_of(goals(1, 1)).value, rated=2, of=3)
    assert score_of(goals(1, 0, 1)).value != score_of(goals(1, None, 1)).value
    assert not score_of(goals(1, None, 1)).is_whole
    assert score_of(goals(1, 0, 1)).is_whole


def test_without_a_rating_there_is_no_figure() -> None:
    assert score_of(goals(None, None)) == Score(None, rated=0, of=2)
    assert score_of([]) == Score(None, rated=0, of=0)


@pytest.mark.parametrize("weight", [0, -1])
def test_a_goal_that_weighs_nothing_cannot_be_counted(weight: int) -> None:
    with pytest.raises(BadWeightError):
        score_of([Rated(Level.MORE, weight)])
    assert score_of([Rated(Level.MORE, 1)]).value == 60.0


def test_whatever_is_rated_and_weighed_lies_on_the_plot() -> None:
    for levels in product(Level, repeat=3):
        for weights in product((1, 2, 3), repeat=3):
            score = score_of(Rated(level, weight) for level, weight in zip(levels, weights, strict=True))
            assert score.value is not None
            assert LOWEST < score.value < HIGHEST
    assert score_of([Rated(Level.MUCH_MORE)] * 500).value == pytest.approx(86.44, abs=0.05)
