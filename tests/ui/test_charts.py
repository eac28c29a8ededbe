"""A plot on a scale with a middle: words beside its lines, a band of what is expected, and room for a whole term."""

from dataclasses import replace

import pytest

from tests.ui.worked_examples import PLOT
from welfare.ui.charts import LEFT, RIGHT, WIDTH, Plot, Series

SCALE = replace(PLOT, words=["much less", "less", "expected", "more", "much more"], middle=(-0.25, 0.25))


def of_days(count: int) -> Plot:
    labels = [f"{day}.11." for day in range(1, count + 1)]
    return replace(PLOT, labels=labels, series=[Series("Pupil", [0] * count, "pupil")])


def test_words_stand_beside_the_lines_of_the_grid_and_make_room_for_themselves() -> None:
    assert [tick.words for tick in SCALE.ticks] == ["much less", "less", "expected", "more", "much more"]
    assert [tick.words for tick in PLOT.ticks] == [""] * 5
    assert SCALE.left > PLOT.left == LEFT
    assert (SCALE.columns[0], SCALE.columns[-1]) == (SCALE.left, RIGHT)


def test_a_long_name_is_not_cut_at_the_edge() -> None:
    assert PLOT.width == WIDTH
    long = replace(PLOT, series=[Series("Vårdnadshavare", [0, 0, 0, 0], "guardian")])
    assert long.width - long.names >= len("Vårdnadshavare") * 8


def test_what_is_expected_is_a_band_around_its_line() -> None:
    assert PLOT.band is None
    assert SCALE.band is not None
    top, height = SCALE.band
    line = next(tick.at for tick in SCALE.ticks if tick.value == 0)
    assert top < line < top + height
    assert top + height / 2 == pytest.approx(line, abs=0.1)


@pytest.mark.parametrize(("count", "shown"), [(1, 1), (4, 4), (7, 7), (8, 4), (12, 6), (40, 7)])
def test_labels_never_run_into_each_other_and_the_last_is_always_there(count: int, shown: int) -> None:
    plot = of_days(count)
    labels = plot.shown_labels
    assert len(labels) == shown
    assert labels[-1] == (plot.columns[-1], plot.labels[-1])
    assert len(plot.columns) == count
