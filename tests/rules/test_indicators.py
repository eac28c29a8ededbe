"""What of a school's own numbers is shown: never where it would tell of few."""

import pytest

from welfare.rules.indicators import (
    Direction,
    Measure,
    Publisher,
    Told,
    Withheld,
    as_published,
    is_better,
    is_within,
    told,
)
from welfare.rules.suppression import FLOOR

SURVEY, REGISTER = Publisher.HEALTH_SURVEY, Publisher.MOVE


@pytest.mark.parametrize(
    ("value", "of", "publisher", "withheld"),
    [
        (40.0, 20, SURVEY, None),
        (40.0, 19, SURVEY, Withheld.FEW),
        (50.0, 10, REGISTER, None),
        (50.0, 9, REGISTER, Withheld.FEW),
        (50.0, None, SURVEY, Withheld.FEW),
        (None, 118, SURVEY, Withheld.BLANK),
        (4.2, 118, SURVEY, None),  # five of 118
        (3.4, 118, SURVEY, Withheld.PROTECTED),  # four
        (0.0, 118, SURVEY, None),
        (0.0, 19, REGISTER, Withheld.PROTECTED),
        (0.0, 20, REGISTER, None),
        (100.0, 19, REGISTER, Withheld.PROTECTED),
        (97.0, 118, SURVEY, Withheld.PROTECTED),  # all but four
    ],
)
def test_a_sensitive_share_is_shown_only_where_it_tells_of_many(
    value: float | None, of: int | None, publisher: Publisher, withheld: Withheld | None
) -> None:
    shown = told(value, of, publisher, Measure.PERCENT, is_sensitive=True, floor=FLOOR)
    assert shown == Told(None if withheld else value, withheld)


def test_what_is_not_sensitive_may_be_true_of_all_or_of_all_but_few() -> None:
    assert told(100.0, 12, REGISTER, Measure.PERCENT, is_sensitive=False, floor=FLOOR) == Told(100.0)
    assert told(97.0, 118, SURVEY, Measure.PERCENT, is_sensitive=False, floor=FLOOR) == Told(97.0)
    assert told(3.4, 118, SURVEY, Measure.PERCENT, is_sensitive=False, floor=FLOOR).withheld is Withheld.PROTECTED


def test_a_mean_of_few_is_not_shown_either() -> None:
    assert told(3.1, 19, Publisher.KIVA, Measure.MEAN, is_sensitive=False, floor=FLOOR).withheld is Withheld.FEW
    assert told(3.1, 20, Publisher.KIVA, Measure.MEAN, is_sensitive=False, floor=FLOOR) == Told(3.1)


def test_a_higher_floor_of_the_house_hides_more() -> None:
    nine = Measure.PERCENT, 100 * 9 / 118
    assert told(nine[1], 118, SURVEY, nine[0], is_sensitive=False, floor=FLOOR) == Told(nine[1])
    assert told(nine[1], 118, SURVEY, nine[0], is_sensitive=False, floor=10).withheld is Withheld.PROTECTED
    assert told(100 - nine[1], 118, SURVEY, nine[0], is_sensitive=True, floor=10).withheld is Withheld.PROTECTED
    assert told(3.1, 29, SURVEY, Measure.MEAN, is_sensitive=False, floor=30).withheld is Withheld.FEW
    assert told(3.1, 30, SURVEY, Measure.MEAN, is_sensitive=False, floor=30) == Told(3.1)


def test_what_is_published_is_shown_as_published_and_a_blank_stays_a_blank() -> None:
    assert as_published(0.4) == Told(0.4)
    assert as_published(None) == Told(None, Withheld.BLANK)


@pytest.mark.parametrize(
    ("direction", "after", "better"),
    [
        (Direction.MORE, 60.0, True),
        (Direction.MORE, 40.0, False),
        (Direction.LESS, 60.0, False),
        (Direction.LESS, 40.0, True),
        (Direction.LESS, 50.0, None),
        (Direction.NEITHER, 60.0, None),
    ],
)
def test_whether_a_change_is_for_the_better_depends_on_the_direction(
    direction: Direction, after: float, *, better: bool | None
) -> None:
    assert is_better(direction, 50.0, after) is better


@pytest.mark.parametrize(("measure", "value", "fits"), [("percent", 100.1, False), ("percent", 100.0, True)])
def test_a_share_cannot_be_more_than_all(measure: str, value: float, *, fits: bool) -> None:
    assert is_within(Measure(measure), value) is fits
    assert not is_within(Measure.HOURS, -1.0)
