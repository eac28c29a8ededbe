"""Levels, keys and views that do not fit together are refused before anything is counted."""

import pytest

from welfare.rules.suppression import Figure
from welfare.rules.suppression_cube import UnknownCellError
from welfare.rules.suppression_dimensions import ALL, Dimension, DimensionError
from welfare.rules.suppression_plan import Plan, Released
from welfare.rules.suppression_release import release


@pytest.mark.parametrize(
    "levels_and_lines",
    [
        (("school", "municipality"), (("Koski",),)),
        (("school", "school"), (("Koski", "Joki"),)),
        (("school", ALL), (("Koski", "Joki"),)),
        (("school", "municipality"), (("Koski", "Joki"), ("Koski", "Lahti"))),
        (("school", "municipality"), (("Koski", "Joki"), ("Joki", "Lahti"))),
        (("school",), (("Koski",), ("Koski",))),
    ],
)
def test_what_is_no_tree_is_refused(levels_and_lines: tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]) -> None:
    with pytest.raises(DimensionError):
        Dimension("place", *levels_and_lines)
    assert Dimension("place", ("school", "municipality"), (("Koski", "Joki"),)).keys == ("Koski", "Joki", ALL)


def test_what_does_not_fit_together_is_refused() -> None:
    kinds = Dimension.flat("kind", ["kind 0", "kind 1"])
    with pytest.raises(DimensionError):
        Plan(tuple(Dimension.flat(name, [name.upper()]) for name in "abcd"), [])
    with pytest.raises(DimensionError):
        Plan((kinds,), [{"place": "school"}])
    with pytest.raises(DimensionError):
        release(Plan((kinds,), [{"kind": "school"}]), {})
    with pytest.raises(DimensionError):
        Plan((kinds,), [{}], sensitive="place")
    with pytest.raises(UnknownCellError):
        release(Plan((kinds,), [{}], before=Released({("other",): 9})), {})
    with pytest.raises(UnknownCellError):
        release(Plan((kinds,), [{}]), {("other",): 3})
    with pytest.raises(UnknownCellError):
        release(Plan((kinds,), [{}]), {(ALL,): 3})
    assert release(Plan((kinds,), [{}]), {("kind 0",): 30}).figure() == Figure(30)
