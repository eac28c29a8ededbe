"""Ways into the school year."""

from welfare.school_year.routes import clock, clock_feed, clock_tasks, evaluating, goals, measures, plan
from welfare.school_year.routes.blueprint import bp

__all__ = ["bp", "clock", "clock_feed", "clock_tasks", "evaluating", "goals", "measures", "plan"]
