"""Tables of the school year."""

from welfare.school_year.models.clock import ClockFeed, ClockTask
from welfare.school_year.models.evaluation import GoalEvaluation, PlanEvaluation
from welfare.school_year.models.plan import PlanApproval, YearGoal, YearMeasure, YearPlan

__all__ = [
    "ClockFeed",
    "ClockTask",
    "GoalEvaluation",
    "PlanApproval",
    "PlanEvaluation",
    "YearGoal",
    "YearMeasure",
    "YearPlan",
]
