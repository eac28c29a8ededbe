"""The individual welfare plan: what it must tell, and what keeps a version from being agreed on.

It is the plan of measures of OHL 20 § 4 k. 4, kept as the group and the student agreed on it: a new version never
replaces the text of an earlier one (TihL 15 §; rule 19). What the act leaves open follows the model of the client plan
of social welfare (SHL 39 §) and of hearing a child (SHL 32 §).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from welfare.rules.goal_scaling import Level
from welfare.rules.measures import MeasureLack, what_measure_lacks

GOALS = 6
"""Open at a time: with more, nobody knows what to do first. The bound is the house's own."""
MEASURES = 4
"""Open at a time for one goal."""


class PlanPart(StrEnum):
    """The texts of a plan, by the word that a version's document keeps them under (SHL 39 § as model)."""

    STUDENT_WORDS = "student_words"
    STUDENT_ABSENT = "student_absent"
    HELP = "help"
    """With whose help the student was heard: an interpreter, a trusted adult; never another pupil (IND §9.3)."""
    GUARDIAN_VIEW = "guardian_view"
    PROFESSIONAL_VIEW = "professional_view"
    STRENGTHS = "strengths"
    NEED = "need"
    RHYTHM = "rhythm"
    PARTNERS = "partners"
    DURATION = "duration"


class Heard(StrEnum):
    """How the student's view came to be known (SHL 32 § as model: the way is recorded with the content)."""

    IN_MEETING = "in_meeting"
    IN_TALK = "in_talk"
    IN_WRITING = "in_writing"
    BY_OTHER_MEANS = "by_other_means"  # pictures, signs, drawing


class Agreed(StrEnum):
    """How somebody agreed to the plan."""

    IN_MEETING = "in_meeting"
    IN_TALK = "in_talk"
    BY_PHONE = "by_phone"
    IN_WRITING = "in_writing"


class PlanLack(StrEnum):
    """What a version lacks, or what stands in its way."""

    STUDENT_VOICE = "student_voice"
    HOW_HEARD = "how_heard"
    GUARDIAN_VIEW = "guardian_view"
    NEED = "need"
    GOAL = "goal"
    TITLE = "title"
    LEVELS = "levels"
    LEVELS_ARE_FIXED = "levels_are_fixed"
    GOAL_LEFT_OUT = "goal_left_out"
    MEASURE = "measure"
    WHAT = "what"
    CARRIED_OUT_BY = "carried_out_by"
    FOLLOWED_UP_BY = "followed_up_by"
    DOER_HAS_LEFT = "doer_has_left"
    FOLLOWER_HAS_LEFT = "follower_has_left"
    UNTIL = "until"
    DATES_REVERSED = "dates_reversed"
    AGREED_ON = "agreed_on"
    AGREED_IN_FUTURE = "agreed_in_future"
    AGREED_BEFORE_EARLIER = "agreed_before_earlier"
    REVIEW = "review"
    REVIEW_BEFORE_AGREED = "review_before_agreed"
    AGREEMENT = "agreement"
    AGREED_HOW = "agreed_how"
    AGREED_WHO = "agreed_who"


OF_MEASURE = {
    MeasureLack.WHAT: PlanLack.WHAT,
    MeasureLack.CARRIED_OUT_BY: PlanLack.CARRIED_OUT_BY,
    MeasureLack.FOLLOWED_UP_BY: PlanLack.FOLLOWED_UP_BY,
}


