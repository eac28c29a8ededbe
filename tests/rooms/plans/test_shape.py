"""Which goals and measures a form asks for, and whose text is whose when two have written."""

from tests.builders_plans import LEVELS, TITLE, a_goal, a_text
from welfare.plans.content import PlanText
from welfare.plans.forms import PlanForm, form_of_shape, shape_of
from welfare.plans.forms.shape import GoalShape, Known, parts_of, renumbered
from welfare.plans.forms.typing import as_typed, used_goals

KNOWN = Known(measures={1: frozenset({1, 3})}, ended={1: frozenset({2})}, rated=frozenset({1}), closed=frozenset({2}))
NOTHING = Known(measures={}, ended={})


def numbers(shape: tuple[GoalShape, ...]) -> dict[int, tuple[int, ...]]:
    return {goal.number: goal.measures for goal in shape}


def test_a_new_plan_has_room_for_two_goals_with_two_measures_each() -> None:
    assert numbers(shape_of(NOTHING, {}, has_room=True)) == {1: (1, 2), 2: (1, 2)}


def test_open_goals_and_measures_come_first_and_numbers_are_never_used_again() -> None:
    assert numbers(shape_of(KNOWN, {}, has_room=True)) == {1: (1, 3, 4), 3: (1, 2)}


def test_what_was_typed_is_asked_for_and_nothing_else_when_a_form_comes_back() -> None:
    typed = {"g1_title": "a", "g4_m2_what": "", "need": "b"}
    assert numbers(shape_of(KNOWN, typed, has_room=False)) == {1: (1, 3), 4: (2,)}


def test_a_form_that_nobody_drew_makes_no_endless_page() -> None:
    typed = {f"g{number}_m{measure}_what": "x" for number in range(1, 60) for measure in range(1, 60)}
    shape = shape_of(NOTHING, typed, has_room=True)
    assert len(shape) == 12
    assert max(len(goal.measures) for goal in shape) == 12
    assert shape_of(NOTHING, {"g0_title": "x", "g100_title": "x", "gx_title": "x"}, has_room=False) == ()


def test_a_goal_of_six_makes_room_for_no_seventh() -> None:
    typed = {f"g{number}_title": "x" for number in range(1, 7)}
    assert list(numbers(shape_of(NOTHING, typed, has_room=True))) == [1, 2, 3, 4, 5, 6]


def test_a_rated_goal_is_not_asked_for_its_levels_unless_somebody_typed_them() -> None:
    assert [goal.has_levels for goal in shape_of(KNOWN, {}, has_room=False)] == [False]
    assert [goal.has_levels for goal in shape_of(KNOWN, {"g1_level_1": "x"}, has_room=False)] == [True]


def test_a_closed_goal_is_asked_for_no_more_whatever_is_sent() -> None:
    assert 2 not in numbers(shape_of(KNOWN, {"g2_title": "x"}, has_room=True))


def test_names_are_taken_apart_and_put_together_with_other_numbers() -> None:
    assert parts_of("g2_m3_until") == (2, 3, "until")
    assert parts_of("g2_level_5") == (2, None, "level_5")
    assert parts_of("guardian_view") is None
    assert renumbered({"g2_m3_what": "a", "g1_title": "b", "need": "c"}, {2: 5}) == {
        "g5_m3_what": "a",
        "g1_title": "b",
        "need": "c",
    }


def test_a_version_reads_as_it_would_be_typed() -> None:
    typed = as_typed(a_text(a_goal(3)))
    assert (typed["g3_title"], typed["g3_level_5"], typed["g3_m1_until"]) == (TITLE, LEVELS[4], "18.12.2026")
    assert used_goals(typed) == {3}
    assert used_goals({"g1_weight": "2", "g1_title": " "}) == set()
    assert as_typed(PlanText()) == {}


def test_a_form_class_is_made_once_for_a_shape() -> None:
    shape = shape_of(NOTHING, {}, has_room=True)
    assert form_of_shape(shape) is form_of_shape(shape_of(NOTHING, {}, has_room=True))
    assert issubclass(form_of_shape(shape), PlanForm)
    assert hasattr(form_of_shape(shape), "g1_m2_until")
    assert not hasattr(PlanForm, "g1_m2_until")
