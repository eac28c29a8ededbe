"""The action plan of a school year, and its evaluation: goals, measures, what each lacks (OHL 4 §, 13 §, 14 §, 26 §).

Communal work is planned, goal-directed and evaluated. The weight of measures lies on what is for everybody and early
(OHL 4 §); the tags make it visible. What was never approved was never a plan, so there is nothing to evaluate.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from welfare.rules.citations import Citation, Statute
from welfare.rules.duties import DutyState, state_by
from welfare.rules.school_years import SchoolYear

PLAN_BY, MID_YEAR_BY, YEAR_END_BY = (9, 30), (1, 15), (6, 15)
"""By which day of its year a plan is approved and evaluated: the house's own, for the law gives none (COM §3)."""
PLAN_LAW = Citation(Statute.OHL, "14")
EVALUATION_LAW = Citation(Statute.OHL, "26")


class PlanState(StrEnum):
    """Whether the words of a plan are those that were approved."""

    DRAFT = "draft"
    APPROVED = "approved"


class Strength(StrEnum):
    """Whom a measure is for (COM §1)."""

    UNIVERSAL = "universal"  # everybody
    EARLY = "early"  # those who begin to need it
    CORRECTIVE = "corrective"  # where harm is done already


class MeasureState(StrEnum):
    """How a measure stands."""

    PLANNED = "planned"
    UNDERWAY = "underway"
    DONE = "done"
    DROPPED = "dropped"


class Stage(StrEnum):
    """When a plan is evaluated."""

    MID_YEAR = "mid-year"
    YEAR_END = "year-end"


class Rating(StrEnum):
    """How far a goal was reached."""

    REACHED = "reached"
    MOSTLY = "mostly"
    PARTLY = "partly"
    NOT = "not"


class PlanLack(StrEnum):
    """What keeps a plan from being approved."""

    NO_GOAL = "no_goal"
    NO_MEASURE = "no_measure"  # a goal that nobody does anything for
    NOBODY_HEARD = "nobody_heard"  # OHL 13 §: made together with pupils, guardians and staff


class EvaluationLack(StrEnum):
    """What keeps an evaluation from being finished."""

    NEVER_APPROVED = "never_approved"
    GOAL_UNRATED = "goal_unrated"
    WHOLE_UNRATED = "whole_unrated"
    NO_LESSON = "no_lesson"


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the measures that still count are done, and how many are late."""

    done: int
    total: int
    late: int = 0

    @property
    def percent(self) -> int:
        """The share that is done, in whole hundredths rounded down."""
        return self.done * 100 // self.total if self.total else 0


def is_late(due_on: date, state: MeasureState, on: date) -> bool:
    """Whether a measure should have been done."""
    return state in {MeasureState.PLANNED, MeasureState.UNDERWAY} and due_on < on


def progress_of(measures: Iterable[tuple[MeasureState, date]], on: date) -> Progress:
    """How far these measures are; one that was dropped counts no more."""
    kept = [(state, due_on) for state, due_on in measures if state is not MeasureState.DROPPED]
    late = sum(is_late(due_on, state, on) for state, due_on in kept)
    return Progress(sum(state is MeasureState.DONE for state, _due_on in kept), len(kept), late)


def ratio_of(strengths: Iterable[Strength]) -> Mapping[Strength, int]:
    """How many measures are for whom (OHL 4 §: the weight is on what prevents and is for all)."""
    counted = Counter(strengths)
    return {strength: counted[strength] for strength in Strength}


def what_blocks_approval(measures_by_goal: Collection[int], heard: str) -> tuple[PlanLack, ...]:
    """What a plan lacks; ``measures_by_goal`` says for each goal how many measures it has."""
    lacks = {
        PlanLack.NO_GOAL: not measures_by_goal,
        PlanLack.NO_MEASURE: any(count == 0 for count in measures_by_goal),
        PlanLack.NOBODY_HEARD: not heard.strip(),
    }
    return tuple(lack for lack, is_lacking in lacks.items() if is_lacking)


def what_blocks_evaluation(
    *, was_approved: bool, is_every_goal_rated: bool, is_whole_rated: bool, lessons: str
) -> tuple[EvaluationLack, ...]:
    """What an evaluation lacks before it can be finished (OHL 26 §)."""
    if not was_approved:
        return (EvaluationLack.NEVER_APPROVED,)
    lacks = {
        EvaluationLack.GOAL_UNRATED: not is_every_goal_rated,
        EvaluationLack.WHOLE_UNRATED: not is_whole_rated,
        EvaluationLack.NO_LESSON: not lessons.strip(),
    }
    return tuple(lack for lack, is_lacking in lacks.items() if is_lacking)


def plan_duty(year: SchoolYear, approved_on: date | None, on: date) -> DutyState:
    """Whether the plan of a year is approved in time (OHL 14 §: the group plans, carries out and evaluates)."""
    return DutyState.IN_ORDER if approved_on is not None else state_by(year.day(*PLAN_BY), on)


def evaluation_due_on(year: SchoolYear, stage: Stage) -> date:
    """The day by which a plan is evaluated."""
    return year.day(*(MID_YEAR_BY if stage is Stage.MID_YEAR else YEAR_END_BY))


def evaluation_duty(year: SchoolYear, finished: Collection[Stage], on: date) -> tuple[DutyState, Stage | None]:
    """Whether a year has been evaluated so far (OHL 26 §), and which evaluation comes next."""
    missing = [stage for stage in Stage if stage not in finished]
    if not missing:
        return DutyState.IN_ORDER, None
    return state_by(evaluation_due_on(year, missing[0]), on), missing[0]
