"""One measure as the task of its two parties."""

from dataclasses import dataclass

from welfare.audit.gap import Gap
from welfare.audit.unit_of_work import UnitOfWork
from welfare.plans.content import MeasureText
from welfare.plans.models import Plan, PlanGoal, PlanMeasure
from welfare.plans.pages.opened import OpenedPlan
from welfare.plans.pages.reading import MeasureLine, measure_line
from welfare.plans.queries import version_numbered
from welfare.rules.measures import MeasureState


@dataclass(frozen=True, slots=True)
class TaskPage:
    """The measure as the newest version in which it stands has it."""

    goal: str
    line: MeasureLine
    is_open: bool

    @classmethod
    def of(cls, work: UnitOfWork, measure: PlanMeasure) -> "TaskPage":
        """Open it."""
        plan, row = work.session.get_one(Plan, measure.plan_id), work.session.get_one(PlanGoal, measure.goal_id)
        opened = OpenedPlan.of(work, plan, version_numbered(work.session, plan.id, measure.version))
        goal = opened.text.goal(row.number)
        found = [each for each in goal.measures if each.number == measure.number] if goal else []
        text = found[0] if found else MeasureText(number=measure.number, what=Gap(), by=Gap(), followed_by=Gap())
        line = measure_line(work, opened, row, text, measure)
        return cls(goal.title if goal else Gap(), line, measure.state is MeasureState.OPEN)
