"""The verbs of the plans room: agree on a version, rate goals, close one, tell what became of a measure."""

from welfare.plans.actions.agreeing import ClosedMatterError, IncompletePlanError, StalePlanError, agree_on
from welfare.plans.actions.closing import CloseGoal, GoalNotClosedError, close_goal
from welfare.plans.actions.measuring import EndMeasure, MeasureEndedError, MeasureRefusedError, end_measure
from welfare.plans.actions.rating import NoPlanError, RateGoals, RatingRefusedError, rate
from welfare.plans.actions.version import AgreePlan, Parties, Party

__all__ = [
    "AgreePlan",
    "CloseGoal",
    "ClosedMatterError",
    "EndMeasure",
    "GoalNotClosedError",
    "IncompletePlanError",
    "MeasureEndedError",
    "MeasureRefusedError",
    "NoPlanError",
    "Parties",
    "Party",
    "RateGoals",
    "RatingRefusedError",
    "StalePlanError",
    "agree_on",
    "close_goal",
    "end_measure",
    "rate",
]