@dataclass(frozen=True, slots=True)
class Missing:
    """A lack, and the goal, the measure or the line of agreement by number where it is one of them that lacks."""

    lack: PlanLack
    goal: int | None = None
    measure: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFacts:
    """What is known of one measure as it is written."""

    number: int
    has_what: bool
    has_doer: bool
    has_follower: bool
    starts_on: date | None
    until: date | None
    doer_has_left: bool = False
    """Names somebody who is in the group no more, or whose consent has ended."""
    follower_has_left: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalFacts:
    """What is known of one goal as it is written."""

    number: int
    has_title: bool
    levels_described: int
    are_levels_changed: bool = False
    """Others than those by which the goal has been rated already."""
    measures: tuple[MeasureFacts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """What is known of a version as it is written, and of the one before it."""

    on: date
    has_student_words: bool
    has_why_absent: bool
    has_how_heard: bool
    is_guardian_asked: bool
    has_guardian_view: bool
    has_need: bool
    goals: tuple[GoalFacts, ...]
    open_goals: frozenset[int] = frozenset()
    """Numbers of the goals that the version before left open."""
    agreed_on: date | None = None
    earlier_agreed_on: date | None = None
    review_on: date | None = None
    agreed: tuple[tuple[int, bool, bool], ...] = ()
    """Each line of agreement: its number, whether it names somebody, whether it says how."""


def what_plan_lacks(plan: PlanFacts) -> tuple[Missing, ...]:
    """What keeps a version from being agreed on, in the order in which it is written.

    The student's own words or why they are missing, and how the student was heard (OHL 18 § 1; SHL 32 § as model;
    rule 36); the guardian's view, unless the student is of age or has shut the guardian out (OHL 18 § 1-2); who carries
    out each measure and who follows it up (OHL 20 § 4 k. 4; rule 20). Five described levels of each goal:
    rules/goal_scaling.py. Deadline, review and agreement: SHL 39 § as model.
    """
    return (
        *_voices(plan),
        *([Missing(PlanLack.NEED)] if not plan.has_need else []),
        *([Missing(PlanLack.GOAL)] if not plan.goals and not plan.open_goals else []),
        *(missing for goal in plan.goals for missing in _goal(goal)),
        *(Missing(PlanLack.GOAL_LEFT_OUT, number) for number in _left_out(plan)),
        *_agreement(plan),
    )


def _voices(plan: PlanFacts) -> Iterator[Missing]:
    if not plan.has_student_words and not plan.has_why_absent:
        yield Missing(PlanLack.STUDENT_VOICE)
    if plan.has_student_words and not plan.has_how_heard:
        yield Missing(PlanLack.HOW_HEARD)
    if plan.is_guardian_asked and not plan.has_guardian_view:
        yield Missing(PlanLack.GUARDIAN_VIEW)


def _goal(goal: GoalFacts) -> Iterator[Missing]:
    if not goal.has_title:
        yield Missing(PlanLack.TITLE, goal.number)
    if goal.levels_described != len(Level):
        yield Missing(PlanLack.LEVELS, goal.number)
    elif goal.are_levels_changed:
        yield Missing(PlanLack.LEVELS_ARE_FIXED, goal.number)
    if not goal.measures:
        yield Missing(PlanLack.MEASURE, goal.number)
    for measure in goal.measures:
        yield from (Missing(lack, goal.number, measure.number) for lack in _measure(measure))


def _measure(measure: MeasureFacts) -> Iterator[PlanLack]:
    found = what_measure_lacks(has_what=measure.has_what, has_doer=measure.has_doer, has_follower=measure.has_follower)
    yield from (OF_MEASURE[lack] for lack in found)
    if measure.doer_has_left:
        yield PlanLack.DOER_HAS_LEFT
    if measure.follower_has_left:
        yield PlanLack.FOLLOWER_HAS_LEFT
    if measure.until is None:
        yield PlanLack.UNTIL
    elif measure.starts_on is not None and measure.starts_on > measure.until:
        yield PlanLack.DATES_REVERSED


def _left_out(plan: PlanFacts) -> Iterable[int]:
    """An open goal does not vanish: it is closed with what became of it."""
    return sorted(plan.open_goals - {goal.number for goal in plan.goals})


def _agreement(plan: PlanFacts) -> Iterator[Missing]:
    yield from _days(plan)
    if not plan.agreed:
        yield Missing(PlanLack.AGREEMENT)
    for line, has_name, says_how in plan.agreed:
        if not has_name:
            yield Missing(PlanLack.AGREED_WHO, line=line)
        elif not says_how:
            yield Missing(PlanLack.AGREED_HOW, line=line)


def _days(plan: PlanFacts) -> Iterator[Missing]:
    if plan.agreed_on is None:
        yield Missing(PlanLack.AGREED_ON)
    elif plan.agreed_on > plan.on:
        yield Missing(PlanLack.AGREED_IN_FUTURE)
    elif plan.earlier_agreed_on is not None and plan.agreed_on < plan.earlier_agreed_on:
        yield Missing(PlanLack.AGREED_BEFORE_EARLIER)
    if plan.review_on is None:
        yield Missing(PlanLack.REVIEW)
    elif plan.agreed_on is not None and plan.review_on <= plan.agreed_on:
        yield Missing(PlanLack.REVIEW_BEFORE_AGREED)
