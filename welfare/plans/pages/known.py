"""What is known of a plan when a version of it is written: the text before, and which goals and measures are open."""

from collections.abc import Mapping
from dataclasses import dataclass

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.plans.content import GoalText, PlanText
from welfare.plans.forms.shape import NOTHING_KNOWN, Known
from welfare.plans.models import Plan, PlanMeasure
from welfare.plans.pages.opened import opened_text
from welfare.plans.queries import goals_of, measures_of, newest_version, plan_of, version_numbered
from welfare.rules.measures import MeasureState

NO_TEXT = PlanText()


@dataclass(frozen=True, slots=True)
class PlanBefore:
    """The plan as its newest version and its tasks leave it."""

    plan: Plan | None
    text: PlanText
    known: Known

    @classmethod
    def of(cls, work: UnitOfWork, case: Case) -> "PlanBefore":
        """Open the newest version, if there is one."""
        plan = plan_of(work.session, case.id)
        if plan is None:
            return cls(None, NO_TEXT, NOTHING_KNOWN)
        return cls(plan, opened_text(work, newest_version(work.session, plan)), _known(work, plan))

    @property
    def number(self) -> int:
        """The number of the newest version; 0 before the first."""
        return self.plan.newest if self.plan else 0

    @property
    def closed(self) -> tuple[GoalText, ...]:
        """Goals that have been closed, as they were: every later version tells them too."""
        return tuple(goal for goal in self.text.goals if goal.number in self.known.closed)

    @property
    def open(self) -> PlanText:
        """What a new version begins from: the parts, and of the goals and measures those that are not over."""
        goals = (_open_part(goal, self.known) for goal in self.text.goals if goal.number not in self.known.closed)
        return PlanText(words=self.text.words, heard=None, goals=tuple(goals))

    @property
    def fixed_levels(self) -> Mapping[int, tuple[str, ...]]:
        """The levels by which goals have been rated."""
        return {goal.number: goal.levels for goal in self.text.goals if goal.number in self.known.rated}

    def version(self, work: UnitOfWork, number: int) -> PlanText:
        """What an earlier version said; nothing where there is none."""
        if self.plan is None or not 0 < number <= self.plan.newest:
            return NO_TEXT
        if number == self.plan.newest:
            return self.text
        return opened_text(work, version_numbered(work.session, self.plan.id, number))


def _open_part(goal: GoalText, known: Known) -> GoalText:
    over = known.ended.get(goal.number, frozenset())
    return GoalText(
        number=goal.number,
        title=goal.title,
        start=goal.start,
        weight=goal.weight,
        levels=goal.levels,
        measures=tuple(measure for measure in goal.measures if measure.number not in over),
    )


def _known(work: UnitOfWork, plan: Plan) -> Known:
    goals, rows = goals_of(work.session, plan.id), measures_of(work.session, plan.id)
    closed = frozenset(goal.number for goal in goals if goal.outcome is not None)
    of_goal = {goal.number: [row for row in rows if row.goal_id == goal.id] for goal in goals}
    return Known(
        measures={
            number: frozenset(row.number for row in found if _waits(row, plan))
            for number, found in of_goal.items()
            if number not in closed
        },
        ended={
            number: frozenset(row.number for row in found if not _waits(row, plan)) for number, found in of_goal.items()
        },
        rated=frozenset(goal.number for goal in goals if goal.rated_on is not None),
        closed=closed,
    )


def _waits(row: PlanMeasure, plan: Plan) -> bool:
    return row.state is MeasureState.OPEN and row.version == plan.newest
