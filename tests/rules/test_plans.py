"""What keeps a version of an individual welfare plan from being agreed on."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from welfare.rules.plans import GoalFacts, MeasureFacts, Missing, PlanFacts, PlanLack, what_plan_lacks

TODAY = date(2026, 11, 23)
MEASURE = MeasureFacts(
    number=1,
    has_what=True,
    has_doer=True,
    has_follower=True,
    starts_on=TODAY,
    until=date(2026, 12, 18),
)
GOAL = GoalFacts(number=1, has_title=True, levels_described=5, measures=(MEASURE,))
WHOLE = PlanFacts(
    on=TODAY,
    has_student_words=True,
    has_why_absent=False,
    has_how_heard=True,
    is_guardian_asked=True,
    has_guardian_view=True,
    has_need=True,
    goals=(GOAL,),
    agreed_on=TODAY,
    review_on=date(2026, 12, 14),
    agreed=((1, True, True),),
)


def lacks(**changes: Any) -> list[PlanLack]:  # noqa: ANN401 - any of the facts
    return [missing.lack for missing in what_plan_lacks(replace(WHOLE, **changes))]


def lacks_of_goal(**changes: Any) -> tuple[Missing, ...]:  # noqa: ANN401 - any of a goal's facts
    return what_plan_lacks(replace(WHOLE, goals=(replace(GOAL, **changes),)))


def lacks_of_measure(**changes: Any) -> tuple[Missing, ...]:  # noqa: ANN401 - any of a measure's facts
    return lacks_of_goal(measures=(replace(MEASURE, **changes),))


def test_a_whole_version_lacks_nothing() -> None:
    assert what_plan_lacks(WHOLE) == ()


@pytest.mark.parametrize(
    ("changes", "lack"),
    [
        ({"has_student_words": False, "has_how_heard": False}, PlanLack.STUDENT_VOICE),
        ({"has_how_heard": False}, PlanLack.HOW_HEARD),
        ({"has_guardian_view": False}, PlanLack.GUARDIAN_VIEW),
        ({"has_need": False}, PlanLack.NEED),
        ({"goals": ()}, PlanLack.GOAL),
        ({"agreed_on": None}, PlanLack.AGREED_ON),
        ({"agreed_on": TODAY + timedelta(days=1)}, PlanLack.AGREED_IN_FUTURE),
        ({"earlier_agreed_on": TODAY + timedelta(days=1)}, PlanLack.AGREED_BEFORE_EARLIER),
        ({"review_on": None}, PlanLack.REVIEW),
        ({"review_on": TODAY}, PlanLack.REVIEW_BEFORE_AGREED),
        ({"agreed": ()}, PlanLack.AGREEMENT),
        ({"agreed": ((1, True, False),)}, PlanLack.AGREED_HOW),
        ({"agreed": ((1, False, True),)}, PlanLack.AGREED_WHO),
    ],
)
def test_each_part_that_is_missing_is_named(changes: dict[str, Any], lack: PlanLack) -> None:
    assert lacks(**changes) == [lack]


@pytest.mark.parametrize(
    "changes",
    [
        {"has_student_words": False, "has_why_absent": True, "has_how_heard": False},
        {"is_guardian_asked": False, "has_guardian_view": False},
        {"earlier_agreed_on": TODAY},
        {"review_on": TODAY + timedelta(days=1)},
    ],
)
def test_what_is_not_asked_for_is_not_missed(changes: dict[str, Any]) -> None:
    assert lacks(**changes) == []


@pytest.mark.parametrize(
    ("changes", "lack"),
    [
        ({"has_title": False}, PlanLack.TITLE),
        ({"levels_described": 0}, PlanLack.LEVELS),
        ({"levels_described": 4}, PlanLack.LEVELS),
        ({"are_levels_changed": True}, PlanLack.LEVELS_ARE_FIXED),
        ({"measures": ()}, PlanLack.MEASURE),
    ],
)
def test_a_goal_has_a_title_five_levels_and_a_measure(changes: dict[str, Any], lack: PlanLack) -> None:
    assert lacks_of_goal(**changes) == (Missing(lack, goal=1),)


@pytest.mark.parametrize(
    ("changes", "lack"),
    [
        ({"has_what": False}, PlanLack.WHAT),
        ({"has_doer": False}, PlanLack.CARRIED_OUT_BY),
        ({"has_follower": False}, PlanLack.FOLLOWED_UP_BY),
        ({"doer_has_left": True}, PlanLack.DOER_HAS_LEFT),
        ({"follower_has_left": True}, PlanLack.FOLLOWER_HAS_LEFT),
        ({"until": None}, PlanLack.UNTIL),
        ({"starts_on": date(2026, 12, 19)}, PlanLack.DATES_REVERSED),
    ],
)
def test_a_measure_has_both_parties_and_days_in_their_order(changes: dict[str, Any], lack: PlanLack) -> None:
    assert lacks_of_measure(**changes) == (Missing(lack, goal=1, measure=1),)


@pytest.mark.parametrize("changes", [{"starts_on": None}, {"starts_on": date(2026, 12, 18)}])
def test_a_measure_may_begin_whenever_it_has_not_ended(changes: dict[str, Any]) -> None:
    assert lacks_of_measure(**changes) == ()


def test_an_open_goal_does_not_vanish_from_a_new_version() -> None:
    assert what_plan_lacks(replace(WHOLE, open_goals=frozenset({1, 3}))) == (Missing(PlanLack.GOAL_LEFT_OUT, goal=3),)
    assert what_plan_lacks(replace(WHOLE, open_goals=frozenset({1}))) == ()


def test_a_version_without_goals_names_those_that_were_open_and_asks_for_no_other() -> None:
    assert what_plan_lacks(replace(WHOLE, goals=(), open_goals=frozenset({2}))) == (
        Missing(PlanLack.GOAL_LEFT_OUT, goal=2),
    )


def test_lacks_come_in_the_order_in_which_the_plan_is_written() -> None:
    empty = PlanFacts(
        on=TODAY,
        has_student_words=False,
        has_why_absent=False,
        has_how_heard=False,
        is_guardian_asked=True,
        has_guardian_view=False,
        has_need=False,
        goals=(),
    )
    assert [missing.lack for missing in what_plan_lacks(empty)] == [
        PlanLack.STUDENT_VOICE,
        PlanLack.GUARDIAN_VIEW,
        PlanLack.NEED,
        PlanLack.GOAL,
        PlanLack.AGREED_ON,
        PlanLack.REVIEW,
        PlanLack.AGREEMENT,
    ]
