"""The plan of a school year: progress, what it lacks, and the two duties."""

from datetime import date

import pytest

from welfare.rules.duties import DutyState
from welfare.rules.school_years import SchoolYear
from welfare.rules.year_plans import (
    EvaluationLack,
    MeasureState,
    PlanLack,
    Progress,
    Stage,
    Strength,
    evaluation_due_on,
    evaluation_duty,
    is_late,
    plan_duty,
    progress_of,
    ratio_of,
    what_blocks_approval,
    what_blocks_evaluation,
)

YEAR, TODAY = SchoolYear(2026), date(2026, 11, 23)
PLANNED, UNDERWAY, DONE, DROPPED = MeasureState


@pytest.mark.parametrize(
    ("due_on", "state", "late"),
    [
        (date(2026, 11, 22), PLANNED, True),
        (date(2026, 11, 22), UNDERWAY, True),
        (date(2026, 11, 22), DONE, False),
        (date(2026, 11, 22), DROPPED, False),
        (TODAY, PLANNED, False),
    ],
)
def test_a_measure_is_late_when_its_day_is_past_and_it_is_still_open(
    due_on: date, state: MeasureState, *, late: bool
) -> None:
    assert is_late(due_on, state, TODAY) is late


def test_what_was_given_up_counts_no_more() -> None:
    past = date(2026, 10, 1)
    found = progress_of([(DONE, past), (PLANNED, past), (UNDERWAY, TODAY), (DROPPED, past)], TODAY)
    assert found == Progress(done=1, total=3, late=1)
    assert (found.percent, Progress(0, 0).percent) == (33, 0)


def test_every_strength_is_counted() -> None:
    counted = ratio_of([Strength.UNIVERSAL, Strength.UNIVERSAL, Strength.CORRECTIVE])
    assert counted == {Strength.UNIVERSAL: 2, Strength.EARLY: 0, Strength.CORRECTIVE: 1}


@pytest.mark.parametrize(
    ("measures", "heard", "lacks"),
    [
        ([2, 1], "Oppilaskunta", ()),
        ([], "Oppilaskunta", (PlanLack.NO_GOAL,)),
        ([1, 0], "Oppilaskunta", (PlanLack.NO_MEASURE,)),
        ([1], "  ", (PlanLack.NOBODY_HEARD,)),
        ([], "", (PlanLack.NO_GOAL, PlanLack.NOBODY_HEARD)),
    ],
)
def test_what_a_plan_lacks(measures: list[int], heard: str, lacks: tuple[PlanLack, ...]) -> None:
    assert what_blocks_approval(measures, heard) == lacks


def test_what_was_never_approved_has_nothing_to_evaluate() -> None:
    everything = {"is_every_goal_rated": True, "is_whole_rated": True, "lessons": "Jatketaan."}
    assert what_blocks_evaluation(was_approved=False, **everything) == (EvaluationLack.NEVER_APPROVED,)  # type: ignore[arg-type]
    assert what_blocks_evaluation(was_approved=True, **everything) == ()  # type: ignore[arg-type]


def test_what_an_evaluation_lacks() -> None:
    lacks = what_blocks_evaluation(was_approved=True, is_every_goal_rated=False, is_whole_rated=False, lessons=" ")
    assert lacks == (EvaluationLack.GOAL_UNRATED, EvaluationLack.WHOLE_UNRATED, EvaluationLack.NO_LESSON)


@pytest.mark.parametrize(
    ("approved_on", "on", "state"),
    [
        (date(2026, 9, 21), date(2027, 5, 1), DutyState.IN_ORDER),
        (None, date(2026, 8, 20), DutyState.NOT_YET),
        (None, date(2026, 9, 1), DutyState.SOON),
        (None, date(2026, 9, 30), DutyState.SOON),
        (None, date(2026, 10, 1), DutyState.LATE),
    ],
)
def test_a_plan_is_approved_by_the_end_of_september(approved_on: date | None, on: date, state: DutyState) -> None:
    assert plan_duty(YEAR, approved_on, on) is state


@pytest.mark.parametrize(
    ("finished", "on", "found"),
    [
        ((), date(2026, 11, 23), (DutyState.NOT_YET, Stage.MID_YEAR)),
        ((), date(2026, 12, 20), (DutyState.SOON, Stage.MID_YEAR)),
        ((), date(2027, 1, 16), (DutyState.LATE, Stage.MID_YEAR)),
        ((Stage.MID_YEAR,), date(2027, 1, 16), (DutyState.NOT_YET, Stage.YEAR_END)),
        ((Stage.MID_YEAR,), date(2027, 6, 16), (DutyState.LATE, Stage.YEAR_END)),
        ((Stage.MID_YEAR, Stage.YEAR_END), date(2027, 7, 1), (DutyState.IN_ORDER, None)),
    ],
)
def test_a_year_is_evaluated_twice(
    finished: tuple[Stage, ...], on: date, found: tuple[DutyState, Stage | None]
) -> None:
    assert evaluation_duty(YEAR, finished, on) == found


def test_each_evaluation_has_its_day() -> None:
    assert [evaluation_due_on(YEAR, stage) for stage in Stage] == [date(2027, 1, 15), date(2027, 6, 15)]
