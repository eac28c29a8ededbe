"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.communal.loaders import load_unit
from welfare.school_year.queries.clock import load_task
from welfare.school_year.queries.plan import load_goal, load_measure

bp = GuardedBlueprint(
    "school_year",
    __name__,
    subjects={
        "unit_id": load_unit,
        "clock_task_id": load_task,
        "year_goal_id": load_goal,
        "year_measure_id": load_measure,
    },
)

YEAR = "<int(min=2000, max=2100):year>"
"""The calendar year in which a school year begins (rules/school_years.py: EARLIEST, LATEST)."""
